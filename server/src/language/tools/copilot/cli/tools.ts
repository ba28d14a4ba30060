import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { type Issue, IssueCollector } from '../../../loading/issue.ts';
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

/** The tools that a name in the list grants; `undefined` for a name of none. */
export function grants(name: string): readonly string[] | undefined {
  return copilotCliGrants.get(name.toLowerCase());
}

/** A product that reads `tools`, and whether all of its tools are known here. */
interface ToolReader {
  readonly tool: string;
  readonly knowsAllTools: boolean;
  /** The MCP servers that the agent brings. */
  readonly servers?: readonly string[];
}

/** Copilot CLI as the reader of a list. */
export const copilotCli: ToolReader = { tool: 'Copilot CLI', knowsAllTools: true };

/**
 * Reports names in the list, and the list as a whole, for Copilot CLI or VS Code. Only VS Code itself knows all of its
 * tools, so a name that resembles none is not reported there.
 */
export function reportTools(
  items: readonly ListItem[],
  value: unknown,
  key: OffsetRange,
  issues: IssueCollector,
  { tool, knowsAllTools, servers = [] }: ToolReader = copilotCli,
): void {
  if (value === undefined) return;
  const listed = listedTools(value);
  if (listed.length === 0) {
    issues.add(
      'tools.empty',
      'noted',
      key,
      {
        problem: problems.emptyKey('tools'),
        consequence: `${tool} gives the agent no tools`,
        advice: 'Remove `tools` to give it all tools',
      },
      { field: 'tools', data: { meaning: 'none' } },
    );
    return;
  }
  if (listed.includes('*')) return;
  const ofNames = new IssueCollector();
  const unknown = items.filter(({ value }) => !servers.some(server => isOfServer(value, server)));
  for (const item of unknown) reportName(item, tool, ofNames);
  const found: readonly Issue[] = ofNames.issues;
  issues.addAll(knowsAllTools ? found : found.filter(({ effect }) => effect !== 'noted'));
  const mayHaveTools = items.some(({ value }) => isServerTool(value));
  if (knowsAllTools && found.length === items.length && found.length > 0 && !mayHaveTools)
    issues.add(
      'tools.none',
      found.every(({ effect }) => effect === 'ignored') ? 'ignored' : 'noted',
      key,
      {
        problem: 'No tool is left',
        consequence: 'Copilot CLI knows none of the names in `tools`, so the agent gets no tools at all',
      },
      { field: 'tools' },
    );
}

/** Whether a name has the form by which Copilot CLI itself names the tools of MCP servers: `server-tool`. */
export function isServerTool(name: string): boolean {
  return /^\w+-\w[\w-]*$/.test(name);
}

function isOfServer(name: string, server: string): boolean {
  const folded = name.toLowerCase();
  return [`${server.toLowerCase()}-`, `${server.toLowerCase()}/`].some(start => folded.startsWith(start));
}

const names = copilotTools
  .flatMap(tool => [tool.value, ...(tool.aliases ?? [])])
  .filter(name => !/[*]/.test(name));

function reportName({ value, range }: ListItem, tool: string, issues: IssueCollector): void {
  const folded = value.toLowerCase();
  if (grants(value) !== undefined || copilotElsewhere.has(folded)) return;
  const about = { field: 'tools', subject: value };
  const bare = /^([\w-]+)\(/.exec(value)?.[1];
  if (bare !== undefined) {
    const isTool = grants(bare) !== undefined;
    issues.add(
      'tools.specifier',
      'ignored',
      range,
      {
        problem: `\`${bare}(…)\` does not narrow the tool`,
        consequence: `Copilot does not support parentheses in tool names: it matches nothing, and the agent does not get ${isTool ? `\`${bare}\`` : 'the tool'}`,
        advice: isTool ? `Write \`${bare}\`, which is not narrowed` : 'Write only the name',
      },
      {
        ...about,
        several:
          'Copilot does not support parentheses in tool names: these match nothing, and the agent does not get the tools',
        data: { suggestion: isTool ? bare : undefined },
      },
    );
    return;
  }
  const mcp = /^mcp__(.+?)(?:__(.+))?$/.exec(value);
  if (mcp) {
    const suggestion = `${mcp[1]}/${mcp[2] ?? '*'}`;
    issues.add(
      'tools.mcpForm',
      'ignored',
      range,
      {
        problem: problems.foreignMcpForm(value),
        consequence: 'Copilot matches nothing with this form, which is that of Claude Code',
        advice: `Write \`${suggestion}\``,
      },
      { ...about, data: { suggestion } },
    );
    return;
  }
  // A tool of an MCP server or an extension, which only the session knows.
  if (value.includes('/')) return;
  const suggestion = nearestWord(value, names);
  issues.add(
    'tools.unknown',
    // Without a similar name it may be a tool of an extension or a server, which VS Code knows when it is present.
    suggestion ? 'ignored' : 'noted',
    range,
    {
      problem: problems.unknownTool(value),
      consequence:
        isServerTool(value) && !suggestion
          ? `${tool} has such a tool only from an MCP server; without that server it drops the name silently`
          : `${tool} drops the name silently${suggestion ? '' : '; VS Code accepts it when an extension or an MCP server provides it'}`,
      advice: suggestion && `Did you mean \`${suggestion}\`?`,
    },
    {
      ...about,
      several: `${tool} drops such names silently${suggestion ? '' : '; VS Code accepts them when an extension or an MCP server provides them'}`,
      data: { suggestion },
    },
  );
}
