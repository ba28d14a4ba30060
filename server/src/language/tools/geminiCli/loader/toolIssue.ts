import type { Places } from '../../../loading/places.ts';
import type { Mismatch } from '../../../loading/shape.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { type Refuse, refuses, refusesType } from './refusal.ts';
import { isGeminiToolName, refusedTool } from './toolNames.ts';

/** Refuses `tools`, or one name in it. `servers` are the names of the agent's own MCP servers. */
export function refuseTools(
  { path, problem }: Mismatch,
  given: unknown,
  places: Places,
  refuse: Refuse,
  servers: readonly string[],
): void {
  const range = places.value(path);
  if (path.at(-1) === 'tools') {
    const yaml = typeof given === 'string' ? listOf(commaSeparated(given)) : undefined;
    refuse(
      'value.type',
      range,
      {
        problem: '`tools` must be a list',
        consequence: refusesType(given),
        advice: yaml ? `Write \`${yaml}\`` : 'Write one name per line, after `- `',
      },
      { data: { expected: ['list'], suggestion: yaml } },
    );
  } else if (problem === 'type' || typeof given !== 'string')
    refuse(
      'value.type',
      range,
      {
        problem: 'Items of `tools` must be strings',
        consequence: refusesType(given),
        advice: 'Write the name of a tool',
      },
      { data: { expected: ['string'] } },
    );
  else if (given.trim() === '')
    refuse('tools.unknown', range, {
      problem: 'Empty name in `tools`',
      consequence: refuses,
      advice: 'Remove it',
    });
  else {
    const { suggestion: known, several, ...refused } = refusedTool(given);
    const isBare = refused.code === 'tools.unknown' && !known && isBareMcpName(given);
    const suggestion = known ?? (isBare ? mcpToolOf(servers, given) : undefined);
    const advice = !suggestion
      ? refused.code === 'tools.unknown'
        ? 'Write `mcp_<server>_<tool>` for a tool of an MCP server, and remove other names'
        : 'Remove such names'
      : refused.code === 'tools.unknown'
        ? `Did you mean \`${suggestion}\`?`
        : `Write \`${suggestion}\``;
    refuse(refused.code, range, { ...refused, advice }, { subject: given, several, data: { suggestion } });
  }
}

/** Whether a name looks like that of a tool, as MCP servers name theirs. */
function isBareMcpName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+$/.test(name);
}

/** The full name of a tool, where only one MCP server can have it. */
function mcpToolOf(servers: readonly string[], name: string): string | undefined {
  const [server, ...others] = servers;
  const full = `mcp_${server}_${name}`;
  return server !== undefined && others.length === 0 && !server.includes('_') && isGeminiToolName(full)
    ? full
    : undefined;
}

/** The names as a YAML list of tools of Gemini CLI; `undefined` when there is none for one of them. */
function listOf(names: readonly string[]): string | undefined {
  const meant = names.map(name => (isGeminiToolName(name) ? name : refusedTool(name).suggestion));
  if (meant.length === 0 || meant.includes(undefined)) return undefined;
  return `[${[...new Set(meant)].map(name => (name?.includes('*') ? `"${name}"` : name)).join(', ')}]`;
}
