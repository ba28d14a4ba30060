import type { Entry } from '../document/yamlTree.ts';
import type { IssueCollector } from './issue.ts';
import { nearestKey } from './nearestKey.ts';
import { problems } from './problems.ts';

/**
 * Reports a key that its tool ignores: it is noted, or a misspelling where a known key is similar. `where` ends the
 * sentence: "Gemini CLI ignores it here".
 */
export function reportIgnoredKey(
  { key, keyRange }: Entry,
  known: readonly string[],
  { tool, where = '' }: { readonly tool: string; readonly where?: string },
  issues: IssueCollector,
): void {
  const suggestion = nearestKey(key, known);
  issues.add(
    'key.unknown',
    suggestion ? 'ignored' : 'noted',
    keyRange,
    {
      problem: problems.unknownKey(key),
      consequence: `${tool} ignores it${where}`,
      advice: suggestion && `Did you mean \`${suggestion}\`?`,
    },
    { field: key, several: `${tool} ignores them${where}`, data: { suggestion } },
  );
}
