import { importsIn, resolveImport } from '../document/imports.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory, claudeCodeObserved } from './sources.ts';

/** An import that leads further than the tool follows. */
export const noDeepImport: Rule = {
  id: 'noDeepImport',
  title: 'Keep imports within the depth that the tool follows',
  severity: 'warning',
  why: [
    'A file that is imported can import others, and these can too, but a tool does not follow them for ever. Claude Code',
    'reads four files in a row behind the one that it starts with; the fifth is left out without a word, and its',
    'instructions are missing. Import it nearer to the file that the tool starts with.',
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
          'docs/f.md': 'Nor blanks.\n',
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
        text: 'Read @a.md first, and @d.md.\n',
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
      const more = others.length > 0 ? `, nor ${others.length} more that far away` : '';
      yield {
        range,
        problem: `${loader.tool} follows imports ${deepest} files deep. From here it does not read ${names.at(-1)}, which is one further (${names.join(' → ')})${more}, and says nothing about it. Import that file here, or nearer to here.`,
      };
    }
  },
};

/**
 * The ways to files that lie one import further from the file at `from` than `deepest`, each the shortest, without
 * `from` itself. What lies behind those is not looked for: it is lost with them.
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
  // Of what is not there, or not known to be, nothing is missing.
  return ways.filter(way => imported.get(way.at(-1)!));
}
