import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { copilotCliAlways, copilotCliGrants, copilotElsewhere, copilotTools } from '../tools.ts';

/** The `tools` list as Copilot CLI takes it: a text is cut at its commas, a list is kept as written. */
export function listedTools(value: unknown): readonly string[] {
  if (value === undefined) return ['*'];
  if (Array.isArray(value)) return value as string[];
  return String(value)
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}

/** The CLI's own tools that a list grants, without repetition; `null` when it grants all. */
export function grantedTools(listed: readonly string[]): readonly string[] | null {
  if (listed.includes('*')) return null;
  return [...new Set([...listed.flatMap(name => grants(name) ?? []), ...copilotCliAlways])];
}

function grants(name: string): readonly string[] | undefined {
  return copilotCliGrants.get(name.toLowerCase());
}

/**
 * What becomes of each name in the list, and of the list as a whole, with Copilot CLI or with VS Code. Which tools
 * there are VS Code alone knows: of a name that resembles none nothing is said there.
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
        problem: 'The list is empty, so the agent gets no tools. Leave `tools` out to give it all of them.',
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
        problem:
          'None of the names in `tools` is a tool of Copilot CLI, so the agent gets no tools at all there.',
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
      problem: `Copilot does not know parentheses in tool names: \`${value}\` matches nothing, and the agent does not get ${isTool ? `\`${specifier[1]}\`` : 'the tool'}. ${isTool ? `Write \`${specifier[1]}\`, which is not narrowed.` : 'Write the name alone.'}`,
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
      problem: `\`${value}\` is Claude Code’s form and matches nothing in Copilot. Write \`${suggestion}\`.`,
      data: { suggestion },
    };
  }
  // A tool of an MCP server or an extension: what there is, only the session knows.
  if (value.includes('/')) return undefined;
  const suggestion = nearestWord(value, names);
  return {
    code: 'tools.unknown',
    // Without a near name it may well be a tool of an extension or a server, which VS Code knows when it has it.
    effect: suggestion ? 'ignored' : 'noted',
    range,
    problem: `${tool} has no tool \`${value}\` and drops the name without a word.${suggestion ? ` Did you mean \`${suggestion}\`?` : ' VS Code takes it when an extension or an MCP server brings it.'}`,
    ...(suggestion && { data: { suggestion } }),
  };
}
