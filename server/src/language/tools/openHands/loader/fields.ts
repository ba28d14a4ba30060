import type { Effect, NewText } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import type { ValueKind } from '../../../loading/shape.ts';
import {
  PythonDict,
  PythonFloat,
  type PythonValue,
  pythonText,
  pythonTypeText,
} from '../../../loading/yaml/python/values.ts';
import { type AgentFile, refusal } from './agentFile.ts';
import { reportHooks } from './hooks.ts';

const starts = 'OpenHands fails whenever it starts the agent';

export const permissionModes = ['always_confirm', 'never_confirm', 'confirm_risky'];

type Details = { readonly expected?: readonly ValueKind[] };

/** Reports a value of a field. */
function report(
  { places, issues }: AgentFile,
  field: string,
  effect: Effect,
  text: NewText,
  { expected }: Details = {},
): void {
  issues.add('value.type', effect, places.value([field]), text, { field, data: expected && { expected } });
}

/** Reports what OpenHands reads otherwise than it is written, in the order of its steps. */
export function reportFields(file: AgentFile): void {
  for (const key of ['name', 'description'] as const) reportText(key, file);
  reportModel(file);
  reportTools(file);
  reportPermissionMode(file);
  reportLimits(file);
  reportServers(file);
  reportStore(file);
  reportHooks(file);
  reportCondenser(file);
}

/** Any value becomes text: `name:` without a value is the name `None`. */
function reportText(key: 'name' | 'description', { data, places, issues }: AgentFile): void {
  const value = data[key];
  if (value === undefined) {
    if (key === 'description')
      issues.add(
        'description.missing',
        'ignored',
        places.key([key]),
        {
          problem: problems.missingKey(key),
          consequence: 'OpenHands offers the agent without saying when to use it',
        },
        { field: key },
      );
    return;
  }
  if (typeof value === 'string') return;
  issues.add(
    `${key}.invalid`,
    'changed',
    places.value([key]),
    {
      problem: value === null ? problems.emptyKey(key) : `\`${key}\` must be a string`,
      consequence: `OpenHands reads it as the text \`${pythonText(value).slice(0, 60)}\``,
      advice: value === null ? `Write the ${key}` : `Put it in quotes; it is ${pythonTypeText(value)}`,
    },
    { field: key, data: { expected: ['string'] } },
  );
}

/** Names by which products call models. A profile of OpenHands can have another name. */
const modelName =
  /\/|^(?:sonnet|opus|haiku|fable|inherit|default|auto|best|fast)(?:\[|$)|^(?:claude|gpt|gemini|o\d|deepseek|qwen|llama|mistral|grok|kimi|glm)[-.\d]/i;
/** The names that a profile can have. */
const profileName = /^[a-z0-9][\w.-]{0,63}$/i;

function reportModel({ data, places, issues }: AgentFile): void {
  const value = data.model;
  if (value === undefined || value === '' || value === 'inherit') return;
  const text = pythonText(value);
  const isCertain = typeof value !== 'string' || modelName.test(text) || !profileName.test(text);
  issues.add(
    'model.profile',
    isCertain ? 'fails' : 'noted',
    places.value(['model']),
    {
      problem: value === null ? problems.noValue('model') : problems.unknownModel(text.slice(0, 40)),
      consequence: isCertain
        ? `OpenHands looks for an LLM profile of the name \`${text.slice(0, 40)}\`, and fails whenever it starts the agent`
        : 'OpenHands starts the agent only where there is an LLM profile of that name',
      advice: value === null ? 'Remove the key' : 'Write the name of an LLM profile, or `inherit`',
    },
    { field: 'model', data: { suggestion: isCertain ? 'inherit' : undefined } },
  );
}

function reportTools(file: AgentFile): void {
  const { data, places, issues } = file;
  const value = data.tools;
  const none = 'OpenHands gives the agent no tools';
  if (value === undefined)
    issues.add(
      'key.missing',
      'ignored',
      places.key(['tools']),
      {
        problem: problems.missingKey('tools'),
        consequence: `${none} but those to think and to finish`,
        advice: 'List the tools that the agent needs',
      },
      { field: 'tools', data: { key: 'tools' } },
    );
  else if (typeof value === 'string') {
    if (!value.includes(',')) return;
    report(
      file,
      'tools',
      'fails',
      {
        problem: '`tools` must be a list',
        consequence: `OpenHands takes the text for the name of one tool, and fails whenever it starts the agent`,
        advice: 'Write a list: `[file_editor, terminal]`',
      },
      { expected: ['list'] },
    );
  } else if (!Array.isArray(value))
    report(
      file,
      'tools',
      'ignored',
      {
        problem: value === null ? problems.noValue('tools') : '`tools` must be a list',
        consequence: none,
        advice: 'Write a list: `[file_editor, terminal]`',
      },
      { expected: ['list'] },
    );
  else
    value.forEach((item, at) => {
      if (typeof item === 'string') return;
      issues.add(
        'tools.unknown',
        'fails',
        places.value(['tools', at]),
        { problem: problems.unknownTool(pythonText(item).slice(0, 40)), consequence: starts },
        { field: 'tools', subject: pythonText(item).slice(0, 40) },
      );
    });
}

function reportPermissionMode({ data, places, issues }: AgentFile): void {
  const value = data.permission_mode;
  if (value === undefined || value === null || permissionModes.includes(permissionModeOf(value) ?? ''))
    return;
  issues.add(
    'value.choice',
    'rejected',
    places.value(['permission_mode']),
    {
      problem: `Unknown value \`${pythonText(value).slice(0, 30)}\` for \`permission_mode\``,
      consequence: refusal,
      advice: 'Use `always_confirm`, `never_confirm` or `confirm_risky`',
    },
    { field: 'permission_mode', data: { choices: permissionModes } },
  );
}

/** The mode as OpenHands reads it; `null` for none. */
export function permissionModeOf(value: PythonValue | undefined): string | null {
  return value === undefined || value === null ? null : pythonText(value).trim().toLowerCase();
}

/** A limit as a number; `null` where OpenHands sets none, `undefined` where it refuses the file. */
export function limitOf(key: string, value: PythonValue | undefined): number | null | undefined {
  const isWhole = key === 'max_iteration_per_run';
  if (typeof value === 'string') {
    const text = value.trim().replace(/(?<=\d)_(?=\d)/g, '');
    const form = isWhole ? /^[-+]?\d+$/ : /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
    return form.test(text) ? positive(Number(text)) : undefined;
  }
  if (typeof value === 'boolean') return isWhole ? positive(Number(value)) : null;
  if (typeof value === 'number' || typeof value === 'bigint') return positive(Number(value));
  if (value instanceof PythonFloat && !isWhole) return positive(value.value);
  return null;
}

function positive(value: number): number | undefined {
  return value > 0 ? value : undefined;
}

function reportLimits(file: AgentFile): void {
  for (const key of ['max_iteration_per_run', 'max_budget_per_run']) {
    const value = file.data[key];
    if (value === undefined || value === null) continue;
    const limit = limitOf(key, value);
    const what = key === 'max_iteration_per_run' ? 'a whole number above 0' : 'a number above 0';
    if (limit === undefined)
      report(file, key, 'rejected', { problem: `\`${key}\` must be ${what}`, consequence: refusal });
    else if (limit === null)
      report(file, key, 'unrestricted', {
        problem: `\`${key}\` must be ${what}`,
        consequence: 'OpenHands sets no such limit',
      });
  }
}

function reportServers(file: AgentFile): void {
  const key = file.data.mcp_config === undefined ? 'mcp_servers' : 'mcp_config';
  const value = file.data[key];
  if (value === undefined || value === null) return;
  if (!(value instanceof PythonDict)) {
    report(
      file,
      key,
      'rejected',
      {
        problem: `\`${key}\` must be a mapping`,
        consequence: refusal,
        advice: 'Name each server and describe it',
      },
      { expected: ['mapping'] },
    );
    return;
  }
  const wrapped = value.get('mcpServers');
  const servers = wrapped instanceof PythonDict ? wrapped : value;
  for (const [name, server] of servers.items()) {
    const wrong = serverProblem(server);
    if (wrong === undefined) continue;
    const text = pythonText(name).slice(0, 30);
    file.issues.add(
      'mcp.invalid',
      'rejected',
      file.places.value([key, ...(servers === value ? [] : ['mcpServers']), text]),
      { problem: `MCP server \`${text}\` ${wrong}`, consequence: refusal },
      { field: key, subject: text },
    );
  }
}

const transports = ['stdio', 'http', 'streamable-http', 'sse'];

/** What is wrong with a server, to follow its name; `undefined` where OpenHands takes it. */
function serverProblem(server: PythonValue): string | undefined {
  if (!(server instanceof PythonDict)) return 'must be a mapping';
  for (const key of ['url', 'command']) {
    const value = server.get(key);
    if (value !== undefined && value !== null && (typeof value !== 'string' || value === ''))
      return `has a \`${key}\` that is not a text`;
  }
  const args = server.get('args');
  if (
    args !== undefined &&
    args !== null &&
    !(Array.isArray(args) && args.every(each => typeof each === 'string'))
  )
    return 'has `args` that are not a list of strings';
  const transport = server.get('transport') ?? server.get('type');
  const name = transport === 'shttp' ? 'http' : transport;
  if (name === undefined || name === null) return undefined;
  if (typeof name !== 'string' || !transports.includes(name)) return 'has an unknown transport';
  if (name === 'stdio') return typeof server.get('command') === 'string' ? undefined : 'has no `command`';
  return typeof server.get('url') === 'string' ? undefined : 'has no `url`';
}

function reportStore(file: AgentFile): void {
  const value = file.data.profile_store_dir;
  if (value === undefined || value === null || typeof value === 'string') return;
  report(
    file,
    'profile_store_dir',
    'rejected',
    { problem: '`profile_store_dir` must be a string', consequence: refusal },
    { expected: ['string'] },
  );
}

const condenserWords = /^(?:|default|inherit|none|off|false|no|disabled?)$/;

function reportCondenser(file: AgentFile): void {
  const value = file.data.condenser;
  if (value === undefined || value === null || typeof value === 'boolean' || value instanceof PythonDict)
    return;
  if (typeof value === 'string' && condenserWords.test(value.trim().toLowerCase())) return;
  report(file, 'condenser', 'rejected', {
    problem: '`condenser` must be `default`, `none` or a mapping',
    consequence: refusal,
  });
}
