import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { inTextOrder } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { isMapping, typeName } from '../../../loading/shape.ts';
import { noMapping } from '../../../loading/yaml/errors.ts';
import type { AgentConfig } from './agentConfig.ts';
import { agentKeys } from './agentShape.ts';
import { type ConfigReading, promptRange, readConfigMarkdown } from './configMarkdown.ts';
import { reportFrontMatter } from './frontMatterIssues.ts';
import { reportLiteral } from './literalIssues.ts';
import { reportMismatches } from './mismatchIssues.ts';
import { foldTools, type PermissionConfig, rulesOf, toolsUnder } from './permission.ts';
import { type LoadContext, loadContext, type Outcome, type Product } from './product.ts';
import { isSettings, reportPrompt, reportSettings } from './settingIssues.ts';

/** The last step of loading a checked agent, in which the two products differ most. */
export type SettleAgent = (config: AgentConfig, context: LoadContext) => LoadResult;

/**
 * Loads an agent or a mode whose path gives it the id `id`. `bad` is what a rejected value leads to; `forced` are
 * settings that the folder imposes.
 */
export function loadAgent(
  product: Product,
  document: AgentDocument,
  id: string,
  bad: Outcome,
  settle: SettleAgent,
  forced: Readonly<Record<string, unknown>> = {},
): LoadResult {
  const context = loadContext(product, document);
  const reading = readConfigMarkdown(document.text, product.repairing);
  reportFrontMatter(reading, context);
  const result = load(reading, id, bad, settle, forced, context);
  return { ...result, issues: inTextOrder(context.issues.issues) };
}

function load(
  reading: ConfigReading,
  id: string,
  bad: Outcome,
  settle: SettleAgent,
  forced: Readonly<Record<string, unknown>>,
  context: LoadContext,
): LoadResult {
  const { text } = context.document;
  if (reading.state === 'dropped') return nothingLoaded;
  if (reading.state === 'tooLarge') return { ...nothingLoaded, loads: true, name: id };
  const body = promptRange(text, reading.contentStart);
  const prompt = text.slice(body.start, body.end);
  if (reading.state === 'executable')
    return { ...nothingLoaded, loads: true, name: id, fields: { prompt }, body };
  const data = reading.state === 'read' ? settingsOf(reading, context) : {};
  const mismatches = context.product.agentShape(data, []);
  reportMismatches(mismatches, data, bad, context);
  if (mismatches.length > 0) return nothingLoaded;
  const config = { ...configOf(data, id, prompt, body), values: { ...data, ...forced } };
  if (reading.state === 'read' && isMapping(reading.data)) reportSettings(data, config, context);
  if (reading.state === 'read') reportPrompt(reading, config, context);
  reportLiteral(body, context);
  return settle(config, context);
}

/** The settings that the front matter adds to an agent. A string or a list adds one for each character or item. */
function settingsOf(
  reading: Extract<ConfigReading, { state: 'read' }>,
  { product, document, issues }: LoadContext,
): Record<string, unknown> {
  if (isSettings(reading.data)) return { ...(reading.data as object) };
  const spread = { ...(reading.data as object) } as Record<string, unknown>;
  const leaks = Object.keys(spread).length > 0;
  const range = reading.matter
    ? promptRange(document.text.slice(0, reading.matter.end), reading.matter.start)
    : { start: 0, end: 0 };
  const nothing = `${product.tool} reads ${typeName(reading.data)} and gives the agent no settings`;
  issues.add('yaml.invalid', leaks ? 'leaked' : 'ignored', range, {
    problem: noMapping.problem,
    consequence: leaks
      ? `${nothing}, but sends each character or item to the model provider as a setting`
      : nothing,
    advice: noMapping.advice,
  });
  return spread;
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

/** The permissions of an agent, as both products' results carry them. */
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

const maxDepth = 50;
const maxItems = 20_000;

/**
 * Returns a value of the front matter as the tool serializes it to JSON, with dates as strings. Self-references and
 * excessive growth by aliases are replaced by `null`.
 */
function plainValue(value: unknown): unknown {
  let left = maxItems;
  const plain = (from: unknown, depth: number): unknown => {
    if (typeof from !== 'object' || from === null) return from;
    if (from instanceof Date) return Number.isNaN(from.getTime()) ? null : from.toISOString();
    if (depth > maxDepth || --left < 0) return null;
    if (Array.isArray(from)) return from.slice(0, maxItems).map(item => plain(item, depth + 1));
    return Object.fromEntries(Object.entries(from).map(([key, item]) => [key, plain(item, depth + 1)]));
  };
  return plain(value, 0);
}
