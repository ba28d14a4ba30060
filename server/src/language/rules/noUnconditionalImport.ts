import { importsIn, resolveImport } from '../document/imports.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** An import in instructions that apply to some files only. */
export const noUnconditionalImport: Rule = {
  id: 'noUnconditionalImport',
  title: 'Do not import files where instructions are conditional',
  severity: 'warning',
  why: [
    'A rule with `paths` waits until a file that matches is read. What it imports does not wait: it is part of every session,',
    'and costs its tokens there.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-rule',
        path: '.claude/rules/api.md',
        others: { '.claude/rules/style.md': '# Style\n' },
        text: '---\npaths: ["src/**"]\n---\nFollow @style.md here.\n       ^^^^^^^^^ warning\n',
        fixed: '---\npaths: ["src/**"]\n---\nFollow `@style.md` here.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-rule',
        path: '.claude/rules/api.md',
        others: { '.claude/rules/style.md': '# Style\n' },
        text: '---\npaths: ["src/**"]\n---\nFollow `@style.md` here.\n',
      },
    ],
  },
  *check({ document, dialect, loader, path, load, workspace }) {
    const { body } = dialect;
    if (body?.importsFrom !== 'file' || !load.body || !load.scope || load.scope.unconditional) return;
    for (const { range, path: written } of importsIn(document.text, load.body)) {
      const target = resolveImport(written, path);
      if (target === undefined || !workspace.imported.get(target) || body.canImport?.(target) === false)
        continue;
      yield {
        range,
        problem: `Imported file \`${written}\` does not wait for a match`,
        consequence: `${loader.tool} includes it in every session, and only this file’s own text where its patterns match`,
        advice: 'Copy its text here, or name the file without importing it',
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
