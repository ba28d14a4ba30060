import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { isPlainMap, typeName } from '../../../loading/shape.ts';
import { agentKeys } from './agentShape.ts';
import { type ConfigReading, readConfigMarkdown } from './configMarkdown.ts';
import { fieldPlaces } from './fieldPlaces.ts';
import { reportFrontMatter } from './frontMatterIssues.ts';
import { reportMismatches } from './mismatchIssues.ts';
import { foldTools, type PermissionConfig, type PermissionRule, rulesOf, toolsUnder } from './permission.ts';
import { plainValue } from './plainValue.ts';
import type { IssueCollector, Outcome, Product } from './product.ts';
import { promptRange } from './promptText.ts';
import { isSettings, reportPrompt, reportSettings } from './settingIssues.ts';

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
export type SettleAgent = (config: AgentConfig, collector: IssueCollector) => LoadResult;

/** Starts the notes about a document. */
export function collectorOf(
  product: Product,
  document: AgentDocument,
): { collector: IssueCollector; issues: Issue[] } {
  const issues: Issue[] = [];
  const add = (issue: Issue) => void issues.push(issue);
  return { collector: { product, document, places: fieldPlaces(document), add }, issues };
}

/**
 * Loads an agent or a mode whose path gives it the id `id`. `bad` is what a refused value leads to; `forced` are settings
 * that the folder gives it, whatever is written.
 */
export function loadAgent(
  product: Product,
  document: AgentDocument,
  id: string,
  bad: Outcome,
  settle: SettleAgent,
  forced: Readonly<Record<string, unknown>> = {},
): LoadResult {
  const { collector, issues } = collectorOf(product, document);
  const reading = readConfigMarkdown(document.text, product.repairing);
  reportFrontMatter(reading, collector);
  const result = take(reading, id, bad, settle, forced, collector);
  return { ...result, issues: inTextOrder(issues) };
}

function take(
  reading: ConfigReading,
  id: string,
  bad: Outcome,
  settle: SettleAgent,
  forced: Readonly<Record<string, unknown>>,
  collector: IssueCollector,
): LoadResult {
  const { text } = collector.document;
  if (reading.state === 'dropped') return nothingLoaded;
  if (reading.state === 'tooLarge') return { ...nothingLoaded, loads: true, name: id };
  const body = promptRange(text, reading.contentStart);
  const prompt = text.slice(body.start, body.end);
  if (reading.state === 'executable')
    return { ...nothingLoaded, loads: true, name: id, fields: { prompt }, body };
  const data = reading.state === 'read' ? mapOf(reading, collector) : {};
  const mismatches = collector.product.agentShape(data, []);
  reportMismatches(mismatches, data, bad, collector);
  if (mismatches.length > 0) return nothingLoaded;
  const config = { ...configOf(data, id, prompt, body), values: { ...data, ...forced } };
  if (reading.state === 'read' && isPlainMap(reading.data)) reportSettings(data, config, collector);
  if (reading.state === 'read') reportPrompt(reading, config, collector);
  return settle(config, collector);
}

/** What the front matter adds to an agent. Of a text or a list, that is one setting for each character or item. */
function mapOf(
  reading: Extract<ConfigReading, { state: 'read' }>,
  collector: IssueCollector,
): Record<string, unknown> {
  if (isSettings(reading.data)) return { ...(reading.data as object) };
  const spread = { ...(reading.data as object) } as Record<string, unknown>;
  const { product, document } = collector;
  const range = reading.matter
    ? promptRange(document.text.slice(0, reading.matter.end), reading.matter.start)
    : { start: 0, end: 0 };
  collector.add({
    code: 'yaml.invalid',
    effect: Object.keys(spread).length > 0 ? 'leaked' : 'ignored',
    range,
    problem: `This front matter holds ${typeName(reading.data)} and no \`key: value\`, so the agent has no settings.${Object.keys(spread).length > 0 ? ` ${product.tool} sends each character or item to the model provider as a setting of its own.` : ''}`,
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
