import { globProblem } from './dialect/linearGlob.ts';
import { nearestWord } from './document/nearestWord.ts';
import type { OffsetRange } from './document/offsets.ts';
import { isMap, isScalar, isSeq, type Node, spanOf } from './document/yamlNodes.ts';
import { parseYamlTree } from './document/yamlTree.ts';
import type { RuleSettings } from './features/diagnostics.ts';
import { shorten } from './loading/values.ts';
import { rules } from './rules/index.ts';
import type { Severity } from './severity.ts';
import { dialects } from './tools/index.ts';
import { quotedList } from './wordList.ts';

/** A key of a project's own. */
export interface OwnField {
  readonly type: OwnFieldType;
  readonly description: string;
}

export const ownFieldTypes = ['string', 'number', 'boolean', 'list', 'map', 'any'] as const;
export type OwnFieldType = (typeof ownFieldTypes)[number];

/** What a project says in its `.agentfilesrc`. */
export interface Configuration {
  readonly rules: RuleSettings;
  /** Globs, relative to the file's folder, of files and folders to leave alone; with `!` before it, not to. */
  readonly ignore: readonly string[];
  /** The project's own front matter keys, which then are known. */
  readonly fields: Readonly<Record<string, OwnField>>;
  /** Dialect ids by glob over paths below the file's folder, as in the setting `agentFiles.associations`. */
  readonly associations: Readonly<Record<string, string>>;
  /** False to leave files alone that only look like agent files and lie outside the folders of all tools. */
  readonly collections: boolean;
  /** The model of conversations, or the size of its window; the default of each tool if absent. */
  readonly model?: string;
}

/** An error in the configuration, with its range in the file's text. */
export interface ConfigurationError {
  readonly range: OffsetRange;
  readonly message: string;
}

export const configurationFileName = '.agentfilesrc';
export const emptyConfiguration: Configuration = {
  rules: {},
  ignore: [],
  fields: {},
  associations: {},
  collections: true,
};

const settings: readonly string[] = [...Object.keys(emptyConfiguration), 'model'];
export const ruleSettings: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

/** The error of a configuration file that cannot be read, or of a plugin manifest. */
export function unreadableConfiguration(reason: string): ConfigurationError {
  return { range: { start: 0, end: 0 }, message: `This file cannot be read: ${reason}.` };
}

/**
 * Reads a configuration file, JSON or YAML. What is invalid is left out and reported; the rest applies.
 * Offsets are of `text`.
 */
export function readConfigurationFile(text: string): {
  readonly configuration: Configuration;
  readonly errors: readonly ConfigurationError[];
} {
  const errors: ConfigurationError[] = [];
  const tree = parseYamlTree(text, { start: 0, end: text.length });
  const start = { start: 0, end: Math.min(1, text.length) };
  for (const { range, message } of tree.errors.slice(0, 1)) {
    errors.push({ range, message: `This cannot be read as JSON or YAML: ${message.split('\n')[0]}` });
  }
  if (!tree.isMap)
    errors.push({
      range: start,
      message: `The configuration must be a map with ${quotedList(settings)}.`,
    });
  if (!tree.isMap) return { configuration: emptyConfiguration, errors };

  const report = (range: OffsetRange, message: string): void => void errors.push({ range, message });
  let configuration = emptyConfiguration;
  for (const { key, keyRange, range, node, error } of tree.entries) {
    // Reported already, or like what has been.
    if (error) continue;
    // What stands under a key may all be a comment.
    const isEmpty = node === undefined || (isScalar(node) && node.value === null);
    if (isEmpty && settings.includes(key)) continue;
    if (key === 'rules') configuration = { ...configuration, rules: readRules(node, range, report) };
    else if (key === 'ignore') configuration = { ...configuration, ignore: readIgnore(node, range, report) };
    else if (key === 'fields') configuration = { ...configuration, fields: readFields(node, range, report) };
    else if (key === 'associations')
      configuration = { ...configuration, associations: readAssociations(node, range, report) };
    else if (key === 'collections')
      configuration = { ...configuration, collections: readCollections(node, range, report) };
    else if (key === 'model') configuration = { ...configuration, ...readModel(node, range, report) };
    else if (key !== '$schema')
      report(keyRange, `There is no setting \`${key}\`. The settings are ${quotedList(settings, 'and')}.`);
  }
  return { configuration, errors };
}

type Report = (range: OffsetRange, message: string) => void;

function readRules(node: Node | undefined, range: OffsetRange, report: Report): RuleSettings {
  const result: Record<string, Severity | 'off'> = {};
  for (const { key, keyRange, value, valueRange } of pairsOf(
    node,
    range,
    report,
    '`rules` must be a map of rule ids to severities.',
  )) {
    if (!rules.some(rule => rule.id === key)) {
      const near = nearestWord(
        key,
        rules.map(rule => rule.id),
      );
      report(keyRange, `There is no rule \`${key}\`.${near ? ` Did you mean \`${near}\`?` : ''}`);
    } else if (typeof value !== 'string' || !ruleSettings.includes(value)) {
      report(valueRange, 'A rule is set to error, warning, information, hint or off.');
    } else result[key] = value as Severity | 'off';
  }
  return result;
}

function readIgnore(node: Node | undefined, range: OffsetRange, report: Report): string[] {
  const shape = '`ignore` must be a list of globs, each a text.';
  if (!isSeq(node)) {
    report(range, shape);
    return [];
  }
  return (node.items as Node[]).flatMap(item => {
    const glob = isScalar(item) && typeof item.value === 'string' ? item.value : undefined;
    const problem = glob === undefined ? undefined : globProblem(glob);
    const at = spanOf(item) ?? range;
    if (glob === undefined) report(at, shape);
    else if (problem) report(at, `The glob \`${shorten(glob)}\` is ignored: it ${problem}.`);
    return glob === undefined || problem ? [] : [glob];
  });
}

function readFields(node: Node | undefined, range: OffsetRange, report: Report): Record<string, OwnField> {
  // An entry, since a key may be `__proto__`, which an assignment takes for something else.
  const result: [string, OwnField][] = [];
  const shape = 'A field is a map with `type` and `description`.';
  for (const { key, node: field, valueRange } of pairsOf(
    node,
    range,
    report,
    '`fields` must be a map of keys to what they are.',
  )) {
    let type: OwnFieldType = 'any';
    let description = '';
    for (const part of pairsOf(field, valueRange, report, shape)) {
      if (part.key === 'description' && typeof part.value === 'string') description = part.value;
      else if (part.key === 'type' && ownFieldTypes.some(known => known === part.value))
        type = part.value as OwnFieldType;
      else if (part.key === 'type')
        report(part.valueRange, `A field’s type is one of ${ownFieldTypes.join(', ')}.`);
      else report(part.keyRange, shape);
    }
    result.push([key, { type, description }]);
  }
  return Object.fromEntries(result);
}

function readAssociations(
  node: Node | undefined,
  range: OffsetRange,
  report: Report,
): Record<string, string> {
  const ids = dialects.map(({ id }) => id);
  const result: [string, string][] = [];
  const shape = '`associations` must be a map of globs to dialect ids.';
  for (const { key, keyRange, value, valueRange } of pairsOf(node, range, report, shape)) {
    const problem = globProblem(key);
    if (key.trim() === '') report(keyRange, 'A glob must not be empty.');
    else if (problem) report(keyRange, `The glob \`${shorten(key)}\` is ignored: it ${problem}.`);
    else if (typeof value === 'string' && ids.includes(value)) result.push([key, value]);
    else {
      const near = typeof value === 'string' ? nearestWord(value, ids) : undefined;
      const advice = near ? `Did you mean \`${near}\`?` : `Valid dialects: ${ids.join(', ')}.`;
      report(valueRange, `Unknown dialect for \`${key}\`. ${advice}`);
    }
  }
  return Object.fromEntries(result);
}

function readCollections(node: Node | undefined, range: OffsetRange, report: Report): boolean {
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  report(range, '`collections` must be true or false.');
  return true;
}

function readModel(node: Node | undefined, range: OffsetRange, report: Report): Pick<Configuration, 'model'> {
  if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '')
    return { model: node.value.trim() };
  report(range, '`model` must be the name of a model, or the size of its window such as `200k`.');
  return {};
}

interface PairRead {
  readonly key: string;
  readonly keyRange: OffsetRange;
  readonly node: Node | undefined;
  readonly value: unknown;
  readonly valueRange: OffsetRange;
}

function pairsOf(node: Node | undefined, range: OffsetRange, report: Report, shape: string): PairRead[] {
  if (!isMap(node)) {
    report(range, shape);
    return [];
  }
  return node.items.flatMap(({ key, value }) => {
    const keyRange = spanOf(key as Node) ?? range;
    if (!isScalar(key) || typeof key.value === 'symbol') {
      report(keyRange, 'Only plain keys are read here: no merge keys, aliases, lists or maps.');
      return [];
    }
    const valueNode = (value as Node | null) ?? undefined;
    return [
      {
        key: String(key.value),
        keyRange,
        node: valueNode,
        value: isScalar(valueNode) ? valueNode.value : undefined,
        valueRange: spanOf(valueNode) ?? keyRange,
      },
    ];
  });
}
