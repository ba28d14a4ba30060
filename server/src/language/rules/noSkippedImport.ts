import { importsIn, resolveImport } from '../document/imports.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** An import of a file that exists and that the tool does not include. */
export const noSkippedImport: Rule = {
  id: 'noSkippedImport',
  title: 'Import files that the tool includes',
  severity: 'warning',
  why: [
    'Only files that are text by their extension, or have none, are included. Others, such as images, PDF files, `.mdc` and',
    '`.env.example`, are silently skipped, so what they say is missing. Copy the text into a Markdown file.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'rules/style.mdc': '# Style\n' },
        text: 'Follow @rules/style.mdc too.\n       ^^^^^^^^^^^^^^^^ warning\n',
        fixed: 'Follow `@rules/style.mdc` too.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'rules/style.md': '# Style\n', 'logo.png': '' },
        text: 'Follow @rules/style.md; the logo is `@logo.png`.\n',
      },
    ],
  },
  *check({ document, dialect, loader, path, load, workspace }) {
    const { body } = dialect;
    if (body?.importsFrom !== 'file' || !body.canImport || !load.body) return;
    for (const { range, path: written } of importsIn(document.text, load.body)) {
      const target = resolveImport(written, path);
      if (target === undefined || body.canImport(target) || !workspace.imported.get(target)) continue;
      yield {
        range,
        problem: `Imported file \`${written}\` is not text by its extension`,
        consequence: `${loader.tool} silently includes nothing of it here`,
        advice: 'Import a Markdown file with its text',
        fixes: () => [
          {
            title: 'Put it in backquotes',
            changes: [{ range, newText: `\`${document.slice(range)}\`` }],
            safe: false,
          },
        ],
      };
    }
  },
};
