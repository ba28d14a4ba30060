import type { Dialect } from '../dialect/dialect.ts';
import { placeFor } from '../dialect/place.ts';
import { formatOf } from '../document/agentDocument.ts';
import { plainTextOf } from '../features/completion/snippet.ts';
import { withArticle } from '../wordList.ts';
import { everything, type Grant, type ToolList } from './grants.ts';

/** What the author of a new file has chosen. */
export interface Choices {
  readonly name: string;
  /** What it does, and when to use it: one line. */
  readonly purpose: string;
  /** What an agent may do; `undefined` for whatever its tool gives it without a list. */
  readonly grants?: readonly Grant[] | undefined;
  /** `undefined` for the one that its tool takes without being told. */
  readonly model?: string | undefined;
  /** The text below the front matter; absent for the start of one. */
  readonly body?: string;
  /** Keys of the template that are not written. */
  readonly without?: readonly string[];
}

/** The ways to write a value, of which not every tool reads each. */
export interface Style {
  readonly text: 'plain' | 'single' | 'double';
  readonly list: 'flow' | 'comma' | 'block';
}

/** All of them, the nicest first. */
export const styles: readonly Style[] = (['plain', 'single', 'double'] as const).flatMap(text =>
  (['comma', 'flow', 'block'] as const).map(list => ({ text, list })),
);

/** The text of a new file, after the template of its dialect. */
export function writeFile(
  dialect: Dialect,
  choices: Omit<Choices, 'grants'>,
  tools: ToolList | undefined,
  style: Style,
): string {
  const template = plainTextOf(dialect.template);
  const isToml = formatOf(placeFor(dialect, 'x')) === 'toml';
  const { head, body } = isToml ? { head: undefined, body: template } : partsOf(template);
  const text = choices.body === undefined ? bodyFor(dialect, choices, body) : choices.body;
  if (isToml) return tomlFile(template, choices, text);
  if (head === undefined) return text;
  const entries = [
    ...entriesOf(head, choices, style).filter(
      ({ key }) => !decided.has(key) && !choices.without?.includes(key),
    ),
    ...toolLines(tools, style),
    ...(choices.model === undefined ? [] : [{ key: 'model', lines: [`model: ${choices.model}`] }]),
  ];
  return ['---', ...entries.flatMap(({ lines }) => lines), '---', '', text].join('\n');
}

/** The template of a TOML file, with the author's choices; its string of several lines is the prompt. */
function tomlFile(
  template: string,
  { name, purpose, model }: Omit<Choices, 'grants'>,
  prompt: string,
): string {
  const chosen: Readonly<Record<string, string | undefined>> = { name, description: purpose };
  const text = template.replace(/^(\w+) = ("""[\s\S]*?"""|.*)$/gm, (line, key: string, value: string) => {
    if (value.startsWith('"""')) {
      const escaped = prompt.trim().replace(/\\/g, '\\\\').replaceAll('"""', '""\\"');
      return `${key} = """\n${escaped}\n"""`;
    }
    const own = chosen[key];
    return own === undefined ? line : `${key} = ${JSON.stringify(own)}`;
  });
  return model === undefined
    ? text
    : text.replace(/^(?=\w+ = """)/m, () => `model = ${JSON.stringify(model)}\n`);
}

/** The keys that the author decides, and not the template. */
const decided: ReadonlySet<string> = new Set(['tools', 'allowed-tools', 'permission', 'model']);

interface Lines {
  readonly key: string;
  readonly lines: readonly string[];
}

function partsOf(template: string): { readonly head: string | undefined; readonly body: string } {
  const found = /^---\n([\s\S]*?\n)---\n/.exec(template);
  return { head: found?.[1], body: template.slice(found?.[0].length ?? 0).trim() };
}

/** The entries of the template, with the author's name and purpose. */
function entriesOf(
  head: string,
  { name, purpose }: Pick<Choices, 'name' | 'purpose'>,
  { text }: Style,
): Lines[] {
  const blocks = head
    .split(/\n(?=\S)/)
    .map(block => ({ key: block.slice(0, block.indexOf(':')), lines: block.trimEnd().split('\n') }));
  const slugBefore = slugOf(valueIn(blocks.find(({ key }) => key === 'name')));
  return blocks.map(block => {
    if (block.key === 'name') return { key: 'name', lines: [`name: ${scalar(name, text)}`] };
    if (block.key === 'description')
      return { key: 'description', lines: [`description: ${scalar(purpose, text)}`] };
    const repeatsName = slugBefore !== '' && valueIn(block) === slugBefore;
    return repeatsName ? { key: block.key, lines: [`${block.key}: ${slugOf(name)}`] } : block;
  });
}

function valueIn(lines: Lines | undefined): string {
  return lines?.lines[0]?.slice(lines.key.length + 1).trim() ?? '';
}

/** A name as part of a path: lowercase, with hyphens. */
export function slugOf(name: string): string {
  return /^[\w.-]+$/.test(name)
    ? name
    : name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
}

function toolLines(tools: ToolList | undefined, { list }: Style): Lines[] {
  if (!tools) return [];
  const { key, granted, denied, allowed = [] } = tools;
  if (denied) {
    const quoted = (name: string): string => (name === everything ? `"${name}"` : name);
    const lines = [
      ...denied.map(name => `  ${quoted(name)}: deny`),
      ...allowed.map(name => `  ${name}: allow`),
    ];
    return lines.length === 0 ? [] : [{ key, lines: [`${key}:`, ...lines] }];
  }
  if (list === 'block') return [{ key, lines: [`${key}:`, ...granted.map(name => `  - ${name}`)] }];
  const written = granted.join(', ');
  return [{ key, lines: [`${key}: ${list === 'flow' ? `[${written}]` : written}`] }];
}

function scalar(value: string, style: Style['text']): string {
  if (style === 'plain' || isPlain(value)) return value;
  return style === 'single' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** Whether no reader of YAML takes a value for anything but the string that it is. */
function isPlain(value: string): boolean {
  return /^[A-Za-z][\w ,.;()/+-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
}

/** The start of a prompt. What the template's text has for arguments is kept. */
function bodyFor(
  { defines }: Dialect,
  { name, purpose }: Pick<Choices, 'name' | 'purpose'>,
  template: string,
): string {
  const words = name.replace(/[-_.]+/g, ' ').trim();
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const [argument] = /\$ARGUMENTS|\{\{args\}\}/.exec(template) ?? [];
  switch (defines) {
    case 'agent':
      return `You are ${withArticle(words)}.\n\n${purpose}\n\nWhen you are done, say what you did and what is left.\n`;
    case 'skill':
      return `# ${title}\n\n${purpose}\n\n1. Say what to do first.\n2. Say how to tell that it worked.\n`;
    case 'command':
      return `${purpose}${argument ? `\n\n${argument}` : ''}\n`;
    default:
      return `# ${title}\n\n${purpose}\n`;
  }
}
