import { importsIn, resolveImport } from '../document/imports.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory } from './sources.ts';

/** An import of a file that does not exist. */
export const noMissingImport: Rule = {
  id: 'noMissingImport',
  title: 'Import files that exist',
  severity: 'warning',
  why: [
    'A file that is named with `@path` and does not exist is silently skipped, so its instructions are missing. The path',
    'is resolved from the folder of the importing file. Only text that clearly names a file, such as `@docs/style.md`, is',
    'checked. Text in code, paths in the home folder and absolute paths are not.',
  ].join('\n'),
  sources: [claudeCodeMemory],
  examples: {
    invalid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'docs/style.md': '# Style\n' },
        text: 'Follow @docs/style.md and @docs/stile.md.\n                          ^^^^^^^^^^^^^^ warning\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-memory',
        path: 'web/CLAUDE.md',
        others: { 'docs/style.md': '# Style\n' },
        text: 'Follow @../docs/style.md, ask @alice, use `@docs/missing.md` and @~/.claude/mine.md.\n',
      },
    ],
  },
  *check({ document, dialect, loader, path, load, workspace }) {
    if (dialect.body?.importsFrom !== 'file' || !load.body) return;
    for (const { range, path: written, isEvident } of importsIn(document.text, load.body)) {
      const target = isEvident ? resolveImport(written, path) : undefined;
      if (target === undefined || workspace.imported.get(target) !== null) continue;
      yield {
        range,
        problem: `Imported file \`${written}\` does not exist`,
        consequence: `${loader.tool} resolves the path from this file’s folder, and silently includes nothing here`,
        advice: 'Correct the path, or put it in backquotes if it is only mentioned',
      };
    }
  },
};
