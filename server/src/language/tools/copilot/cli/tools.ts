import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { problems } from '../../../loading/problems.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { copilotCliAlways, copilotCliGrants, copilotElsewhere, copilotTools } from '../tools.ts';

/** The `tools` list as Copilot CLI reads it: a string is split at its commas, a list is kept as written. */
export function listedTools(value: unknown): readonly string[] {
  if (value === undefined) return ['*'];
  if (Array.isArray(value)) return value as string[];
  return commaSeparated(String(value));
}

/** The built-in tools of the CLI that a list grants, without repetition; `null` when it grants all. */
export function grantedTools(listed: readonly string[]): readonly string[] | null {
  if (listed.includes('*')) return null;
  return [...new Set([...listed.flatMap(name => grants(name) ?? []), ...copilotCliAlways])];
}

function grants(name: string): readonly string[] | undefined {
  return copilotCliGrants.get(name.toLowerCase());
}

/**
 * Reports names in the list, and the list as a whole, for Copilot CLI or VS Code. Only VS Code itself knows all of its
 * tools, so a name that resembles none is not reported there.
 */
export function toolIssues(
  items: readonly ListItem[],
  value: unknown,
  key: OffsetRange,
  tool = 'Copilot CLI',
): Issue[] {
  const isOpen = tool !== 'Copilot CLI';
  const issue = (issue: Omit<Issue, 'field'>): Issue => ({ ...issue, field: 'tools' });
  if (value === undefined) return [];
  const listed = listedTools(value);
  if (listed.length === 0)
    return [
      issue({
        code: 'tools.empty',
        effect: 'noted',
        range: key,
        problem: problems.emptyKey('tools'),
        consequence: `${tool} gives the agent no tools`,
        advice: 'Remove `tools` to give it all tools',
        data: { meaning: 'none' },
      }),
    ];
  if (listed.includes('*')) return [];
  const issues = items.flatMap(item => nameIssue(item, tool) ?? []).map(issue);
  if (isOpen) return issues.filter(({ effect }) => effect !== 'noted');
  if (issues.length === items.length && issues.length > 0)
    issues.push(
      issue({
        code: 'tools.none',
        effect: issues.every(each => each.effect === 'ignored') ? 'ignored' : 'noted',
        range: key,
        problem: 'No tool is left',
        consequence: 'Copilot CLI knows none of the names in `tools`, so the agent gets no tools at all',
      }),
    );
  return issues;
}

const names = copilotTools
  .flatMap(tool => [tool.value, ...(tool.aliases ?? [])])
  .filter(name => !/[*]/.test(name));

function nameIssue({ value, range }: ListItem, tool: string): Omit<Issue, 'field'> | undefined {
  const folded = value.toLowerCase();
  if (grants(value) !== undefined || copilotElsewhere.has(folded)) return undefined;
  const specifier = /^([\w-]+)\(/.exec(value);
  if (specifier) {
    const isTool = grants(specifier[1]!) !== undefined;
    return {
      code: 'tools.specifier',
      effect: 'ignored',
      range,
      problem: `\`${specifier[1]}(…)\` does not narrow the tool`,
      consequence: `Copilot does not support parentheses in tool names: it matches nothing, and the agent does not get ${isTool ? `\`${specifier[1]}\`` : 'the tool'}`,
      advice: isTool ? `Write \`${specifier[1]}\`, which is not narrowed` : 'Write only the name',
      subject: value,
      ...(isTool && { data: { suggestion: specifier[1] } }),
    };
  }
  const mcp = /^mcp__(.+?)(?:__(.+))?$/.exec(value);
  if (mcp) {
    const suggestion = `${mcp[1]}/${mcp[2] ?? '*'}`;
    return {
      code: 'tools.mcpForm',
      effect: 'ignored',
      range,
      problem: problems.foreignMcpForm(value),
      consequence: 'Copilot matches nothing with this form, which is that of Claude Code',
      advice: `Write \`${suggestion}\``,
      subject: value,
      data: { suggestion },
    };
  }
  // A tool of an MCP server or an extension, which only the session knows.
  if (value.includes('/')) return undefined;
  const suggestion = nearestWord(value, names);
  return {
    code: 'tools.unknown',
    // Without a similar name it may be a tool of an extension or a server, which VS Code knows when it is present.
    effect: suggestion ? 'ignored' : 'noted',
    range,
    problem: problems.unknownTool(value),
    consequence: `${tool} drops the name silently${suggestion ? '' : '; VS Code accepts it when an extension or an MCP server provides it'}`,
    ...(suggestion && { advice: `Did you mean \`${suggestion}\`?` }),
    subject: value,
    ...(suggestion && { data: { suggestion } }),
  };
}
