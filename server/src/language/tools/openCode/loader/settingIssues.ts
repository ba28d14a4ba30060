import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { providerModelOfAlias } from '../vocabulary.ts';
import type { AgentConfig } from './agentConfig.ts';
import type { ConfigReading } from './configMarkdown.ts';
import { reportUnknownAgentKeys } from './keyIssues.ts';
import { lateDelimiter } from './lateDelimiter.ts';
import { foldTools, type PermissionConfig, rulesOf } from './permission.ts';
import { reportLimits } from './permissionIssues.ts';
import type { LoadContext } from './product.ts';

/** Reports values that pass the schema and still do not have the effect that they state. */
export function reportSettings(
  data: Readonly<Record<string, unknown>>,
  config: AgentConfig,
  context: LoadContext,
): void {
  const { product, places, issues } = context;
  reportUnknownAgentKeys(data, context);
  reportModel(data.model, context);
  const permission = data.permission as PermissionConfig | undefined;
  reportLimits(
    {
      tools: data.tools as Record<string, boolean> | undefined,
      permissionRules: rulesOf(foldTools(undefined, permission)),
      rules: config.rules,
    },
    context,
  );
  if ('tools' in data)
    issues.add(
      'key.deprecated',
      'noted',
      places.key(['tools']),
      {
        problem: '`tools` is deprecated',
        consequence: `${product.tool} still reads it`,
        advice: 'Use `permission`, with `allow`, `ask` or `deny` for each tool',
      },
      { field: 'tools' },
    );
  if (data.maxSteps !== undefined) reportMaxSteps(typeof data.steps === 'number', context);
  if ('prompt' in data)
    issues.add(
      'key.ignored',
      'ignored',
      places.key(['prompt']),
      {
        problem: problems.ignoredKey('prompt'),
        consequence: `${product.tool} uses the text below the front matter of a Markdown file`,
        advice: 'Move it there',
      },
      { field: 'prompt' },
    );
}

function reportMaxSteps(hasSteps: boolean, { product, places, issues }: LoadContext): void {
  const range = places.key(['maxSteps']);
  if (hasSteps)
    issues.add(
      'key.ignored',
      'ignored',
      range,
      {
        problem: problems.ignoredKey('maxSteps'),
        consequence: `${product.tool} uses \`steps\`, which replaces it`,
        advice: 'Remove it',
      },
      { field: 'maxSteps' },
    );
  else
    issues.add(
      'key.deprecated',
      'noted',
      range,
      {
        problem: '`maxSteps` is deprecated',
        consequence: `${product.tool} still reads it`,
        advice: 'Use `steps`',
      },
      { field: 'maxSteps', data: { suggestion: 'steps' } },
    );
}

/** Reports a model that is not `provider/model`, with which the first message to the agent fails. */
export function reportModel(model: unknown, { product, places, issues }: LoadContext): void {
  if (typeof model !== 'string' || model === '') return;
  const slash = model.indexOf('/');
  if (slash > 0 && slash < model.length - 1 && model === model.trim()) return;
  const plain = model.trim();
  const suggestion =
    plain !== model && plain.indexOf('/') > 0 ? plain : providerModelOfAlias.get(plain.toLowerCase());
  const advice =
    plain.toLowerCase() === 'inherit'
      ? 'To use the model of the caller, remove `model`'
      : suggestion
        ? `Use \`${suggestion}\`, or another \`provider/model\``
        : 'Write it as `provider/model`';
  const range = places.value(['model']);
  const details = { field: 'model', ...(suggestion && { data: { suggestion } }) };
  // Only names without a slash were observed.
  if (slash < 0) {
    const { effect, consequence } = product.badModel;
    const shown = model.length > 40 ? `${model.slice(0, 39)}…` : model;
    const problem =
      model.trim() === '' && model !== '' ? '`model` contains only spaces' : problems.unknownModel(shown);
    issues.add('value.model', effect, range, { problem, consequence, advice }, details);
    return;
  }
  issues.add(
    'value.model',
    'noted',
    range,
    {
      problem: '`model` must be `provider/model`',
      consequence: `${product.tool} expects a provider and an id; here one is missing, or a space is at an end`,
      advice,
    },
    details,
  );
}

/** Reports a missing prompt or description, and a file that is probably not meant as an agent. */
export function reportPrompt(
  reading: Extract<ConfigReading, { state: 'read' }>,
  config: AgentConfig,
  { product, document, places, issues }: LoadContext,
): void {
  const { values, prompt, body } = config;
  const isBare = reading.matter === undefined;
  const isReadme = /(^|\/)readme\.md$/i.test(document.uri);
  if (isBare && isReadme)
    issues.add('frontMatter.missing', 'changed', places.key([]), {
      problem: 'Front matter is missing',
      consequence: `${product.tool} loads every Markdown file in this folder as an agent, and this one as an agent named \`README\``,
      advice: 'Move it elsewhere',
    });
  else if (isBare && prompt !== '' && !lateDelimiter(document.text))
    issues.add('frontMatter.missing', 'noted', places.key([]), {
      problem: 'Front matter is missing',
      consequence: `${product.tool} reads the whole file as the prompt: the agent has every tool, and no description of when to use it`,
    });
  if (!isBare && prompt === '' && values.disable !== true && reading.matter?.end !== document.text.length)
    issues.add(
      'body.empty',
      'noted',
      { start: body.start, end: body.start },
      { problem: 'Prompt is empty', advice: 'Describe below the front matter what the agent does' },
    );
  const isExplained =
    values.description || values.mode === 'primary' || product.builtIns.has(String(config.name));
  if (!isBare && !isExplained && values.disable !== true && isSettings(reading.data))
    issues.add(
      'description.missing',
      'noted',
      places.key(['description']),
      {
        problem:
          'description' in values ? problems.emptyKey('description') : problems.missingKey('description'),
        consequence: `In ${product.tool}, other agents do not know when to use this one`,
      },
      { field: 'description' },
    );
}

/** True for a mapping, and for empty front matter. */
export function isSettings(data: unknown): boolean {
  return isMapping(data) || data === null || data === undefined;
}
