import type { Path } from '../../../document/agentDocument.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { localFields, remoteFields } from './schema.ts';
import { type UnplacedIssue, valueAt } from './unplacedIssue.ts';

/** What kind of agent the file is meant to be. */
export type AgentKind = 'local' | 'remote';

const shared = ['name', 'description', 'display_name', 'kind'];
const known = {
  local: [...shared, ...Object.keys(localFields)],
  remote: [...shared, ...Object.keys(remoteFields)],
};

/** What other tools call a field of Gemini CLI. */
const foreignKeys: Readonly<Record<string, string>> = {
  maxTurns: 'max_turns',
  'max-turns': 'max_turns',
  steps: 'max_turns',
  maxSteps: 'max_turns',
  maxIterations: 'max_turns',
  timeout: 'timeout_mins',
  timeoutMins: 'timeout_mins',
  max_time_minutes: 'timeout_mins',
  mcpServers: 'mcp_servers',
  'mcp-servers': 'mcp_servers',
  displayName: 'display_name',
  title: 'display_name',
  'allowed-tools': 'tools',
  allowedTools: 'tools',
};

/** Says of a key that it is unknown, what is meant by it, or why it does not belong here. */
export function unknownKey(path: Path, value: unknown, kind: AgentKind, places: Places): UnplacedIssue {
  const key = String(path.at(-1));
  const range = places.key(path);
  const refuses = 'Gemini CLI refuses the whole file because of it';
  if (key === 'agent_card_json' || key === 'agent_card_url') {
    if (kind === 'remote')
      return {
        code: 'key.conflict',
        range,
        problem: `A remote agent has either \`agent_card_url\` or \`agent_card_json\`, and this one has both, so Gemini CLI refuses the whole file. Remove one.`,
      };
  }
  const other = kind === 'local' ? 'remote' : 'local';
  if (known[other].includes(key))
    return {
      code: 'key.unknown',
      range,
      problem: `\`${key}\` belongs to ${other} agents, and this one is ${kind}: ${refuses}. Remove it.`,
    };
  const proposal = foreignKeys[key] ?? nearestKey(key, known[kind]);
  const free = proposal && known[kind].includes(proposal) && !Object.hasOwn(owner(value, path), proposal);
  return {
    code: 'key.unknown',
    range,
    problem: free
      ? `Gemini CLI has no field \`${key}\`; it is called \`${proposal}\` there. Gemini CLI refuses the whole file because of the unknown one.`
      : `Gemini CLI has no field \`${key}\` and refuses the whole file because of it. Remove it.`,
    ...(free ? { data: { suggestion: proposal } } : {}),
  };
}

/** Says that a key is missing which such an agent needs. */
export function missingKey(path: Path, places: Places): UnplacedIssue {
  const key = String(path.at(-1));
  const where = path.length > 1 && path.at(-2) === 'auth' ? 'This kind of `auth`' : 'A remote agent';
  return {
    code: 'key.missing',
    range: places.key(path),
    problem:
      key === 'agent_card_url'
        ? 'A remote agent needs `agent_card_url` or `agent_card_json`, so Gemini CLI refuses the whole file. Add one of them, or write `kind: local`.'
        : `${where} needs \`${key}\`, so Gemini CLI refuses the whole file. Add it.`,
    data: { key },
  };
}

function owner(value: unknown, path: Path): object {
  const found = valueAt(value, path.slice(0, -1));
  return typeof found === 'object' && found !== null ? found : {};
}
