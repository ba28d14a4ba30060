import type { Path } from '../../../document/agentDocument.ts';
import {
  choice,
  isMapping,
  list,
  type Mismatch,
  map,
  number,
  record,
  type Shape,
  text,
} from '../../../loading/shape.ts';

const strings = list(text());
const common = { timeout: number('a positive integer', value => Number.isInteger(value) && value > 0) };

const local = map({
  required: { command: text(), args: strings, tools: strings },
  optional: { type: anyOf('local', 'stdio'), env: record(text()), cwd: text(), ...common },
});

const remote = map({
  required: { type: anyOf('http', 'sse'), url: text(), tools: strings },
  optional: { headers: record(text()), ...common },
});

/**
 * The `mcp-servers` of an agent. A server with `url`, or of type `http` or `sse`, is remote; any other runs as a command.
 * Other keys are not checked. The mapping itself may be empty or null.
 */
export const mcpServers: Shape = (value, path) => {
  if (value === null) return [];
  return record(
    (server, at) => (isRemote(server) ? remote : local)(server, at),
    'a mapping of names to servers',
  )(value, path);
};

function isRemote(server: unknown): boolean {
  return isMapping(server) && ('url' in server || server.type === 'http' || server.type === 'sse');
}

/** One of a few values. A value of another type is a type mismatch. */
function anyOf(...values: readonly string[]): Shape {
  const among = choice(...values);
  return (value: unknown, path: Path): readonly Mismatch[] =>
    typeof value === 'string' ? among(value, path) : text()(value, path);
}
