import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { typeName } from '../../../loading/shape.ts';
import { openCodeBuiltInAgents, openCodeDeadTools } from '../vocabulary.ts';
import { limitsOf, loadAgent, type SettleAgent } from './agent.ts';
import type { AgentConfig } from './agentConfig.ts';
import { openCodeAgentShape } from './agentShape.ts';
import { loadCommand } from './command.ts';
import { effectiveAgent, openCodeEnvironment } from './effective.ts';
import { configEntry, type EntryKind } from './entryName.ts';
import { expandCommand } from './expandCommand.ts';
import type { LoadContext, Product } from './product.ts';
import { asBlock } from './repairColons.ts';

/** OpenCode 1.18.33, as observed. One rejected value in an agent or a command loses every agent. */
export const openCode: Product = {
  tool: 'OpenCode',
  version: '1.18.33',
  recorded: '2026-11-21',
  folders: { project: ['.opencode'], user: ['.config/opencode'] },
  allowedByDefault: ['bash', 'edit'],
  absent: openCodeDeadTools,
  keepsPrompts: true,
  repairing: asBlock,
  agentShape: openCodeAgentShape,
  builtIns: new Set(openCodeBuiltInAgents.keys()),
  unreadable: {
    effect: 'rejected',
    consequence: 'OpenCode cannot read the YAML and silently skips the file',
  },
  badAgent: {
    effect: 'crashes',
    consequence: 'OpenCode rejects its whole configuration: no agent is available',
  },
  badMode: { effect: 'rejected', consequence: 'OpenCode silently skips this mode' },
  badCommand: {
    effect: 'crashes',
    consequence: 'OpenCode rejects its whole configuration: no agent and no command is available',
  },
  badModel: {
    effect: 'fails',
    consequence: 'OpenCode finds no model by this name, and the first message fails',
  },
};

const started: Pick<Loader, 'effective' | 'environment'> = {
  effective: (_, load, environment) => effectiveAgent(load, environment),
  environment: openCodeEnvironment,
};

/** An agent file: `.opencode/agent(s)/**.md`. */
export const openCodeAgent: Loader = {
  ...loaderFor('agent', (document, id) => loadAgent(openCode, document, id, openCode.badAgent, settle)),
  ...started,
};

/** A mode, the older form of a primary agent: `.opencode/mode(s)/*.md`. */
export const openCodeMode: Loader = {
  ...loaderFor('mode', (document, id) =>
    loadAgent(openCode, document, id, openCode.badMode, settle, { mode: 'primary' }),
  ),
  ...started,
};

/** A command file: `.opencode/command(s)/**.md`. */
export const openCodeCommand: Loader = {
  ...loaderFor('command', (document, id) => loadCommand(openCode, document, id)),
  expand: expandCommand,
};

function loaderFor(
  kind: EntryKind,
  load: (document: Parameters<Loader['load']>[0]['document'], id: string) => LoadResult,
): Loader {
  return {
    tool: openCode.tool,
    version: openCode.version,
    recorded: openCode.recorded,
    evidence: 'measured',
    load({ document, path }) {
      const entry = configEntry(path, openCode.folders);
      return entry?.kind === kind ? load(document, entry.name) : { ...nothingLoaded, ignored: true };
    },
  };
}

/** Merges a checked agent into the built-in agent of that name, and sets its defaults. */
const settle: SettleAgent = (config, context) => {
  const { values, options, prompt, body } = config;
  if (values.disable === true) return { ...nothingLoaded, fields: { disable: true } };
  const name = settledName(config, context);
  if (name === undefined) return nothingLoaded;
  const builtIn = openCodeBuiltInAgents.get(name);
  const { result, fields } = limitsOf(config);
  const description = (values.description as string | undefined) ?? builtIn?.description ?? null;
  const model = modelOf(values.model);
  const own = {
    ...(description !== null && { description }),
    mode: values.mode ?? builtIn?.mode ?? 'all',
    ...(model !== null && { model }),
    ...given(values, ['variant', 'temperature', 'color', 'hidden']),
    ...(values.top_p !== undefined && { topP: values.top_p }),
    ...((values.steps ?? values.maxSteps) !== undefined && {
      steps: values.steps ?? values.maxSteps,
    }),
  };
  return {
    ...nothingLoaded,
    ...result,
    loads: true,
    name,
    description,
    model,
    fields: { ...own, ...fields, options, prompt },
    body,
  };
};

/** Returns the agent's id: any string, `null` as a string. Any other value breaks the list of agents. */
function settledName({ name }: AgentConfig, { product, places, issues }: LoadContext): string | undefined {
  const details = { field: 'name' };
  const range = places.value(['name']);
  if (typeof name === 'string') {
    if (name === '')
      issues.add(
        'name.missing',
        'changed',
        range,
        {
          problem: problems.emptyKey('name'),
          consequence: `${product.tool} uses the empty name instead of the file's, and nobody can call this agent`,
          advice: 'Remove the key',
        },
        details,
      );
    return name;
  }
  if (name === null) {
    issues.add(
      'value.null',
      'changed',
      range,
      {
        problem: problems.noValue('name'),
        consequence: `${product.tool} names this agent \`null\``,
        advice: "Remove the key to use the file's name",
      },
      details,
    );
    return 'null';
  }
  issues.add(
    'name.invalid',
    'crashes',
    range,
    {
      problem: '`name` must be a string',
      consequence: `${product.tool} loads ${typeName(name)} here and then fails to list its agents: no agent is available`,
      advice: 'Put the name in quotes',
    },
    details,
  );
  return undefined;
}

/** `provider/model` as OpenCode splits it: without a slash, all of it is the provider. An empty string is not a model. */
function modelOf(model: unknown): string | null {
  if (typeof model !== 'string' || model === '') return null;
  return model.includes('/') ? model : `${model}/`;
}

function given(values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter(key => values[key] !== undefined).map(key => [key, values[key]]));
}
