import type { Field, ValueType } from '../dialect/field.ts';
import type { FileHead } from './fileHead.ts';
import type { Profile } from './profile.ts';

/** How well a file's front matter fits a dialect. */
export interface Evidence {
  /** Higher fits better. Comparable between the dialects for one file. */
  readonly points: number;
  /** Keys, beside name and description, that the dialect knows. */
  readonly known: number;
  /** Values of its vocabulary: tools, models, modes. */
  readonly hits: number;
  /** Names of its tools. */
  readonly tools: number;
}

/** Keys of site generators and content collections: a file with one of them is a page. */
const pageKeys: ReadonlySet<string> = new Set(
  `title sidebar_position sidebar_label sidebar slug layout permalink date pubDate publishDate publishedAt lastmod
   updatedDate draft weight nav_order parent has_children aliases hide_title hide_table_of_contents pagination_next
   pagination_prev hero heroImage image cover og_image canonical_url url redirect_from toc outline head`.split(
    /\s+/,
  ),
);

/** Keys that say nothing of the tool: every project may have them. */
const ofAnyProject: ReadonlySet<string> = new Set(
  'name description version author tags category license metadata'.split(' '),
);

/** Whether a file has the keys that every agent file has one of, and none of a page. */
export function looksLikeAgent({ keys }: FileHead): boolean {
  if ([...keys.keys()].some(key => pageKeys.has(key))) return false;
  // A template is to be filled in first.
  if (/^["']?[<{[$]/.test(keys.get('name') ?? '')) return false;
  return isWritten(keys.get('description')) || ['paths', 'globs'].some(key => isWritten(keys.get(key)));
}

function isWritten(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

/** What a file's keys, values and prompt say for a dialect. */
export function evidenceFor(
  { keys, body }: FileHead,
  profile: Profile,
  rivals: readonly Profile[],
): Evidence {
  const fields = profile.fields();
  let [points, known, hits, tools] = [0, 0, 0, 0];
  for (const [key, value] of keys) {
    if (ofAnyProject.has(key)) continue;
    const field = fields.get(key);
    if (!field) {
      if (rivals.some(rival => rival.fields().has(key))) points -= 1.5;
      continue;
    }
    known++;
    points += field.meta.hidden ? 0 : 1;
    if (!fits(field, value)) points -= 3;
    else if (field.meta.kind === 'tools') {
      const names = toolNamesIn(value);
      const own = names.filter(name => profile.tools().has(name)).length;
      tools += own;
      if (own > 0) hits++;
      if (names.length > 0 && profile.tools().size > 0) points += (5 * own) / names.length - 2;
    } else if (field.meta.kind === 'globs' && profile.dialect.defines === 'rule') {
      hits++;
      points += 2;
    } else if (field.meta.kind !== 'color' && isVocabulary(field, value, profile)) {
      hits++;
      points += 2;
    } else if (field.closed) points -= 2;
  }
  for (const field of fields.values()) if (field.required && !keys.has(field.name)) points -= 2;
  const placeholders = profile.dialect.body?.placeholders ?? [];
  if (placeholders.some(({ value }) => /^\$\w+$/.test(value) && body.includes(value))) {
    points += 1;
    hits++;
  }
  return { points, known, hits, tools };
}

/** The share of a file's keys that the dialect knows. */
export function shareKnown({ keys }: FileHead, { known }: Evidence): number {
  return (known + ['name', 'description'].filter(key => keys.has(key)).length) / keys.size;
}

/** Whether the text below the front matter speaks to a model, and the name is that of the file. */
export function isNamedPrompt({ path, keys, body }: FileHead): boolean {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const name = keys
    .get('name')
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return (
    name === stem &&
    /^\s*(?:#[^\n]*\n\s*)?(?:You are|You're|Your (?:role|task|job|mission)|Act as)\b/.test(body)
  );
}

/** A string of the field's vocabulary; of a model, one that names the tool's own family counts too. */
function isVocabulary({ values, types, meta }: Field, value: string, { word }: Profile): boolean {
  const plain = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (meta.kind === 'model' && plain.toLowerCase().startsWith(word)) return true;
  return (
    !types.includes('boolean') &&
    values.some(entry => entry.value === plain || entry.aliases?.includes(plain))
  );
}

/** Whether the field accepts a value of that shape. */
function fits({ types }: Field, value: string): boolean {
  const shape = shapeOf(value);
  if (types.length === 0 || shape === 'null') return true;
  if (shape === 'boolean') return types.includes('boolean') || types.includes('string');
  if (shape === 'number')
    return types.some(type => type === 'number' || type === 'integer' || type === 'string');
  return types.includes(shape);
}

function shapeOf(value: string): ValueType {
  const text = value.trim();
  if (text === '') return 'null';
  if (/^(?:\[|-\s)/.test(text)) return 'list';
  if (text.startsWith('{') || /^\n[ \t]+[\w"'*-]+[ \t]*:(?:\s|$)/.test(value)) return 'map';
  if (/^(?:true|false)$/i.test(text)) return 'boolean';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? 'number' : 'string';
}

/** The names in a tool list in any notation, without what stands in parentheses. */
function toolNamesIn(value: string): string[] {
  const shape = shapeOf(value);
  const plain = value.replace(/\([^)]*\)?/g, '').replace(/#.*$/gm, '');
  if (shape === 'map')
    return [...plain.matchAll(/(?:^|[\n{,])\s*["']?([\w*./-]+)["']?\s*:/g)].map(([, name]) => name!);
  return plain.match(/[A-Za-z_*][\w*./-]*/g) ?? [];
}
