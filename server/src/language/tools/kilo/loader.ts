import { lineStart } from '../../document/lines.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { asText } from '../../loading/asText.ts';
import { IssueCollector } from '../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../loading/loader.ts';
import { problems } from '../../loading/problems.ts';
import { refused } from '../../loading/refused.ts';
import { typeName } from '../../loading/shape.ts';
import { shorten } from '../../loading/values.ts';
import { limitsOf, loadAgent, type SettleAgent } from '../openCode/loader/agent.ts';
import { kiloAgentShape } from '../openCode/loader/agentShape.ts';
import { loadCommand } from '../openCode/loader/command.ts';
import { type ConfigEntry, configEntry } from '../openCode/loader/entryName.ts';
import type { LoadContext, Outcome, Product } from '../openCode/loader/product.ts';
import { asQuoted } from '../openCode/loader/repairColons.ts';
import { loadWorkflow } from './kiloWorkflow.ts';
import { kiloBuiltInAgents } from './vocabulary.ts';

const skipped: Outcome = { effect: 'rejected', consequence: 'Kilo skips this file' };

/** Kilo 7.7.9, as observed: reads files as OpenCode does, but skips an invalid file and loads the others. */
const kilo: Product = {
  tool: 'Kilo',
  version: '7.7.9',
  recorded: '2026-11-21',
  folders: { project: ['.kilo', '.kilocode'], user: ['.config/kilo'] },
  repairing: asQuoted,
  agentShape: kiloAgentShape,
  builtIns: new Set(kiloBuiltInAgents.map(({ value }) => value)),
  unreadable: { effect: 'rejected', consequence: 'Kilo cannot read the YAML and skips the file' },
  badAgent: skipped,
  badMode: skipped,
  badCommand: skipped,
  // Only that it loads was observed; that it names no model is the behavior of OpenCode.
  badModel: { effect: 'noted', consequence: 'Kilo expects a provider and an id' },
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
      // Whether Kilo replaces placeholders in a workflow was not observed.
      return entry.ofUser || entry.kind === 'workflow' ? result : withoutEnvironment(result, document);
    },
  };
}

/** Rejects a project's file that contains `{env:…}`, as Kilo does; it replaces `{file:…}` in a prompt. */
function withoutEnvironment(result: LoadResult, document: Document): LoadResult {
  const range = result.body && environmentReference(document.text, result.body);
  if (!range) return result;
  const written = document.slice(range);
  const issues = new IssueCollector();
  issues.addAll(result.issues);
  issues.add('body.placeholder', 'rejected', range, {
    problem: `Placeholder \`${shorten(written)}\` is not filled in`,
    consequence:
      "Kilo does not let a project's files read the environment: it skips the file, and reports YAML that it cannot parse",
    advice: 'Remove the reference',
  });
  return refused(issues);
}

/** The first `{env:NAME}` that Kilo would replace: not after a `$`, and not on a line that starts with `//`. */
function environmentReference(text: string, { start, end }: OffsetRange): OffsetRange | undefined {
  const prompt = text.slice(start, end);
  for (const match of prompt.matchAll(/(?<!\$)\{env:[^}]{1,200}\}/g)) {
    const line = prompt.slice(lineStart(prompt, match.index), match.index);
    if (!line.trimStart().startsWith('//'))
      return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return undefined;
}

/** Represents a checked agent as Kilo's configuration shows it. */
const settle: SettleAgent = (config, context) => {
  const { values, options, prompt, body } = config;
  const { result, fields } = limitsOf(config);
  const own = ['description', 'mode', 'variant', 'temperature', 'color', 'hidden', 'disable', 'model'];
  const model = typeof values.model === 'string' ? values.model : null;
  const steps = values.steps !== undefined ? values.steps : values.maxSteps;
  return {
    ...nothingLoaded,
    ...result,
    loads: true,
    name: settledName(config.name, context),
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

/** Returns the agent's id: any value, as a string. `null` when `name` has no value. */
function settledName(name: unknown, { places, issues }: LoadContext): string | null {
  if (typeof name === 'string' && name !== '') return name;
  const range = places.value(['name']);
  const details = { field: 'name' };
  if (name === null || name === '') {
    issues.add(
      name === '' ? 'name.missing' : 'value.null',
      'changed',
      range,
      {
        problem: name === '' ? problems.emptyKey('name') : problems.noValue('name'),
        consequence: "Kilo uses the empty name instead of the file's, and nobody can call the agent",
        advice: 'Remove the key',
      },
      details,
    );
    return name;
  }
  issues.add(
    'name.invalid',
    'noted',
    range,
    {
      problem: '`name` must be a string',
      consequence: `Kilo converts ${typeName(name)} to a string; OpenCode lists no agents because of it`,
      advice: 'Put it in quotes',
    },
    { ...details, data: { expected: ['string'] } },
  );
  return asText(name);
}
