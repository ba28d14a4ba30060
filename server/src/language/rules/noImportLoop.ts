import { importsIn, resolveImport } from '../document/imports.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory } from './sources.ts';

/** An import that leads back to the file it stands in. */
export const noImportLoop: Rule = {
  id: 'noImportLoop',
  title: 'Do not import in a circle',
  severity: 'information',
  why: 'A file that imports itself, through others or at once, is read no second time: what was meant to be included again is not. Nothing else is lost.',
  sources: [claudeCodeMemory],
  examples: {
    invalid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'docs/style.md': 'See @names.md\n', 'docs/names.md': 'See @../CLAUDE.md\n' },
        text: '@docs/style.md\n^^^^^^^^^^^^^^ information\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-memory',
        path: 'CLAUDE.md',
        others: { 'docs/style.md': 'See @names.md\n', 'docs/names.md': 'See `@../CLAUDE.md`\n' },
        text: '@docs/style.md\n',
      },
    ],
  },
  *check({ document, dialect, loader, path, load, workspace }) {
    if (dialect.body?.importsFrom !== 'file' || !load.body || workspace.imported.size === 0) return;
    for (const { range, path: written } of importsIn(document.text, load.body)) {
      const target = resolveImport(written, path);
      const way = target === undefined ? undefined : wayBack(target, path, workspace);
      if (!way) continue;
      const through = way.slice(1, -1).map(step => `\`${step.slice(step.lastIndexOf('/') + 1)}\``);
      yield {
        range,
        problem: `This leads back to this file${through.length > 0 ? `, through ${through.join(', ')}` : ''}. ${loader.tool} reads each file once, so the circle ends there. Remove one of the imports.`,
      };
    }
  },
};

/** The files on the shortest way from `from` to `to` along imports, both included; `undefined` when there is none. */
function wayBack(from: string, to: string, { imported }: WorkspaceIndex): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const step of cameFrom.keys()) {
    if (step === to) {
      const way = [];
      for (let at: string | undefined = step; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of imported.get(step) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, step);
  }
  return undefined;
}
