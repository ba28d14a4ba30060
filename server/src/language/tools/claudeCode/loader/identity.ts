import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { Flavour } from './release.ts';

const longestName = 256;

/** What Claude Code calls the agent, or `undefined` when it does not load the file for want of a usable name. */
export function takeName(
  field: Field | undefined,
  flavour: Flavour,
  path: string,
  issues: IssueCollector,
): string | undefined {
  return flavour === 'plugin' ? takePluginName(field, path, issues) : takeLocalName(field, issues);
}

/** Project and user agents: a non-empty text, which is kept as it is, blanks included. */
function takeLocalName(field: Field | undefined, issues: IssueCollector): string | undefined {
  if (field === undefined || field.value === null || field.value === '') {
    issues.add(
      'name.missing',
      'rejected',
      field ? field.keyRange : issues.delimiter,
      'Claude Code does not load this file, and says nothing about it: without a `name` it takes the file for documentation. Add `name: …`.',
      { field: 'name' },
    );
    return undefined;
  }
  const { value, range } = field;
  const refuse = (message: string) => {
    issues.add('name.invalid', 'rejected', range, message, { field: 'name' });
    return undefined;
  };
  if (typeof value !== 'string')
    return refuse(
      `Claude Code does not load this file: \`name\` must be a text, and this is ${kindOf(value)}. Put it in quotes.`,
    );
  if (value.startsWith('-'))
    return refuse('Claude Code does not load this file: a name must not begin with `-`.');
  if (value.includes(':'))
    return refuse(
      'Claude Code does not load this file: a name must not contain `:`, which separates a plugin from its agents.',
    );
  if (value.length > longestName)
    return refuse(
      `Claude Code does not load this file: the name has ${value.length} characters, and ${longestName} are allowed.`,
    );
  return value;
}

/** Agents of a plugin: anything is turned into text, and the file's name stands in for a missing one. */
function takePluginName(field: Field | undefined, path: string, issues: IssueCollector): string | undefined {
  const { folders, stem } = pluginPlace(path);
  const written = field?.value ?? '';
  const name = String(written) || stem;
  if (field && name.length > longestName) {
    issues.add(
      'name.invalid',
      'rejected',
      field.range,
      `Claude Code does not load this file: the name has ${name.length} characters, and ${longestName} are allowed.`,
      { field: 'name' },
    );
    return undefined;
  }
  if (field && typeof written !== 'string')
    issues.add(
      'name.invalid',
      'changed',
      field.range,
      `Claude Code wants a text here, and turns this into the name \`${name}\`. Put it in quotes.`,
      { field: 'name' },
    );
  else if (field && written === '')
    issues.add(
      'name.missing',
      'noted',
      field.keyRange,
      `The name is empty, so Claude Code names the agent \`${stem}\`, after the file.`,
      { field: 'name' },
    );
  return [...folders, name].join(':');
}

/** The folders below `agents/` become part of a plugin agent's name; the file gives the name when there is no other. */
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

/** The description that decides when the agent is used, or `undefined` when the file is not loaded without one. */
export function takeDescription(
  fields: ReadonlyMap<string, Field>,
  flavour: Flavour,
  path: string,
  issues: IssueCollector,
): string | undefined {
  return flavour === 'plugin'
    ? takePluginDescription(fields, path, issues)
    : takeLocalDescription(fields.get('description'), issues);
}

/** Project and user agents: a non-empty text, in which each literal `\n` becomes a line break. */
function takeLocalDescription(field: Field | undefined, issues: IssueCollector): string | undefined {
  if (typeof field?.value === 'string' && field.value !== '') return field.value.replaceAll('\\n', '\n');
  if (field === undefined || field.value === null || field.value === '') {
    if (field && issues.cutByComment(field, 'rejected')) return undefined;
    issues.add(
      'description.missing',
      'rejected',
      field ? field.keyRange : issues.delimiter,
      'Claude Code does not load this file, because it has no `description`. Add one that says when to use the agent.',
      { field: 'description' },
    );
    return undefined;
  }
  issues.add(
    'description.invalid',
    'rejected',
    field.range,
    `Claude Code does not load this file: \`description\` must be a text, and this is ${kindOf(field.value)}. ${remedyFor(field.value)}`,
    { field: 'description' },
  );
  return undefined;
}

/** Agents of a plugin: numbers and booleans become text, `when_to_use` stands in, and at last a placeholder. */
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
      `Claude Code drops this description, because it must be a text and this is ${kindOf(field.value)}; it takes ${instead}. ${remedyFor(field.value)}`,
      { field: 'description' },
    );
  else if (found === undefined && !(field && issues.cutByComment(field, 'ignored')))
    issues.add(
      'description.missing',
      'ignored',
      field ? field.keyRange : issues.delimiter,
      `There is no \`description\`, so Claude Code takes ${instead}, and the model cannot know when to use the agent. Add one.`,
      { field: 'description' },
    );
  return text === '' ? placeholder : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function remedyFor(value: unknown): string {
  return typeof value === 'object'
    ? 'Write it on one line in quotes, or as a block (`|`) with indented lines.'
    : 'Put it in quotes.';
}

/** A value's kind in plain words: "a list", "a number". */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  const kinds: Record<string, string> = {
    object: 'a map',
    number: 'a number',
    boolean: 'a boolean',
    string: 'a text',
  };
  return kinds[typeof value] ?? 'something else';
}
