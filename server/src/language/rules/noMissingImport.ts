import { distance } from 'fastest-levenshtein';
import { decoded } from '../decoded.ts';
import { importsIn, resolveImport } from '../document/imports.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { claudeCodeMemory } from './sources.ts';

/** An import of a file that does not exist. */
export const noMissingImport: Rule = {
  id: 'noMissingImport',
  title: 'Import files that exist',
  severity: 'warning',
  why: [
    'A file that is named with `@path` and does not exist is silently skipped, so its instructions are missing. The path',
    'is resolved from the folder of the importing file. Only text that clearly names a file, such as `@docs/style.md`, is',
    'checked; punctuation at its end is a part of it. Text in code, paths in the home folder and absolute paths are not. In an `AGENTS.md` without any file for the',
    'importing tool beside it, which other tools read too, it is a hint.',
  ].join('\n'),
  sources: [claudeCodeMemory],
  examples: {
    invalid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'docs/style.md': '# Style\n' },
        text: 'Follow @docs/style.md and @docs/stile.md too.\n                          ^^^^^^^^^^^^^^ warning\n',
        fixed: 'Follow @docs/style.md and @docs/style.md too.\n',
      },
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'docs/style.md': '# Style\n' },
        text: 'Follow @docs/style.md.\n       ^^^^^^^^^^^^^^^ warning\n',
        fixed: 'Follow @docs/style.md .\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-memory',
        path: 'web/CLAUDE.md',
        others: { 'docs/style.md': '# Style\n' },
        text: 'Follow @../docs/style.md and ask @alice; use `@docs/missing.md` and @~/.claude/mine.md\n',
      },
    ],
  },
  *check(context) {
    const { document, dialect, loader, path, load, workspace } = context;
    if (dialect.body?.importsFrom !== 'file' || !load.body) return;
    const isShared = isForOthers(context);
    for (const { range, path: written, isEvident } of importsIn(document.text, load.body)) {
      const target = isEvident ? resolveImport(written, path) : undefined;
      if (target === undefined || workspace.imported.get(target) !== null) continue;
      const punctuation = /[.,;:!?)\]}'"]+$/.exec(written)?.[0];
      if (punctuation !== undefined) {
        const at = range.end - punctuation.length;
        yield {
          range,
          ...(isShared && { severity: 'hint' as const }),
          problem: `Import path ends with \`${punctuation}\``,
          consequence: `${loader.tool} reads it as part of the path, finds no such file and silently includes nothing here`,
          fixes: () => [
            {
              title: 'Put a space after the path',
              changes: [{ range: { start: at, end: at }, newText: ' ' }],
              safe: false,
            },
          ],
          advice: 'Put a space after the path, or put it in backquotes if it is only mentioned',
        };
        continue;
      }
      yield {
        range,
        ...(isShared && { severity: 'hint' as const }),
        problem: `Imported file \`${written}\` does not exist`,
        consequence: `${loader.tool} resolves the path from this file’s folder, and silently includes nothing here`,
        fixes: () => importFixes(document.slice(range), range, written, path, workspace),
        advice: 'Correct the path, or put it in backquotes if it is only mentioned',
      };
    }
  },
};

/** True for a file that other tools read too, where nothing else is there for the tool that imports. */
function isForOthers({ document: { uri }, dialect, loader, workspace }: RuleContext): boolean {
  const { shared } = dialect.body ?? {};
  if (!shared || !uri.endsWith(`/${shared.name}`)) return false;
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return !(
    shared.beside.some(name => workspace.has(folder + name)) ||
    workspace.files.some(file => file.tool === loader.tool && !file.uri.endsWith(`/${shared.name}`))
  );
}

/** Offers the known file of the same name, and to mention the path only. */
function importFixes(
  text: string,
  range: OffsetRange,
  written: string,
  from: string,
  { files, imported }: WorkspaceIndex,
): Fix[] {
  const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  const existing = [...imported.keys()].filter(file => imported.get(file) !== null);
  const all = [
    ...new Set([...existing, ...files.map(({ uri }) => decoded(uri).replace(/^[a-z-]+:\/\//, ''))]),
  ].filter(file => file !== from);
  const same = all.filter(file => nameOf(file) === nameOf(written));
  const near = same.length > 0 ? same : all.filter(file => distance(nameOf(file), nameOf(written)) <= 2);
  const better = near.map(file => relativePath(from, file)).sort((a, b) => a.length - b.length)[0];
  const at = text.startsWith('@') ? '@' : '';
  return [
    ...(better === undefined
      ? []
      : [{ title: `Change to \`${better}\``, changes: [{ range, newText: at + better }], safe: false }]),
    { title: 'Put it in backquotes', changes: [{ range, newText: `\`${text}\`` }], safe: false },
  ];
}

/** The path from the folder of one file to another file. */
function relativePath(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < a.length && same < b.length - 1 && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
}
