import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { clineNameOfClaudeTool, clineTools } from '../tools.ts';

const known = new Set(clineTools.flatMap(({ value, aliases = [] }) => [value, ...aliases]));

/** What becomes of the names in `tools`: those that match no tool grant nothing, without a word. */
export function clineToolIssues(
  items: readonly ListItem[],
  tools: readonly string[] | undefined,
  key: OffsetRange,
): Issue[] {
  if (tools?.length === 0)
    return [
      {
        code: 'tools.empty',
        effect: 'noted',
        range: key,
        problem: 'The list is empty, so the agent gets no tools. Leave `tools` out to give it all of them.',
        field: 'tools',
        data: { meaning: 'none' },
      },
    ];
  return items
    .filter(({ value }) => !known.has(value.toLowerCase()))
    .map(({ value, range }): Issue => {
      const bare = value.replace(/\(.*$/s, '');
      const folded = bare.toLowerCase();
      const suggestion =
        clineNameOfClaudeTool.get(folded) ?? (bare !== value && known.has(folded) ? folded : undefined);
      return {
        code: 'tools.unknown',
        // Anything else can be a tool of an MCP server.
        effect: suggestion ? 'ignored' : 'noted',
        range,
        problem: `Cline has no tool \`${value}\` of its own; unless an MCP server has one, the name grants nothing.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
        field: 'tools',
        ...(suggestion && { data: { suggestion } }),
      };
    });
}
