import type { IssueText } from '../../../loading/issue.ts';
import type { IssueData } from '../../../loading/issueData.ts';
import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { Flavor } from './release.ts';

const longestName = 256;

/** Returns the agent's name, or `undefined` when Claude Code does not load the file because it has no usable one. */
export function takeName(
  field: Field | undefined,
  flavor: Flavor,
  path: string,
  issues: IssueCollector,
): string | undefined {
  return flavor === 'plugin' ? takePluginName(field, path, issues) : takeLocalName(field, issues);
}

/** Project and user agents: a non-empty string, kept as it is, spaces included. */
function takeLocalName(field: Field | undefined, issues: IssueCollector): string | undefined {
  if (field === undefined || field.value === null || field.value === '') {
    issues.add(
      'name.missing',
      'rejected',
      field ? field.keyRange : issues.delimiter,
      {
        problem: field ? problems.emptyKey('name') : problems.missingKey('name'),
        consequence:
          'Claude Code silently skips this file: without a `name` it reads the file as documentation',
        advice: 'Add `name: …`',
      },
      { field: 'name' },
    );
    return undefined;
  }
  const { value, range } = field;
  const refuse = (text: IssueText, data: IssueData<'name.invalid'>) => {
    issues.add('name.invalid', 'rejected', range, text, { field: 'name', data });
    return undefined;
  };
  if (typeof value !== 'string')
    return refuse(
      {
        problem: '`name` must be a string',
        consequence: `Claude Code does not load a file whose name is ${kindOf(value)}`,
        advice: 'Put it in quotes',
      },
      { expected: ['string'] },
    );
  if (value.startsWith('-'))
    return refuse(
      { problem: '`name` starts with `-`', consequence: 'Claude Code does not load this file' },
      { demand: { pattern: '^(?!-)' } },
    );
  if (value.includes(':'))
    return refuse(
      {
        problem: '`name` contains `:`',
        consequence: 'Claude Code does not load this file: `:` separates a plugin from its agents',
      },
      { demand: { pattern: '^[^:]*$' } },
    );
  if (value.length > longestName) return refuse(tooLong(value), { demand: { longest: longestName } });
  return value;
}

function tooLong(name: string): IssueText {
  return {
    problem: `\`name\` is longer than ${longestName} characters`,
    consequence: `Claude Code does not load this file: its name has ${name.length} characters`,
  };
}

/** Agents of a plugin: any value becomes a string, and the file's name replaces a missing one. */
function takePluginName(field: Field | undefined, path: string, issues: IssueCollector): string | undefined {
  const { folders, stem } = pluginPlace(path);
  const written = field?.value ?? '';
  const name = String(written) || stem;
  if (field && name.length > longestName) {
    issues.add('name.invalid', 'rejected', field.range, tooLong(name), {
      field: 'name',
      data: { demand: { longest: longestName } },
    });
    return undefined;
  }
  if (field && typeof written !== 'string')
    issues.add(
      'name.invalid',
      'changed',
      field.range,
      {
        problem: '`name` must be a string',
        consequence: `Claude Code turns it into the name \`${name}\``,
        advice: 'Put it in quotes',
      },
      { field: 'name', data: { expected: ['string'] } },
    );
  else if (field && written === '')
    issues.add(
      'name.missing',
      'noted',
      field.keyRange,
      {
        problem: problems.emptyKey('name'),
        consequence: `Claude Code names the agent \`${stem}\`, after the file`,
      },
      { field: 'name' },
    );
  return [...folders, name].join(':');
}

/** Splits the path of a plugin's agent: the folders below `agents/` become part of its name, `stem` is the fallback. */
function pluginPlace(path: string): { plugin: string | undefined; folders: string[]; stem: string } {
  const parts = path.split('/').filter(part => part !== '');
  const stem = (parts.pop() ?? '').replace(/\.md$/i, '');
  const agents = parts.lastIndexOf('agents');
  return {
    plugin: agents > 0 ? parts[agents - 1] : undefined,
    folders: agents < 0 ? [] : parts.slice(agents + 1),
    stem,
  };
}

/** Returns the description, or `undefined` when there is none that Claude Code accepts. */
export function takeDescription(
  fields: ReadonlyMap<string, Field>,
  flavor: Flavor,
  path: string,
  issues: IssueCollector,
): string | undefined {
  return flavor === 'plugin'
    ? takePluginDescription(fields, path, issues)
    : takeLocalDescription(fields.get('description'), issues);
}

/** Project and user agents: a non-empty string, in which each literal `\n` becomes a line break. */
function takeLocalDescription(field: Field | undefined, issues: IssueCollector): string | undefined {
  if (typeof field?.value === 'string' && field.value !== '') return field.value.replaceAll('\\n', '\n');
  if (field === undefined || field.value === null || field.value === '') {
    if (field && issues.cutByComment(field, 'rejected')) return undefined;
    issues.add(
      'description.missing',
      'rejected',
      field ? field.keyRange : issues.delimiter,
      {
        problem: field ? problems.emptyKey('description') : problems.missingKey('description'),
        consequence: 'Claude Code does not load this file',
        advice: 'Add a description that says when to use the agent',
      },
      { field: 'description' },
    );
    return undefined;
  }
  issues.add(
    'description.invalid',
    'rejected',
    field.range,
    {
      problem: '`description` must be a string',
      consequence: `Claude Code does not load a file whose description is ${kindOf(field.value)}`,
      advice: adviceFor(field.value),
    },
    { field: 'description' },
  );
  return undefined;
}

/** Agents of a plugin: numbers and booleans become strings; the fallbacks are `when_to_use`, then a placeholder. */
function takePluginDescription(
  fields: ReadonlyMap<string, Field>,
  path: string,
  issues: IssueCollector,
): string | undefined {
  const plugin = pluginPlace(path).plugin;
  const placeholder = plugin === undefined ? undefined : `Agent from ${plugin} plugin`;
  const field = fields.get('description');
  const candidates = [field, fields.get('when_to_use'), fields.get('when-to-use')];
  const found = candidates.find(candidate => textOf(candidate?.value) !== '');
  const text = textOf(found?.value);
  const instead =
    text === '' ? `the placeholder “${placeholder ?? 'Agent from … plugin'}”` : `\`${found!.key}\` instead`;
  if (field && typeof field.value === 'object' && field.value !== null)
    issues.add(
      'description.invalid',
      'ignored',
      field.range,
      {
        problem: '`description` must be a string',
        consequence: `Claude Code drops ${kindOf(field.value)} here and uses ${instead}`,
        advice: adviceFor(field.value),
      },
      { field: 'description' },
    );
  else if (found === undefined && !(field && issues.cutByComment(field, 'ignored')))
    issues.add(
      'description.missing',
      'ignored',
      field ? field.keyRange : issues.delimiter,
      {
        problem: field ? problems.emptyKey('description') : problems.missingKey('description'),
        consequence: `Claude Code uses ${instead}, and the model cannot know when to use the agent`,
        advice: 'Add a description',
      },
      { field: 'description' },
    );
  return text === '' ? placeholder : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function adviceFor(value: unknown): string {
  return typeof value === 'object'
    ? 'Write it on one line in quotes, or as a block (`|`) with indented lines'
    : 'Put it in quotes';
}

/** Names the type of a value: "a list", "a number". */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  const kinds: Record<string, string> = {
    object: 'a mapping',
    number: 'a number',
    boolean: 'a boolean',
    string: 'a string',
  };
  return kinds[typeof value] ?? 'something else';
}
