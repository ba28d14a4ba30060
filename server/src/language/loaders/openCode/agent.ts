import { providerModelOfAlias } from '../../dialects/vocabulary/openCode.ts';
import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { inTextOrder, type LoadNote, type LoadResult, nothingLoaded } from '../loader.ts';
import { isPlainMap, typeWord } from '../shape.ts';
import { agentKeys } from './agentShape.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { fieldPlaces } from './fieldPlaces.ts';
import { lateFence, noteFrontMatter } from './frontMatterNotes.ts';
import { noteIssues } from './issueNotes.ts';
import { noteUnknownAgentKeys } from './keyNotes.ts';
import { foldTools, type PermissionConfig, type PermissionRule, rulesOf, toolsUnder } from './permission.ts';
import { noteLimits } from './permissionNotes.ts';
import { plainValue } from './plainValue.ts';
import type { Notebook, Outcome, Product } from './product.ts';
import { promptRange } from './promptText.ts';

/** An agent's front matter once the schema has let it pass, as both products hold it. */
export interface AgentConfig {
  /** The id by path, or what `name` says instead. Any value. */
  readonly name: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly permission: PermissionConfig;
  readonly rules: readonly PermissionRule[];
  readonly prompt: string;
  readonly body: OffsetRange;
}

/** What one product makes of a checked agent: the last step, in which the two differ most. */
export type SettleAgent = (config: AgentConfig, notebook: Notebook) => LoadResult;

/** Starts the notes about a document. */
export function notebookOf(
  product: Product,
  document: AgentDocument,
): { notebook: Notebook; notes: LoadNote[] } {
  const notes: LoadNote[] = [];
  const add = (note: LoadNote) => void notes.push(note);
  return { notebook: { product, document, places: fieldPlaces(document), add }, notes };
}

/** Loads an agent or a mode whose path gives it the id `id`. `bad` is what a refused value leads to. */
export function loadAgent(
  product: Product,
  document: AgentDocument,
  id: string,
  bad: Outcome,
  settle: SettleAgent,
): LoadResult {
  const { notebook, notes } = notebookOf(product, document);
  const reading = readConfigMarkdown(document.text, product.mending);
  noteFrontMatter(reading, notebook);
  const result = take(reading, id, bad, settle, notebook);
  return { ...result, notes: inTextOrder(notes) };
}

function take(
  reading: ConfigReading,
  id: string,
  bad: Outcome,
  settle: SettleAgent,
  notebook: Notebook,
): LoadResult {
  const { text } = notebook.document;
  if (reading.state === 'dropped') return nothingLoaded;
  if (reading.state === 'tooLarge') return { ...nothingLoaded, loads: true, name: id };
  const body = promptRange(text, reading.contentStart);
  const prompt = text.slice(body.start, body.end);
  if (reading.state === 'executable')
    return { ...nothingLoaded, loads: true, name: id, fields: { prompt }, body };
  const data = reading.state === 'read' ? mapOf(reading, notebook) : {};
  const issues = notebook.product.agentShape(data, []);
  noteIssues(issues, data, bad, notebook);
  if (issues.length > 0) return nothingLoaded;
  const config = configOf(data, id, prompt, body);
  if (reading.state === 'read' && isPlainMap(reading.data)) noteSettings(data, config, notebook);
  if (reading.state === 'read') notePrompt(reading, config, notebook);
  return settle(config, notebook);
}

/** What the front matter adds to an agent. Of a text or a list, that is one setting for each character or item. */
function mapOf(
  reading: Extract<ConfigReading, { state: 'read' }>,
  notebook: Notebook,
): Record<string, unknown> {
  if (isSettings(reading.data)) return { ...(reading.data as object) };
  const spread = { ...(reading.data as object) } as Record<string, unknown>;
  const { product, document } = notebook;
  const range = reading.matter
    ? promptRange(document.text.slice(0, reading.matter.end), reading.matter.start)
    : { start: 0, end: 0 };
  notebook.add({
    code: 'yaml.invalid',
    effect: Object.keys(spread).length > 0 ? 'leaked' : 'lost',
    range,
    message: `This front matter holds ${typeWord(reading.data)} and no \`key: value\`, so the agent has no settings.${Object.keys(spread).length > 0 ? ` ${product.tool} sends each character or item to the model provider as a setting of its own.` : ''}`,
  });
  return spread;
}

/** True for a map, and for no front matter at all. */
function isSettings(data: unknown): boolean {
  return isPlainMap(data) || data === null || data === undefined;
}

function configOf(
  data: Readonly<Record<string, unknown>>,
  id: string,
  prompt: string,
  body: OffsetRange,
): AgentConfig {
  const unknown = Object.entries(data).filter(([key]) => !agentKeys.includes(key));
  const given = data.permission as PermissionConfig | undefined;
  const permission = foldTools(data.tools as Record<string, boolean> | undefined, given);
  const options = { ...(data.options as object | undefined), ...Object.fromEntries(unknown) };
  return {
    name: 'name' in data ? data.name : id,
    values: data,
    options: plainValue(options) as Record<string, unknown>,
    permission,
    rules: rulesOf(permission),
    prompt,
    body,
  };
}

/** Notes about values that pass the schema and still do not do what they say. */
function noteSettings(
  data: Readonly<Record<string, unknown>>,
  config: AgentConfig,
  notebook: Notebook,
): void {
  const { product, places, add } = notebook;
  noteUnknownAgentKeys(data, notebook);
  noteModel(data.model, notebook);
  const permission = data.permission as PermissionConfig | undefined;
  noteLimits(
    {
      tools: data.tools as Record<string, boolean> | undefined,
      permissionRules: rulesOf(foldTools(undefined, permission)),
      rules: config.rules,
    },
    notebook,
  );
  if ('tools' in data)
    add({
      code: 'key.deprecated',
      effect: 'noted',
      range: places.key(['tools']),
      field: 'tools',
      message: `\`tools\` still works in ${product.tool} and has been replaced by \`permission\`, which says \`allow\`, \`ask\` or \`deny\` of each.`,
    });
  if (data.maxSteps !== undefined) {
    const isUnheeded = typeof data.steps === 'number';
    add({
      code: isUnheeded ? 'key.ignored' : 'key.deprecated',
      effect: isUnheeded ? 'lost' : 'noted',
      range: places.key(['maxSteps']),
      field: 'maxSteps',
      message: isUnheeded
        ? '`maxSteps` has no effect beside `steps`, which replaced it. Remove it.'
        : '`maxSteps` still works and has been replaced by `steps`.',
      ...(!isUnheeded && { data: { suggestion: 'steps' } }),
    });
  }
  if ('prompt' in data)
    add({
      code: 'key.ignored',
      effect: 'lost',
      range: places.key(['prompt']),
      field: 'prompt',
      message: `\`prompt\` has no effect in a Markdown file: ${product.tool} takes the text below the front matter. Move it there.`,
    });
}

/** Notes a model that is not `provider/model`, with which the first message to the agent fails. */
export function noteModel(model: unknown, { product, places, add }: Notebook): void {
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
    effect: product.badModel.effect,
    range: places.value(['model']),
    field: 'model',
    message: `${product.badModel.says} ${remedy}`,
    ...(suggestion && { data: { suggestion } }),
  });
}

function notePrompt(
  reading: Extract<ConfigReading, { state: 'read' }>,
  config: AgentConfig,
  { product, document, places, add }: Notebook,
): void {
  const { values, prompt, body } = config;
  const isBare = reading.matter === undefined;
  const isReadme = /(^|\/)readme\.md$/i.test(document.uri);
  if (isBare && isReadme)
    add({
      code: 'frontMatter.missing',
      effect: 'altered',
      range: places.key([]),
      message: `${product.tool} takes every Markdown file in this folder for an agent: this one becomes an agent called \`README\`. Move it elsewhere.`,
    });
  else if (isBare && prompt !== '' && !lateFence(document.text))
    add({
      code: 'frontMatter.missing',
      effect: 'noted',
      range: places.key([]),
      message: `Without front matter, ${product.tool} takes the whole file for the prompt. The agent has every tool, and nothing tells when to use it.`,
    });
  if (!isBare && prompt === '' && values.disable !== true && reading.matter?.end !== document.text.length)
    add({
      code: 'body.empty',
      effect: 'noted',
      range: { start: body.start, end: body.start },
      message: 'The prompt is empty. Write below the front matter what the agent is to do.',
    });
  const isExplained =
    values.description || values.mode === 'primary' || product.builtIns.has(String(config.name));
  if (!isBare && !isExplained && values.disable !== true && isSettings(reading.data))
    add({
      code: 'description.missing',
      effect: 'noted',
      range: places.key(['description']),
      field: 'description',
      message: 'Without a description, other agents do not know when to use this one.',
    });
}

/** The fields that hold what the agent may do, as both products' results carry them. */
export function limitsOf({ rules, permission, values }: AgentConfig) {
  const { granted, denied } = toolsUnder(rules);
  return {
    result: { tools: granted, disallowedTools: denied },
    fields: {
      permission,
      ...(values.tools !== undefined && { tools: values.tools }),
    },
  };
}
