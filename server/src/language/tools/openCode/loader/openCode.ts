import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { typeName } from '../../../loading/shape.ts';
import { openCodeBuiltInAgents } from '../vocabulary.ts';
import { type AgentConfig, limitsOf, loadAgent, type SettleAgent } from './agent.ts';
import { openCodeAgentShape } from './agentShape.ts';
import { loadCommand } from './command.ts';
import { configEntry, type EntryKind } from './entryName.ts';
import type { IssueCollector, Product } from './product.ts';
import { asBlock } from './repairColons.ts';

/** OpenCode 1.18.33, as observed. One refused value of an agent or a command takes every agent down. */
const openCode: Product = {
  tool: 'OpenCode',
  version: '1.18.33',
  recorded: '2026-11-21',
  folders: { project: ['.opencode'], user: ['.config/opencode'] },
  repairing: asBlock,
  agentShape: openCodeAgentShape,
  builtIns: new Set(openCodeBuiltInAgents.keys()),
  unreadable: {
    effect: 'rejected',
    says: 'OpenCode cannot read this YAML and leaves the file out without a message.',
  },
  badAgent: {
    effect: 'crashes',
    says: 'OpenCode then refuses its whole configuration: no agent at all is available.',
  },
  badMode: { effect: 'rejected', says: 'OpenCode then leaves this mode out without a message.' },
  badCommand: {
    effect: 'crashes',
    says: 'OpenCode then refuses its whole configuration: no agent and no command is available.',
  },
  badModel: {
    effect: 'fails',
    says: 'OpenCode names a model by its provider and its id. It finds none by this name, and the first message fails.',
  },
};

/** An agent file: `.opencode/agent(s)/**.md`. */
export const openCodeAgent: Loader = loaderFor('agent', (document, id) =>
  loadAgent(openCode, document, id, openCode.badAgent, settle),
);

/** A mode, the older form of a primary agent: `.opencode/mode(s)/*.md`. */
export const openCodeMode: Loader = loaderFor('mode', (document, id) =>
  loadAgent(openCode, document, id, openCode.badMode, settle, { mode: 'primary' }),
);

/** A command file: `.opencode/command(s)/**.md`. */
export const openCodeCommand: Loader = loaderFor('command', (document, id) =>
  loadCommand(openCode, document, id),
);

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

/** Merges a checked agent into what OpenCode has of that name already, and gives it its defaults. */
const settle: SettleAgent = (config, collector) => {
  const { values, options, prompt, body } = config;
  if (values.disable === true) return { ...nothingLoaded, fields: { disable: true } };
  const name = settledName(config, collector);
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

/** The agent's id. Any text will do, and null becomes one; any other value breaks the list of agents. */
function settledName({ name }: AgentConfig, { product, places, add }: IssueCollector): string | undefined {
  if (typeof name === 'string') {
    if (name === '')
      add({
        code: 'name.missing',
        effect: 'changed',
        range: places.value(['name']),
        field: 'name',
        problem: `An empty \`name\` takes the place of the file's own: nobody can call this agent. Remove the key.`,
      });
    return name;
  }
  const range = places.value(['name']);
  if (name === null) {
    const message = `\`name\` has no value, so ${product.tool} calls this agent \`null\`. Remove the key: the file's name is the agent's.`;
    add({ code: 'value.null', effect: 'changed', range, field: 'name', problem: message });
    return 'null';
  }
  add({
    code: 'name.invalid',
    effect: 'crashes',
    range,
    field: 'name',
    problem: `A name must be text, and this is ${typeName(name)}. ${product.tool} loads it and then fails to list its agents: none is available. Put the name in quotes.`,
  });
  return undefined;
}

/** `provider/model` as OpenCode takes it apart: without a slash all of it is the provider. Empty text is no model. */
function modelOf(model: unknown): string | null {
  if (typeof model !== 'string' || model === '') return null;
  return model.includes('/') ? model : `${model}/`;
}

function given(values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter(key => values[key] !== undefined).map(key => [key, values[key]]));
}
