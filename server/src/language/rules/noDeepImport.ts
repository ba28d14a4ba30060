import { importsIn, resolveImport } from '../document/imports.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory, claudeCodeObserved } from './sources.ts';

/** An import chain that is longer than the tool follows. */
export const noDeepImport: Rule = {
  id: 'noDeepImport',
  title: 'Keep import chains within the tool’s depth limit',
  severity: 'warning',
  why: [
    'An imported file can import other files, but tools limit the depth. Claude Code follows a chain of four files after',
    'the file that it starts with. It silently leaves out the fifth, so the instructions in it are missing. Import that',
    'file closer to the start of the chain.',
  ].join('\n'),
  sources: [claudeCodeMemory, claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: {
          'docs/a.md': '@b.md\n',
          'docs/b.md': '@c.md\n',
          'docs/c.md': '@d.md\n',
          'docs/d.md': '@e.md\n',
          'docs/e.md': 'Never use tabs. See @f.md\n',
          'docs/f.md': 'Nor spaces at line ends.\n',
        },
        text: 'Read @docs/a.md first.\n     ^^^^^^^^^^ warning\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'a.md': '@b.md\n', 'b.md': '@c.md\n', 'c.md': '@d.md\n', 'd.md': 'The end.\n' },
        text: 'Read @a.md first.\n',
      },
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: {
          'a.md': '@b.md\n',
          'b.md': '@c.md\n',
          'c.md': '@d.md\n',
          'd.md': '@e.md\n',
          'e.md': 'The end.\n',
        },
        text: 'Read @a.md first, and @d.md too.\n',
      },
    ],
  },
  *check({ document, dialect, loader, path, load, workspace }) {
    const deepest = dialect.body?.importDepth;
    if (deepest === undefined || !load.body || workspace.imported.size === 0) return;
    const starts = new Map<string, { readonly start: number; readonly end: number }>();
    for (const { range, path: written } of importsIn(document.text, load.body)) {
      const target = resolveImport(written, path);
      if (target !== undefined && !starts.has(target)) starts.set(target, range);
    }
    const lost = waysBeyond(deepest, path, [...starts.keys()], workspace);
    for (const [start, range] of starts) {
      const [way, ...others] = lost.filter(([first]) => first === start);
      if (!way) continue;
      const names = way.map(step => `\`${step.slice(step.lastIndexOf('/') + 1)}\``);
      const more = others.length > 0 ? `, and ${others.length} more at that depth` : '';
      yield {
        range,
        problem: `Import chain to ${names.at(-1)} is too long`,
        consequence: `${loader.tool} follows imports ${deepest} files deep and silently leaves out ${names.at(-1)} (${names.join(' → ')})${more}`,
        advice: 'Import that file here, or closer to this file',
      };
    }
  },
};

/**
 * Returns the shortest import chains to the files that are one import deeper than `deepest`, without `from` itself.
 * Files further along are lost with those, and are not searched for.
 */
function waysBeyond(
  deepest: number,
  from: string,
  starts: readonly string[],
  { imported }: WorkspaceIndex,
): string[][] {
  const seen = new Set([from, ...starts]);
  let ways = starts.filter(start => start !== from).map(start => [start]);
  for (let depth = 1; depth <= deepest; depth++) {
    const further: string[][] = [];
    for (const way of ways) {
      for (const next of imported.get(way.at(-1)!) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        further.push([...way, next]);
      }
    }
    ways = further;
  }
  // A file that does not exist, or is not known, is not missing from the prompt.
  return ways.filter(way => imported.get(way.at(-1)!));
}
