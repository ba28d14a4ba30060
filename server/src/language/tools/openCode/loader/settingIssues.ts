import { isPlainMap } from '../../../loading/shape.ts';
import { providerModelOfAlias } from '../vocabulary.ts';
import type { AgentConfig } from './agent.ts';
import type { ConfigReading } from './configMarkdown.ts';
import { reportUnknownAgentKeys } from './keyIssues.ts';
import { lateDelimiter } from './lateDelimiter.ts';
import { foldTools, type PermissionConfig, rulesOf } from './permission.ts';
import { reportLimits } from './permissionIssues.ts';
import type { IssueCollector } from './product.ts';

/** Notes about values that pass the schema and still do not do what they say. */
export function reportSettings(
  data: Readonly<Record<string, unknown>>,
  config: AgentConfig,
  collector: IssueCollector,
): void {
  const { product, places, add } = collector;
  reportUnknownAgentKeys(data, collector);
  reportModel(data.model, collector);
  const permission = data.permission as PermissionConfig | undefined;
  reportLimits(
    {
      tools: data.tools as Record<string, boolean> | undefined,
      permissionRules: rulesOf(foldTools(undefined, permission)),
      rules: config.rules,
    },
    collector,
  );
  if ('tools' in data)
    add({
      code: 'key.deprecated',
      effect: 'noted',
      range: places.key(['tools']),
      field: 'tools',
      problem: `\`tools\` still works in ${product.tool} and has been replaced by \`permission\`, which says \`allow\`, \`ask\` or \`deny\` of each.`,
    });
  if (data.maxSteps !== undefined) {
    const isUnsupported = typeof data.steps === 'number';
    add({
      code: isUnsupported ? 'key.ignored' : 'key.deprecated',
      effect: isUnsupported ? 'ignored' : 'noted',
      range: places.key(['maxSteps']),
      field: 'maxSteps',
      problem: isUnsupported
        ? '`maxSteps` has no effect beside `steps`, which replaced it. Remove it.'
        : '`maxSteps` still works and has been replaced by `steps`.',
      ...(!isUnsupported && { data: { suggestion: 'steps' } }),
    });
  }
  if ('prompt' in data)
    add({
      code: 'key.ignored',
      effect: 'ignored',
      range: places.key(['prompt']),
      field: 'prompt',
      problem: `\`prompt\` has no effect in a Markdown file: ${product.tool} takes the text below the front matter. Move it there.`,
    });
}

/** Notes a model that is not `provider/model`, with which the first message to the agent fails. */
export function reportModel(model: unknown, { product, places, add }: IssueCollector): void {
  if (typeof model !== 'string' || model === '') return;
  const slash = model.indexOf('/');
  if (slash > 0 && slash < model.length - 1 && model === model.trim()) return;
  const plain = model.trim();
  const suggestion =
    plain !== model && plain.indexOf('/') > 0 ? plain : providerModelOfAlias.get(plain.toLowerCase());
  const remedy =
    plain.toLowerCase() === 'inherit'
      ? 'To use the model of the caller, leave `model` out.'
      : suggestion
        ? `Write \`${suggestion}\`, or another \`provider/model\`.`
        : 'Write it as `provider/model`.';
  add({
    code: 'value.model',
    // Only names without a slash were observed.
    effect: slash < 0 ? product.badModel.effect : 'noted',
    range: places.value(['model']),
    field: 'model',
    problem: `${slash < 0 ? product.badModel.says : `${product.tool} names a model by its provider and its id, and this has one half only, or a blank at an end.`} ${remedy}`,
    ...(suggestion && { data: { suggestion } }),
  });
}

/** Notes a prompt or a description that is missing, and a file that is hardly meant for an agent. */
export function reportPrompt(
  reading: Extract<ConfigReading, { state: 'read' }>,
  config: AgentConfig,
  { product, document, places, add }: IssueCollector,
): void {
  const { values, prompt, body } = config;
  const isBare = reading.matter === undefined;
  const isReadme = /(^|\/)readme\.md$/i.test(document.uri);
  if (isBare && isReadme)
    add({
      code: 'frontMatter.missing',
      effect: 'changed',
      range: places.key([]),
      problem: `${product.tool} takes every Markdown file in this folder for an agent: this one becomes an agent called \`README\`. Move it elsewhere.`,
    });
  else if (isBare && prompt !== '' && !lateDelimiter(document.text))
    add({
      code: 'frontMatter.missing',
      effect: 'noted',
      range: places.key([]),
      problem: `Without front matter, ${product.tool} takes the whole file for the prompt. The agent has every tool, and nothing tells when to use it.`,
    });
  if (!isBare && prompt === '' && values.disable !== true && reading.matter?.end !== document.text.length)
    add({
      code: 'body.empty',
      effect: 'noted',
      range: { start: body.start, end: body.start },
      problem: 'The prompt is empty. Write below the front matter what the agent is to do.',
    });
  const isExplained =
    values.description || values.mode === 'primary' || product.builtIns.has(String(config.name));
  if (!isBare && !isExplained && values.disable !== true && isSettings(reading.data))
    add({
      code: 'description.missing',
      effect: 'noted',
      range: places.key(['description']),
      field: 'description',
      problem: 'Without a description, other agents do not know when to use this one.',
    });
}

/** True for a map, and for no front matter at all. */
export function isSettings(data: unknown): boolean {
  return isPlainMap(data) || data === null || data === undefined;
}
