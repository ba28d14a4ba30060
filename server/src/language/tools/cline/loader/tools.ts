import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { problems } from '../../../loading/problems.ts';
import { clineNameOfClaudeTool, clineTools } from '../tools.ts';

const known = new Set(clineTools.flatMap(({ value, aliases = [] }) => [value, ...aliases]));

/** What happens to the names in `tools`: those that match no tool silently grant nothing. */
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
        problem: problems.emptyKey('tools'),
        consequence: 'Cline gives the agent no tools',
        advice: 'Leave `tools` out to give it all tools',
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
        // Any other name can be a tool of an MCP server.
        effect: suggestion ? 'ignored' : 'noted',
        range,
        problem: problems.unknownTool(value),
        consequence:
          'Cline has no built-in tool of this name; unless an MCP server has one, the name grants nothing',
        ...(suggestion && { advice: `Did you mean \`${suggestion}\`?` }),
        field: 'tools',
        subject: value,
        ...(suggestion && { data: { suggestion } }),
      };
    });
}
