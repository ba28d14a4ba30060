import type { Path } from '../../../document/agentDocument.ts';
import {
  boolean,
  choice,
  isMapping,
  list,
  type Mismatch,
  map,
  record,
  type Shape,
  text,
} from '../../../loading/shape.ts';

const strings = list(text());

const seconds: Shape = (value, path) => {
  if (typeof value !== 'bigint' && typeof value !== 'number')
    return [{ path, problem: 'type', expected: 'a number of seconds' }];
  return value >= 0 ? [] : [{ path, problem: 'range', expected: 'a non-negative number of seconds' }];
};

const toolApproval: Shape = (value, path) =>
  typeof value === 'string'
    ? choice('auto', 'prompt', 'writes', 'approve')(value, path)
    : text()(value, path);

const mcpShared = {
  enabled: boolean,
  required: boolean,
  supports_parallel_tool_calls: boolean,
  startup_timeout_sec: seconds,
  startup_timeout_ms: seconds,
  tool_timeout_sec: seconds,
  enabled_tools: strings,
  disabled_tools: strings,
  scopes: strings,
  default_tools_approval_mode: toolApproval,
  tools: record(map({ optional: { approval_mode: toolApproval, enabled: boolean } })),
};
const mcpLocal = { args: strings, env: record(text()), cwd: text(), env_vars: list(envVar) };
const mcpRemote = {
  bearer_token_env_var: text(),
  http_headers: record(text()),
  env_http_headers: record(text()),
  bearer_token: text(),
};

function envVar(value: unknown, path: Path): readonly Mismatch[] {
  return typeof value === 'string' || isMapping(value)
    ? []
    : [{ path, problem: 'type', expected: 'the name of a variable' }];
}

/** One `[mcp_servers.x]`: local with `command`, remote with `url`; keys of the other kind refuse it. */
export const mcpServer: Shape = (value, path) => {
  const kind = map(
    { optional: { command: text(), url: text(), ...mcpShared, ...mcpLocal, ...mcpRemote } },
    'a table',
  );
  const mismatches = kind(value, path);
  if (mismatches.length > 0 || !isMapping(value)) return mismatches;
  const conflict = (key: string, other: string): Mismatch => ({
    path: [...path, key],
    problem: 'form',
    expected: `left out of a server with \`${other}\``,
  });
  if ('command' in value) {
    const foreign = ['url', ...Object.keys(mcpRemote)].filter(key => key in value);
    return foreign.map(key => conflict(key, 'command'));
  }
  if ('url' in value) {
    const foreign = [...Object.keys(mcpLocal), 'bearer_token'].filter(key => key in value);
    return foreign.map(key => conflict(key, 'url'));
  }
  return [{ path: [...path, 'command'], problem: 'missing', expected: 'either `command` or `url`' }];
};
