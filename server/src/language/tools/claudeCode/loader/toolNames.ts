import { nearestWord } from '../../../document/nearestWord.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { type ClaudeTool, claudeTools, type DeadTool, deadClaudeTools } from '../tools.ts';

const byName = new Map<string, ClaudeTool>(
  claudeTools.flatMap(tool => [tool.value, ...(tool.aliases ?? [])].map(name => [name, tool] as const)),
);
const byLowercase = new Map(claudeTools.map(({ value }) => [value.toLowerCase(), value] as const));
const names = claudeTools.filter(tool => !tool.hidden).map(tool => tool.value);
const dead = new Map<string, DeadTool>(deadClaudeTools.map(tool => [tool.value, tool]));

/** Returns the tool with exactly this name or alias. */
export function toolNamed(name: string): ClaudeTool | undefined {
  return byName.get(name);
}

/** Returns the name of the tool that a name is in another case. */
export function toolInAnyCase(name: string): string | undefined {
  return byLowercase.get(name.toLowerCase());
}

/** Returns what became of the tool with exactly this name. */
export function deadToolNamed(name: string): DeadTool | undefined {
  return dead.get(name);
}

/** Whether a name is for one or all tools of an MCP server, known only while the server is connected. */
export function isMcpTool(name: string): boolean {
  return name.startsWith('mcp__');
}

/**
 * Whether the name of an MCP tool can match nothing: a `*` stands only for a whole server, and other characters than
 * these become `_` in the names of servers and tools.
 */
export function isVainMcpPattern(name: string): boolean {
  return isMcpTool(name) && !/^mcp__[A-Za-z0-9_-]+(?:__\*)?$/.test(name);
}

/** Returns the name in Claude Code's form, for an MCP tool written as `server/tool` or `@server/tool`. */
export function mcpFormOf(name: string): string | undefined {
  const match = /^@?([A-Za-z][\w.-]*)\/([\w.-]+|\*)$/.exec(name);
  return match ? `mcp__${match[1]}__${match[2]}` : undefined;
}

/** Returns the tool that is most likely meant by a name that is not a tool. */
export function meantTool(name: string): string | undefined {
  const unclosed = /^(\w+)\([^()]*$/.exec(name)?.[1];
  if (unclosed && byName.has(unclosed)) return `${name})`;
  const bare = name.replace(/^[^A-Za-z]+/, '').replace(/[^A-Za-z].*$/s, '');
  if (bare !== name && byName.has(bare)) return bare;
  const sameLetters = deadClaudeTools.find(tool => tool.value.toLowerCase() === bare.toLowerCase());
  const nearest = nearestWord(name, names) ?? sameLetters?.replacement ?? foreign[name.toLowerCase()];
  if (nearest !== undefined) return nearest;
  const converted = toolIn('claude', name);
  return converted !== undefined && names.includes(converted) ? converted : undefined;
}

/** Whether a name looks like that of a tool, as MCP servers name theirs. */
export function isBareMcpName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+$/.test(name);
}

/** Names in other products for the same tool. */
const foreign: Readonly<Record<string, string>> = {
  shell: 'Bash',
  execute: 'Bash',
  run: 'Bash',
  runcommands: 'Bash',
  run_shell_command: 'Bash',
  read_file: 'Read',
  readfile: 'Read',
  write_file: 'Write',
  writefile: 'Write',
  replace: 'Edit',
  editfiles: 'Edit',
  search_file_content: 'Grep',
  codebase: 'Grep',
  find: 'Glob',
  web_fetch: 'WebFetch',
  fetch: 'WebFetch',
  web: 'WebSearch',
  google_web_search: 'WebSearch',
};

/** Whether subagents never have a tool, only where it is turned on, or not in this permission mode. */
export function isWithheld(availability: string, planMode: boolean): boolean {
  return availability === 'never' || availability === 'off' || (availability === 'planMode' && !planMode);
}
