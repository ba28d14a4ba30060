import { importsIn, resolveImport } from '../document/imports.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeMemory } from './sources.ts';

/** An import that leads back to the importing file. */
export const noImportLoop: Rule = {
  id: 'noImportLoop',
  title: 'Avoid circular imports',
  severity: 'information',
  why: 'A file that imports itself, directly or through other files, is not read a second time, so its text is not included again. Nothing else is lost.',
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
      const route = through.length > 0 ? ` (through ${through.join(', ')})` : '';
      yield {
        range,
        problem: 'Import leads back to this file',
        consequence: `${loader.tool} reads each file once, so the import loop${route} ends there`,
        advice: 'Remove one of the imports',
      };
    }
  },
};

/** Returns the files on the shortest import chain between two files, both included; `undefined` without one. */
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
