import type { Dialect } from '../dialect/dialect.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import { type Issue, inTextOrder } from './issue.ts';
import type { LoadResult } from './loader.ts';

/** Matches quotation marks of running text around a glob or an item of a list of globs. */
const aroundItem = /(?:^|[,[\n-])[ \t]*[“”„‟‘’«»]|[“”„‟‘’«»][ \t]*(?:$|[,\]\r\n])/;

/**
 * The result with an issue for each value of globs in quotation marks that YAML does not know: they become part of the
 * glob, which then matches no file, whichever tool reads it.
 */
export function withCurlyQuotes(
  load: LoadResult,
  { document, dialect, tool }: { document: AgentDocument; dialect: Dialect; tool: string },
): LoadResult {
  // The fields are made on first use, which most files do not need.
  if (!load.loads || !/[“”„‟‘’«»]/.test(document.slice(document.frontMatter.content))) return load;
  const issues = document.yaml.entries.flatMap(({ key, range }): Issue[] => {
    if (dialect.fields().field([key])?.meta.kind !== 'globs' || !aroundItem.test(document.slice(range)))
      return [];
    return [
      {
        code: 'value.type',
        effect: 'ignored',
        range,
        problem: `Typographic quotation marks are part of \`${key}\``,
        consequence: `${tool} matches no file with them`,
        advice: 'Write straight quotes',
        field: key,
      },
    ];
  });
  return issues.length === 0 ? load : { ...load, issues: inTextOrder([...load.issues, ...issues]) };
}
