import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { problems } from '../../../loading/problems.ts';
import { clineNameOfClaudeTool, clineTools } from '../tools.ts';

const known = new Set(clineTools.flatMap(({ value, aliases = [] }) => [value, ...aliases]));

/** Reports the names in `tools` that match no tool, which silently grant nothing. */
export function reportClineTools(
  items: readonly ListItem[],
  tools: readonly string[] | undefined,
  key: OffsetRange,
  issues: IssueCollector,
): void {
  if (tools?.length === 0) {
    issues.add(
      'tools.empty',
      'noted',
      key,
      {
        problem: problems.emptyKey('tools'),
        consequence: 'Cline gives the agent no tools',
        advice: 'Leave `tools` out to give it all tools',
      },
      { field: 'tools', data: { meaning: 'none' } },
    );
    return;
  }
  for (const { value, range } of items) {
    if (known.has(value.toLowerCase())) continue;
    const bare = value.replace(/\(.*$/s, '');
    const folded = bare.toLowerCase();
    const suggestion =
      clineNameOfClaudeTool.get(folded) ?? (bare !== value && known.has(folded) ? folded : undefined);
    issues.add(
      'tools.unknown',
      // Any other name can be a tool of an MCP server.
      suggestion ? 'ignored' : 'noted',
      range,
      {
        problem: problems.unknownTool(value),
        consequence:
          'Cline has no built-in tool of this name; unless an MCP server has one, the name grants nothing',
        advice: suggestion && `Did you mean \`${suggestion}\`?`,
      },
      {
        field: 'tools',
        subject: value,
        several:
          'Cline has no built-in tools of these names; unless an MCP server has them, the names grant nothing',
        data: { suggestion },
      },
    );
  }
}
