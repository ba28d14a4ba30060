import {
  boolean,
  isMapping,
  list,
  type Mismatch,
  map,
  number,
  record,
  type Shape,
  text,
} from '../../../loading/shape.ts';
import { commandShape, openCodeAgentShape, openCodePermissionShape } from './agentShape.ts';

const anyTable: Shape = map({}, 'an object');

/** What OpenCode 1.18.33 checks in its configuration, but for agents, whose values have texts of their own. */
export const configShape: Shape = map({
  optional: {
    model: text(),
    agent: record(anyTable, 'an object with an agent for each name'),
    mode: record(anyTable, 'an object with a mode for each name'),
    command: record(command, 'an object with a command for each name'),
    default_agent: text(),
    instructions: list(text()),
    permission: openCodePermissionShape,
    tools: record(boolean, 'an object of tool names and `true` or `false`'),
    mcp: anyTable,
  },
});

function command(value: unknown, path: Parameters<Shape>[1]): readonly Mismatch[] {
  const own = map({ required: { template: text() } }, 'an object')(value, path);
  return isMapping(value) ? [...own, ...commandShape(value, path)] : own;
}

/** What is wrong with an agent of the configuration. Unlike that of a file, it has a `prompt`. */
export function entryShape(agent: Record<string, unknown>): readonly Mismatch[] {
  return [...openCodeAgentShape(agent, []), ...map({ optional: { prompt: text() } })(agent, [])];
}

const shared = { enabled: boolean, timeout: number('a number', Number.isFinite) };
const local = map({
  required: { command: list(text()) },
  optional: { ...shared, environment: record(text()) },
});
const remote = map({ required: { url: text() }, optional: { ...shared, headers: record(text()) } });

/** The keys of servers of either kind. */
export const serverKeys: ReadonlySet<string> = new Set([
  'type',
  'command',
  'environment',
  'url',
  'headers',
  ...Object.keys(shared),
]);

/** What is wrong with an MCP server: a local or remote one, or only the switch of one that is configured elsewhere. */
export const isServerShape: Shape = (value, path) => {
  if (!isMapping(value)) return anyTable(value, path);
  const { type } = value as Readonly<Record<string, unknown>>;
  if (type === 'local') return local(value, path);
  if (type === 'remote') return remote(value, path);
  if (type === undefined && 'enabled' in value && !('command' in value) && !('url' in value))
    return boolean((value as { enabled: unknown }).enabled, [...path, 'enabled']);
  const choices = ['local', 'remote'];
  return [
    type === undefined
      ? { path: [...path, 'type'], problem: 'missing', expected: '`"type": "local"` or `"type": "remote"`' }
      : { path: [...path, 'type'], problem: 'choice', expected: '`local` or `remote`', choices },
  ];
};
