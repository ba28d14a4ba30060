import { asText } from '../../loading/asText.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../loading/loader.ts';
import { typeName } from '../../loading/shape.ts';
import { limitsOf, loadAgent, type SettleAgent } from '../openCode/loader/agent.ts';
import { kiloAgentShape } from '../openCode/loader/agentShape.ts';
import { loadCommand } from '../openCode/loader/command.ts';
import { type ConfigEntry, configEntry } from '../openCode/loader/entryName.ts';
import type { IssueCollector, Product } from '../openCode/loader/product.ts';
import { asQuoted } from '../openCode/loader/repairColons.ts';
import { environmentReference } from './kiloVariables.ts';
import { loadWorkflow } from './kiloWorkflow.ts';
import { kiloBuiltInAgents } from './vocabulary.ts';

const skipped = 'Kilo then leaves this file out.';

/** Kilo 7.7.9, as observed: OpenCode's reading, but a bad file is left out and the others load. */
const kilo: Product = {
  tool: 'Kilo',
  version: '7.7.9',
  recorded: '2026-11-21',
  folders: { project: ['.kilo', '.kilocode'], user: ['.config/kilo'] },
  repairing: asQuoted,
  agentShape: kiloAgentShape,
  builtIns: new Set(kiloBuiltInAgents.map(({ value }) => value)),
  unreadable: { effect: 'rejected', says: 'Kilo cannot read this YAML and leaves the file out.' },
  badAgent: { effect: 'rejected', says: skipped },
  badMode: { effect: 'rejected', says: skipped },
  badCommand: { effect: 'rejected', says: skipped },
  // Only that it loads was observed; that no model is found by it is OpenCode's behaviour.
  badModel: { effect: 'noted', says: 'Kilo names a model by its provider and its id, which this is not.' },
};

/** An agent file: `.kilo/agent(s)/**.md`, or the same below `.kilocode`. */
export const kiloAgent: Loader = loaderFor(({ kind, name }, document) =>
  kind === 'agent' ? loadAgent(kilo, document, name, kilo.badAgent, settle) : undefined,
);

/** A mode, the older form of a primary agent: `.kilo/mode(s)/*.md`. */
export const kiloMode: Loader = loaderFor(({ kind, name }, document) =>
  kind === 'mode' ? loadAgent(kilo, document, name, kilo.badMode, settle, { mode: 'primary' }) : undefined,
);

/** A command file: `.kilo/command(s)/**.md`. */
export const kiloCommand: Loader = loaderFor(({ kind, name }, document) =>
  kind === 'command' ? loadCommand(kilo, document, name) : undefined,
);

/** A workflow, `.kilo/workflows/*.md`: the older form of a command. */
export const kiloWorkflow: Loader = loaderFor(({ kind, name }, document) =>
  kind === 'workflow' ? loadWorkflow(kilo, document, name) : undefined,
);

type Document = Parameters<Loader['load']>[0]['document'];

function loaderFor(load: (entry: ConfigEntry, document: Document) => LoadResult | undefined): Loader {
  return {
    tool: kilo.tool,
    version: kilo.version,
    recorded: kilo.recorded,
    evidence: 'measured',
    load({ document, path }) {
      const entry = configEntry(path, kilo.folders);
      const result = entry && load(entry, document);
      if (!entry || !result) return { ...nothingLoaded, ignored: true };
      // Whether Kilo fills anything into a workflow was not observed.
      return entry.ofUser || entry.kind === 'workflow' ? result : withoutEnvironment(result, document);
    },
  };
}

/** Kilo fills `{file:…}` into a prompt. `{env:…}` in a project's file makes it drop the file. */
function withoutEnvironment(result: LoadResult, document: Document): LoadResult {
  const range = result.body && environmentReference(document.text, result.body);
  if (!range) return result;
  const issues = [
    ...result.issues,
    {
      code: 'body.placeholder',
      effect: 'rejected',
      range,
      problem: `Kilo does not let a project's files read the environment, and leaves out a file whose prompt holds \`{env:…}\`. It then speaks of YAML that it cannot parse. Remove the reference.`,
    } as const,
  ];
  return { ...nothingLoaded, issues: issues.toSorted((a, b) => a.range.start - b.range.start) };
}

/** Holds a checked agent as Kilo's configuration shows it. */
const settle: SettleAgent = (config, collector) => {
  const { values, options, prompt, body } = config;
  const { result, fields } = limitsOf(config);
  const own = ['description', 'mode', 'variant', 'temperature', 'color', 'hidden', 'disable', 'model'];
  const model = typeof values.model === 'string' ? values.model : null;
  const steps = values.steps !== undefined ? values.steps : values.maxSteps;
  return {
    ...nothingLoaded,
    ...result,
    loads: true,
    name: settledName(config.name, collector),
    description: typeof values.description === 'string' ? values.description : null,
    model,
    fields: {
      ...Object.fromEntries(own.filter(key => values[key] != null).map(key => [key, values[key]])),
      ...(values.top_p != null && { topP: values.top_p }),
      ...(steps != null && { steps }),
      ...fields,
      options,
      prompt,
    },
    body,
  };
};

/** The agent's id: any value, as text. `null` when the file sets it to nothing. */
function settledName(name: unknown, { places, add }: IssueCollector): string | null {
  if (typeof name === 'string' && name !== '') return name;
  const range = places.value(['name']);
  if (name === null || name === '') {
    add({
      code: name === '' ? 'name.missing' : 'value.null',
      effect: 'changed',
      range,
      field: 'name',
      problem:
        "This empty `name` takes the place of the file's own, and nobody can call the agent. Remove the key.",
    });
    return name;
  }
  add({
    code: 'name.invalid',
    effect: 'noted',
    range,
    field: 'name',
    problem: `This name is ${typeName(name)}, which Kilo takes as text. OpenCode lists no agents because of it. Put it in quotes.`,
  });
  return asText(name);
}
