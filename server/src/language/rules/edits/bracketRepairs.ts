import type { Issue } from '../../loading/issue.ts';
import { readWithJsYaml } from '../../loading/jsYaml.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { doubleQuoted, replaceValue, writtenValue } from './scalar.ts';
import { valueExtentAt } from './valueExtent.ts';

/**
 * Repairs lists in brackets that are not closed, that text follows, or that hold items which need quotes:
 *
 * ```text
 * tools: [Read, Write       →  tools: [Read, Write]
 * tools: [Read], Write      →  tools: [Read, Write]
 * tools: [Read, @x, "Bash]  →  tools: [Read, "@x", Bash]
 * ```
 */
export function bracketRepairs({ range }: Issue, { document, dialect }: RuleContext): Fix[] {
  const entry = valueExtentAt(document, dialect, range.start)?.entry;
  if (!entry) return [];
  const written = document.slice(writtenValue(document, entry));
  const types = dialect.fields().field([entry.key])?.types ?? [];
  if (types.length > 0 && !types.includes('list')) return [];
  if (!written.startsWith('[') || /[{}]/.test(written)) return [];
  // What is wrong then is not the list.
  if (!('reason' in readWithJsYaml(written))) return [];
  const items = itemsOf(written);
  if (items.length === 0) return [];
  const list = `[${items.map(item => (isPlain(item) ? item : doubleQuoted(item))).join(', ')}]`;
  const title = written.includes(']') ? 'Write the values as one list' : 'Close the list';
  return [{ title, changes: [replaceValue(document, entry, list)], safe: false }];
}

/** The items between brackets, without their quotes. Commas in parentheses belong to an item. */
function itemsOf(written: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  for (const character of written) {
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    const isBetween = depth === 0 && /[,[\]\r\n]/.test(character);
    if (isBetween) {
      items.push(item);
      item = '';
    } else item += character;
  }
  return [...items, item]
    .map(text => text.replace(/^\s*-\s+/, '').replace(/^[\s"']+|[\s"']+$/g, ''))
    .filter(text => text !== '');
}

/** True for an item that YAML reads as the same string without quotes. */
function isPlain(item: string): boolean {
  return /^[A-Za-z_][\w./-]*(?: [\w./-]+)*$/.test(item) && !/^(?:true|false|null|yes|no|on|off)$/i.test(item);
}
