import type { Path } from '../../../document/agentDocument.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { valueAt } from '../../../loading/values.ts';
import { labelOf, type Refuse, subjectOf } from './refusal.ts';
import { localFields, remoteFields } from './schema.ts';

/** The kind of agent that the file is meant to be. */
export type AgentKind = 'local' | 'remote';

const shared = ['name', 'description', 'display_name', 'kind'];
const known = {
  local: [...shared, ...Object.keys(localFields)],
  remote: [...shared, ...Object.keys(remoteFields)],
};

/** The names that other tools have for a field of Gemini CLI. */
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

/** Refuses an unknown key: says what is meant by it, or why it does not belong here. */
export function refuseUnknownKey(
  path: Path,
  value: unknown,
  kind: AgentKind,
  places: Places,
  refuse: Refuse,
): void {
  const key = String(path.at(-1));
  const range = places.key(path);
  const problem = problems.unknownKey(key);
  const other = kind === 'local' ? 'remote' : 'local';
  if (kind === 'remote' && (key === 'agent_card_json' || key === 'agent_card_url'))
    refuse('key.conflict', range, {
      problem: '`agent_card_url` and `agent_card_json` exclude each other',
      consequence: 'Gemini CLI accepts only one of them in a remote agent, and does not load the file',
      advice: 'Remove one of them',
    });
  else if (known[other].includes(key))
    refuse(
      'key.unknown',
      range,
      {
        problem,
        consequence: `Gemini CLI supports it only in ${other} agents, this one is ${kind}, and the file is not loaded`,
      },
      {
        several: `Gemini CLI supports them only in ${other} agents, this one is ${kind}, and the file is not loaded`,
      },
    );
  else {
    const proposal = foreignKeys[key] ?? nearestKey(key, known[kind]);
    const free = proposal && known[kind].includes(proposal) && !Object.hasOwn(owner(value, path), proposal);
    refuse(
      'key.unknown',
      range,
      {
        problem,
        consequence: 'Gemini CLI does not load a file with an unknown key',
        advice: free ? `Did you mean \`${proposal}\`?` : undefined,
      },
      {
        several: 'Gemini CLI does not load a file with unknown keys',
        data: { suggestion: free ? proposal : undefined },
      },
    );
  }
}

/** Refuses a file without a key that such an agent requires. */
export function refuseMissingKey(path: Path, places: Places, refuse: Refuse): void {
  const key = String(path.at(-1));
  const where = path.length > 1 && path.at(-2) === 'auth' ? 'this kind of `auth`' : 'a remote agent';
  refuse(
    'key.missing',
    places.key(path),
    {
      problem: `${labelOf(path)} is missing`,
      ...(key === 'agent_card_url'
        ? {
            consequence:
              'Gemini CLI requires it or `agent_card_json` in a remote agent, and does not load the file',
            advice: 'Add one of them, or write `kind: local`',
          }
        : {
            consequence: `Gemini CLI requires it for ${where}, and does not load the file`,
            advice: 'Add it',
          }),
    },
    { subject: subjectOf(path), data: { key } },
  );
}

function owner(value: unknown, path: Path): object {
  const found = valueAt(value, path.slice(0, -1));
  return typeof found === 'object' && found !== null ? found : {};
}
