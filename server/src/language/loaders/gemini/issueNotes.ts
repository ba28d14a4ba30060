import type { Path } from '../../document/agentDocument.ts';
import type { LoadNote } from '../loader.ts';
import { nearest } from '../nearest.ts';
import { nearestKey } from '../nearestKey.ts';
import type { NoteCode } from '../noteCodes.ts';
import type { Places } from '../places.ts';
import { type Issue, typeWord } from '../shape.ts';
import { localFields, mcpServerFields, remoteFields } from './schema.ts';
import { isGeminiToolName, refusedTool } from './toolNames.ts';

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

/** Turns what is wrong with a definition into notes on the text. Any one of them refuses the file. */
export function issueNotes(
  issues: readonly Issue[],
  value: unknown,
  kind: AgentKind,
  places: Places,
): LoadNote[] {
  return issues.map(issue => ({
    effect: 'refused' as const,
    ...field(issue.path),
    ...describe(issue, value, kind, places),
  }));
}

type Described = Pick<LoadNote, 'code' | 'range' | 'message' | 'data'>;

function describe(issue: Issue, value: unknown, kind: AgentKind, places: Places): Described {
  const { path, problem, expected } = issue;
  const key = String(path.findLast(step => typeof step === 'string') ?? '');
  const top = String(path.find(step => typeof step === 'string') ?? '');
  const given = valueAt(value, path);
  const refuses = 'Gemini CLI refuses the whole file';
  const required = path.length <= 2 && path.at(-1) === key;
  if (required && key === 'name' && problem !== 'form' && problem !== 'type')
    return {
      code: 'name.missing',
      range: places.key(path),
      message: `The agent has no name, so ${refuses}. Add \`name:\` with lower-case letters, digits, \`-\` and \`_\`.`,
    };
  if (required && key === 'name') return badName(path, given, places);
  if (required && key === 'description' && problem !== 'type')
    return {
      code: 'description.missing',
      range: places.key(path),
      message: `The agent has no description, so ${refuses}. Say in \`description:\` when to use it.`,
    };
  if (required && key === 'description')
    return {
      code: 'description.invalid',
      range: places.value(path),
      message: `\`description\` must be text and is ${typeWord(given)}, so ${refuses}. Put it in quotes.`,
    };
  if (problem === 'unknownKey') return unknownKey(path, value, kind, places);
  if (top === 'mcp_servers' && path.length > 1) return badServer(issue, given, places);
  if (problem === 'missing') return missingKey(path, places);
  if (problem === 'null')
    return typeof path.at(-1) === 'number'
      ? {
          code: 'value.type',
          range: places.value(path),
          message: `An item of \`${key}\` is empty, so ${refuses}. Remove it.`,
          data: { expected },
        }
      : {
          code: 'value.null',
          range: places.key(path),
          message: `\`${key}\` has no value, so ${refuses}: an empty field is not the same as none there. Give it a value or delete the line.`,
        };
  if (top === 'tools') return badTools(issue, given, places);
  if (top === 'kind' || (key === 'kind' && typeof path[0] === 'number')) return badKind(path, given, places);
  if (problem === 'choice')
    return {
      code: 'value.choice',
      range: places.value(path),
      message: `\`${key}\` must be ${expected}, so ${refuses}. Upper and lower case count.`,
      data: {
        choices: issue.choices,
        ...suggestion(typeof given === 'string' ? nearest(given, issue.choices ?? []) : undefined),
      },
    };
  if (problem === 'range')
    return {
      code: 'value.number',
      range: places.value(path),
      message: `\`${key}\` must be ${expected}, so ${refuses}.`,
    };
  const unquote =
    typeof given === 'string' &&
    /number/.test(expected) &&
    given.trim() !== '' &&
    !Number.isNaN(Number(given));
  return {
    code: 'value.type',
    range: places.value(path),
    message: `\`${key}\` must be ${expected}${problem === 'type' ? ` and is ${typeWord(given)}` : ''}, so ${refuses}.${
      unquote ? ' Remove the quotes.' : expected === 'text' && problem === 'type' ? ' Put it in quotes.' : ''
    }`,
    data: { expected },
  };
}

function badName(path: Path, given: unknown, places: Places): Described {
  const slug = typeof given === 'string' ? slugOf(given) : String(given);
  const proposal = /^[a-z0-9-_]+$/.test(slug)
    ? ` Write \`${typeof given === 'string' ? slug : `"${slug}"`}\`.`
    : '';
  return {
    code: 'name.invalid',
    range: places.value(path),
    message:
      typeof given === 'string'
        ? `The name must be made of lower-case letters, digits, \`-\` and \`_\`, so Gemini CLI refuses the whole file.${proposal}`
        : `The name must be text and is ${typeWord(given)}, so Gemini CLI refuses the whole file.${proposal}`,
  };
}

function badKind(path: Path, given: unknown, places: Places): Described {
  const choices = typeof path[0] === 'number' ? ['remote'] : ['local', 'remote'];
  const meant = typeof given === 'string' ? nearest(given, choices) : undefined;
  return {
    code: 'value.choice',
    range: places.value(path),
    message:
      choices.length === 1
        ? 'A list holds remote agents only, so Gemini CLI refuses the whole file. Give each local agent a file of its own.'
        : '`kind` must be `local` or `remote`, in lower case, so Gemini CLI refuses the whole file. Without the line it is local.',
    data: { choices, ...suggestion(meant) },
  };
}

function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function unknownKey(path: Path, value: unknown, kind: AgentKind, places: Places): Described {
  const key = String(path.at(-1));
  const range = places.key(path);
  const refuses = 'Gemini CLI refuses the whole file because of it';
  if (key === 'agent_card_json' || key === 'agent_card_url') {
    if (kind === 'remote')
      return {
        code: 'key.conflict',
        range,
        message: `A remote agent has either \`agent_card_url\` or \`agent_card_json\`, and this one has both, so Gemini CLI refuses the whole file. Remove one.`,
      };
  }
  const other = kind === 'local' ? 'remote' : 'local';
  if (known[other].includes(key))
    return {
      code: 'key.unknown',
      range,
      message: `\`${key}\` belongs to ${other} agents, and this one is ${kind}: ${refuses}. Remove it.`,
    };
  const proposal = foreignKeys[key] ?? nearestKey(key, known[kind]);
  const free = proposal && known[kind].includes(proposal) && !Object.hasOwn(owner(value, path), proposal);
  return {
    code: 'key.unknown',
    range,
    message: free
      ? `Gemini CLI has no field \`${key}\`; it is called \`${proposal}\` there. Gemini CLI refuses the whole file because of the unknown one.`
      : `Gemini CLI has no field \`${key}\` and refuses the whole file because of it. Remove it.`,
    ...(free ? { data: { suggestion: proposal } } : {}),
  };
}

function missingKey(path: Path, places: Places): Described {
  const key = String(path.at(-1));
  const where = path.length > 1 && path.at(-2) === 'auth' ? 'This kind of `auth`' : 'A remote agent';
  return {
    code: 'key.missing',
    range: places.key(path),
    message:
      key === 'agent_card_url'
        ? 'A remote agent needs `agent_card_url` or `agent_card_json`, so Gemini CLI refuses the whole file. Add one of them, or write `kind: local`.'
        : `${where} needs \`${key}\`, so Gemini CLI refuses the whole file. Add it.`,
    data: { key },
  };
}

function badTools({ path, problem, expected }: Issue, given: unknown, places: Places): Described {
  const range = places.value(path);
  if (path.at(-1) === 'tools') {
    const names =
      typeof given === 'string'
        ? given
            .split(',')
            .map(each => each.trim())
            .filter(Boolean)
        : [];
    const meant = names.map(name => (isGeminiToolName(name) ? name : refusedTool(name).suggestion));
    const yaml =
      meant.length > 0 && meant.every(name => name !== undefined)
        ? `[${[...new Set(meant)].map(name => (name.includes('*') ? `"${name}"` : name)).join(', ')}]`
        : undefined;
    return {
      code: 'value.type',
      range,
      message: `\`tools\` must be a list and is ${typeWord(given)}, so Gemini CLI refuses the whole file. ${
        yaml ? `Write \`${yaml}\`.` : 'Write one name on each line, after `- `.'
      }`,
      data: { expected: 'list', ...suggestion(yaml) },
    };
  }
  if (problem === 'type' || typeof given !== 'string')
    return {
      code: 'value.type',
      range,
      message: `The items of \`tools\` must be names and this is ${typeWord(given)}, so Gemini CLI refuses the whole file.`,
      data: { expected },
    };
  if (given.trim() === '')
    return {
      code: 'tools.unknown',
      range,
      message: 'A name in `tools` is empty, so Gemini CLI refuses the whole file. Remove it.',
    };
  const { code, reason, suggestion: name } = refusedTool(given);
  return {
    code,
    range,
    message: `\`${given}\` ${reason}, so Gemini CLI refuses the whole file. ${name ? `Write \`${name}\`.` : 'Remove it.'}`,
    ...(name ? { data: { suggestion: name } } : {}),
  };
}

function badServer({ path, problem, expected }: Issue, given: unknown, places: Places): Described {
  const server = String(path[path.indexOf('mcp_servers') + 1]);
  const inner = path.slice(path.indexOf('mcp_servers') + 2);
  const code: NoteCode = 'mcp.invalid';
  const refuses = 'so Gemini CLI refuses the whole file';
  if (inner.length === 0)
    return {
      code,
      range: places.value(path),
      message: `The MCP server \`${server}\` must be a map with \`command\` or \`url\`, and is ${typeWord(given)}, ${refuses}.`,
    };
  const name = inner.join('.');
  if (problem === 'missing')
    return {
      code,
      range: places.key(path),
      message: `\`${name}\` of the MCP server \`${server}\` is missing, ${refuses}. Add it.`,
    };
  const hint =
    name === 'type'
      ? ' For a server that is started by `command`, remove the line.'
      : /^(env|headers)\./.test(name)
        ? ' Put the value in quotes.'
        : problem === 'null'
          ? ' Give it a value or delete the line.'
          : '';
  return {
    code,
    range: problem === 'null' ? places.key(path) : places.value(path),
    message: `\`${name}\` of the MCP server \`${server}\` must be ${expected}${
      problem === 'type' || problem === 'null' ? ` and is ${typeWord(given)}` : ''
    }, ${refuses}.${hint}`,
  };
}

/** The key that a key of an MCP server was probably meant to be. */
export function serverKeyMeant(key: string): string | undefined {
  const foreign: Readonly<Record<string, string>> = {
    httpUrl: 'http_url',
    serverUrl: 'url',
    includeTools: 'include_tools',
    tools: 'include_tools',
    excludeTools: 'exclude_tools',
    oauth: 'auth',
    environment: 'env',
  };
  return foreign[key] ?? nearest(key, Object.keys(mcpServerFields));
}

function suggestion(word: string | undefined): { suggestion?: string } {
  return word === undefined ? {} : { suggestion: word };
}

function field(path: Path): { field?: string } {
  const key = path.find(step => typeof step === 'string');
  return key === undefined ? {} : { field: String(key) };
}

function owner(value: unknown, path: Path): object {
  const found = valueAt(value, path.slice(0, -1));
  return typeof found === 'object' && found !== null ? found : {};
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}
