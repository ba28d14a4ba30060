import { importsIn, resolveImport } from '../document/imports.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory } from './sources.ts';

/** An import of a file that is not there. */
export const noMissingImport: Rule = {
  id: 'noMissingImport',
  title: 'Import files that exist',
  severity: 'warning',
  why: [
    'A file that is named with `@path` and is not there is skipped without a word, and its instructions are missing. The',
    'path is looked up from the folder of the file it stands in. Only what can hardly be anything but a file is held to',
    'this, such as `@docs/style.md`, and nothing in code; paths in the home folder and absolute ones are left alone.',
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
        problem: `There is no file \`${written}\`, seen from the folder of this one, so ${loader.tool} includes nothing here, and says nothing about it. Correct the path, or put it in backquotes if it is only mentioned.`,
      };
    }
  },
};
