import type { Environment, KnownServer } from '../../../loading/effective.ts';
import { isOlderModel } from '../models.ts';
import { type ClaudeTool, claudeTools, olderSessions } from '../tools.ts';
import { isWithheld, toolNamed } from './toolNames.ts';

/** How an agent runs, as far as its tools depend on it. */
export interface Run {
  readonly environment: Environment;
  readonly planMode: boolean;
  readonly background: boolean;
}

/** A set of tools, of which those of MCP servers with unknown tools stand as `mcp__server`. */
export type ToolSet = ReadonlySet<string>;

/** Tools that the main thread has and no subagent (observed 2026-11-29, in a session without a terminal). */
const ofMain: ReadonlySet<string> = new Set(['ScheduleWakeup', 'Workflow']);

/** Whether a run can have a tool: absent where the agent never gets it, else in which sessions it does. */
export function accessTo(
  tool: ClaudeTool,
  { environment, planMode, background }: Run,
): 'yes' | 'no' | string {
  const { availability, value, onlyIn } = tool;
  if (environment.role === 'main' && ofMain.has(value)) return 'yes';
  if (isWithheld(availability, planMode) || availability === 'automatic') return 'no';
  if (background && availability === 'foreground') return 'no';
  if (onlyIn === undefined) return 'yes';
  if (onlyIn !== olderSessions || environment.model === undefined) return onlyIn;
  return isOlderModel(environment.model) ? 'yes' : 'no';
}

/** The built-in tools of an agent without a list. `Grep` and `Glob` are only given to one that lists them. */
export function builtInTools(run: Run): string[] {
  return claudeTools
    .filter(tool => tool.shadowedBy === undefined && accessTo(tool, run) === 'yes')
    .map(({ value }) => value);
}

/** The name by which tools name a server: other characters become `_`. */
export function serverPart(server: string): string {
  return server.replace(/[^A-Za-z0-9_-]/g, '_');
}

/** The tools of a server, or all of them as one name. */
export function toolsOf({ name, tools }: KnownServer): string[] {
  const prefix = `mcp__${serverPart(name)}`;
  return tools?.map(tool => `${prefix}__${tool}`) ?? [prefix];
}

/** Servers that the user's account, editor or plugins bring, which no file of the project names. */
const fromElsewhere = /^mcp__(?:claude_ai_|ide(?:__|$)|plugin_)/;

/**
 * The tools that the name of an MCP tool or server stands for: exactly, or as a whole server. `undefined` where it
 * cannot be known whether there is such a server.
 */
export function mcpTools(
  name: string,
  servers: readonly KnownServer[] | undefined,
): readonly string[] | undefined {
  const bare = name.replace(/(?<=.)__\*$/, '');
  const isWhole = bare !== name;
  if (bare === 'mcp' || /[^A-Za-z0-9_-]/.test(bare)) return [];
  for (const server of servers ?? []) {
    const prefix = `mcp__${serverPart(server.name)}`;
    if (bare === prefix) return toolsOf(server);
    if (!bare.startsWith(`${prefix}__`)) continue;
    if (server.tools === undefined) return isWhole ? [] : [name];
    return server.tools.some(tool => `${prefix}__${tool}` === name) ? [name] : [];
  }
  return servers === undefined || fromElsewhere.test(name) ? undefined : [];
}

/** Whether a name that no known server has can be one of a server that is configured elsewhere. */
export function mayBeElsewhere(name: string, servers: readonly KnownServer[] | undefined): boolean {
  if (!/^mcp__[A-Za-z0-9_-]+(?:__\*)?$/.test(name)) return false;
  const lower = name.toLowerCase();
  return !(servers ?? []).some(server => {
    const known = serverPart(server.name).toLowerCase();
    const bare = known.replace(/^plugin_[^_]+_/, '');
    return [known, bare].some(part => lower === `mcp__${part}` || lower.startsWith(`mcp__${part}__`));
  });
}

/** Whether a denial takes away a tool; one of `*` takes away those of all servers. */
export function isDenied(tool: string, denials: readonly string[]): boolean {
  if (!tool.startsWith('mcp__')) return denials.includes(tool);
  return denials.some(denial => {
    if (denial === 'mcp__*' || denial === tool) return true;
    if (!denial.startsWith('mcp__')) return false;
    const bare = denial.replace(/__\*$/, '');
    return tool === bare || (!bare.includes('*') && tool.startsWith(`${bare}__`));
  });
}

/** The tool by the name in a list, if it is a built-in one. */
export function builtIn(name: string): ClaudeTool | undefined {
  return name.startsWith('mcp__') ? undefined : toolNamed(name);
}
