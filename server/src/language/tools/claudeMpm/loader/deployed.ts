import { isTruthy, PythonDict, type PythonValue, pythonText } from '../../../loading/yaml/python/values.ts';
import { firstPromptByName, firstPromptByType, textsByType, withoutFirstPrompt } from './texts.ts';

/** Why Claude MPM fails to build the agent: the key, and what it must be. */
export interface BuildError {
  readonly key: string;
  readonly problem: string;
  /** Set where the key is not there. */
  readonly isMissing?: true;
}

/** An agent as Claude MPM deploys it to `.claude/agents`. */
export interface Deployed {
  readonly name: string;
  readonly description: string;
  readonly model: string;
  readonly effort: string;
  /** Further lines of the front matter, by key. */
  readonly others: Readonly<Record<string, string | readonly string[]>>;
}

const models: Readonly<Record<string, string>> = {
  'claude-3-5-sonnet-20241022': 'sonnet',
  'claude-3-5-haiku-20241022': 'haiku',
  'claude-3-opus-20240229': 'opus',
  'claude-3-5-sonnet': 'sonnet',
  'claude-3-sonnet': 'sonnet',
  'claude-3-haiku': 'haiku',
  'claude-3-opus': 'opus',
};

const byTier: Readonly<Record<string, { readonly model: string; readonly effort: string }>> = {
  intensive: { model: 'opus', effort: 'thorough' },
  high: { model: 'sonnet', effort: 'thorough' },
  standard: { model: 'sonnet', effort: 'balanced' },
  lightweight: { model: 'haiku', effort: 'balanced' },
};

const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The name of the deployed agent, from that of the file; `undefined` where Claude MPM refuses the file for it. */
export function deployedName(stem: string): string | undefined {
  const name = stem.toLowerCase().replaceAll('_', '-');
  return nameForm.test(name) ? name : undefined;
}

/** Builds the agent in the order of Claude MPM's steps, or returns the first reason why it fails. */
export function deploy(stem: string, data: PythonDict): Deployed | BuildError {
  const get = (key: string) => data.get(key);
  const failure = (key: string, problem: string): BuildError => ({ key, problem });
  for (const key of ['name', 'description', 'version'])
    if (get(key) === undefined) return { ...failure(key, `\`${key}\` is missing`), isMissing: true };
  const capabilities = get('capabilities');
  const isUsed = ['memory_limit', 'cpu_limit', 'network_access', 'model'].some(key => get(key) !== undefined);
  if (isUsed && capabilities !== undefined && !(capabilities instanceof PythonDict))
    return failure('capabilities', '`capabilities` must be a mapping');
  const inner = capabilities instanceof PythonDict ? capabilities : new PythonDict();
  const configuration = get('configuration_fields');
  const configured = (key: string) =>
    configuration instanceof PythonDict ? configuration.get(key) : undefined;
  const settingOf = (key: string) =>
    [get(key), inner.get(key)].find(isTruthy) ?? (configured(key) === null ? undefined : configured(key));
  const needsConfiguration = ['tools', 'model', 'effort'].some(
    key => ![get(key), inner.get(key)].some(isTruthy),
  );
  if (needsConfiguration && configuration !== undefined && !(configuration instanceof PythonDict))
    return failure('configuration_fields', '`configuration_fields` must be a mapping');
  const model = settingOf('model');
  if (isCollection(model)) return failure('model', wrongType('model', 'a string'));
  const effort = settingOf('effort');
  const tier = [get('resource_tier'), inner.get('resource_tier')].find(isTruthy);
  if ((model === undefined || effort === undefined) && isCollection(tier))
    return failure('resource_tier', wrongType('resource_tier', 'a string'));
  const defaults = own(byTier, tier) ?? byTier.standard!;
  for (const key of ['response', 'metadata', 'knowledge', 'interactions'])
    if (get(key) !== undefined && !(get(key) instanceof PythonDict))
      return failure(key, wrongType(key, 'a mapping'));
  const name = deployedName(stem);
  if (name === undefined) return failure('', 'File name must be letters, digits and single hyphens');
  const metadata = get('metadata') instanceof PythonDict ? (get('metadata') as PythonDict) : new PythonDict();
  const written = [get('description'), metadata.get('description')].find(isTruthy);
  if (written !== undefined && typeof written !== 'string')
    return failure('description', wrongType('description', 'a string'));
  const type = get('agent_type') ?? (get('agent_type') === undefined ? 'general' : null);
  if (isCollection(type)) return failure('agent_type', wrongType('agent_type', 'a string'));
  const prompt = get('initialPrompt');
  if (isTruthy(prompt) && typeof prompt !== 'string')
    return failure('initialPrompt', wrongType('initialPrompt', 'a string'));
  const typeName = typeof type === 'string' ? type : '';
  const version = [get('agent_version'), get('version'), metadata.get('version') ?? '1.0.0'].find(isTruthy);
  const skills = get('skills');
  const firstPrompt = typeof prompt === 'string' && prompt !== '' ? prompt : firstPromptOf(name, typeName);
  return {
    name,
    description: [
      describe(written ?? `${stem.toLowerCase()} agent for specialized tasks`, stem, typeName),
      '',
      ...exampleOf(data, stem, typeName),
    ].join('\n'),
    model: model === undefined ? defaults.model : (own(models, model) ?? pythonText(model)),
    effort: effort === undefined ? defaults.effort : pythonText(effort),
    others: {
      ...(isTruthy(type) && type !== 'general' && { agent_type: pythonText(type) }),
      ...(version !== undefined && { version: pythonText(version) }),
      ...(Array.isArray(skills) && skills.length > 0 && { skills: skills.map(pythonText) }),
      ...(firstPrompt !== undefined && { initialPrompt: firstPrompt }),
    },
  };

  function wrongType(key: string, what: string): string {
    return `\`${key}\` must be ${what}`;
  }
}

function isCollection(value: PythonValue | undefined): boolean {
  return Array.isArray(value) || value instanceof PythonDict;
}

function own<Value>(table: Readonly<Record<string, Value>>, key: PythonValue | undefined): Value | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}

function firstPromptOf(name: string, type: string): string | undefined {
  if (withoutFirstPrompt.includes(name)) return undefined;
  return own(firstPromptByName, name) ?? own(firstPromptByType, type);
}

/** The description is replaced by one for the type, or becomes part of a general one if it is long enough. */
function describe(written: string, stem: string, type: string): string {
  const known = own(textsByType, type);
  if (known) return known.description;
  const line = written
    .trim()
    .split(/\s+/)
    .join(' ')
    .replace(/\s+([,.!?;:])/g, '$1')
    .replace(/([,.!?;:])\s+/g, '$1 ');
  const agent = stem.replaceAll('-', ' ');
  const follows = 'This agent provides targeted expertise and follows';
  return [...line].length > 10
    ? `Use this agent when you need specialized assistance with ${line.toLowerCase()}. ${follows} best practices for ${agent} related tasks.`
    : `Use this agent when you need specialized assistance from the ${agent} agent. ${follows} established best practices.`;
}

function exampleOf(data: PythonDict, stem: string, type: string): string[] {
  const agent = stem.replaceAll('-', ' ');
  const known = own(textsByType, type);
  const [context, user, assistant, commentary] = ownExample(data, stem, type) ??
    known?.example ?? [
      'When you need specialized assistance from the {agent} agent.',
      `I need help with ${agent} tasks`,
      "I'll use the {agent} agent to provide specialized assistance.",
      `This agent provides targeted expertise for ${agent} related tasks and follows established best practices.`,
    ];
  return [
    '<example>',
    `Context: ${context}`,
    `user: "${user}"`,
    `assistant: "${assistant}"`,
    '<commentary>',
    commentary,
    '</commentary>',
    '</example>',
  ].map(line => line.replaceAll('{agent}', stem));
}

/** The example of the file itself: the first under `knowledge`, or one for the first trigger. */
function ownExample(
  data: PythonDict,
  stem: string,
  type: string,
): readonly [string, string, string, string] | undefined {
  const listOf = (key: string, field: string): readonly PythonValue[] => {
    const value = data.get(key);
    const list = value instanceof PythonDict ? value.get(field) : undefined;
    return Array.isArray(list) ? list : [];
  };
  const [example] = listOf('knowledge', 'examples');
  if (example instanceof PythonDict) {
    const textOf = (key: string) => pythonText(example.get(key) ?? '');
    const [scenario, approach, why] = [textOf('scenario'), textOf('approach'), textOf('commentary')];
    if (scenario !== '' && approach !== '')
      return [
        scenario,
        `I need help with ${scenario.toLowerCase()}`,
        `I'll use the ${stem} agent to ${approach.toLowerCase()}.`,
        why ||
          `This agent is well-suited for ${scenario.toLowerCase()} because it specializes in ${approach.toLowerCase()} with targeted expertise.`,
      ];
  }
  const [trigger] = listOf('interactions', 'triggers');
  if (trigger === undefined) return undefined;
  const text = trigger instanceof PythonDict ? pythonText(trigger.get('pattern') ?? '') : pythonText(trigger);
  if (text === '') return undefined;
  return [
    `When user needs ${text}`,
    text,
    `I'll use the ${stem} agent for ${text}.`,
    `This ${type || 'general'} agent is appropriate because it has specialized capabilities for ${text.toLowerCase()} tasks.`,
  ];
}
