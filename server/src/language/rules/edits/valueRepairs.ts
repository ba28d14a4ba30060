import { distance } from 'fastest-levenshtein';
import type { Issue } from '../../loading/issue.ts';
import { listItems } from '../../loading/listItems.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { removeEntries } from './entries.ts';
import { nearestColor } from './nearestColor.ts';
import { repairs } from './outcome.ts';
import { doubleQuoted, replaceValue } from './scalar.ts';

/** More values than this are a list to look up. */
const mostChoices = 3;

/** Offers the accepted values nearest to the one that an issue is about. */
export function choiceFixes(issue: Issue, context: RuleContext): Fix[] {
  const { document, dialect } = context;
  const field = issue.field === undefined ? undefined : dialect.fields().field([issue.field]);
  const given = issue.data && 'choices' in issue.data ? issue.data.choices : undefined;
  const known = field?.values.filter(({ hidden }) => !hidden).map(({ value }) => value) ?? [];
  const choices = Array.isArray(given) ? given.map(String) : known;
  const written = unquoted(document.slice(issue.range));
  if (choices.length === 0 || written.length > 60 || isKey(issue, context)) return [];
  const color = nearestColor(written, choices);
  const others = choices
    .filter(value => value !== color && value !== written)
    .map(value => ({ value, steps: stepsTo(written, value) }));
  const nearest = others.sort((a, b) => a.steps - b.steps).map(({ value }) => value);
  return [...(color ? [color] : []), ...nearest]
    .slice(0, color ? 1 : mostChoices)
    .flatMap(value => changedTo(value, issue, context));
}

/** The edit distance, less for a value that starts like the written one. */
function stepsTo(written: string, value: string): number {
  const [a, b] = [written.toLowerCase(), value.toLowerCase()];
  return distance(a, b) - (a !== '' && (b.startsWith(a) || a.startsWith(b)) ? 10 : 0);
}

/** Offers the same value in the type that the tool accepts: in quotes, without them, as a list, or as one string. */
export function typeFixes(issue: Issue, context: RuleContext): Fix[] {
  const { document } = context;
  if (isKey(issue, context)) return [];
  const written = document.slice(issue.range);
  const plain = unquoted(written);
  const isOneLine = !/[\r\n]/.test(written);
  const candidates: [title: string, yaml: string][] = [];
  if (isOneLine && plain !== '' && !/^[[{]/.test(written)) {
    candidates.push(['Put the value in quotes', doubleQuoted(plain)]);
    if (written !== plain) candidates.push(['Remove the quotes', plain]);
    const items = plain
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== '');
    candidates.push(['Write the value as a list', `[${items.map(quotedIfNeeded).join(', ')}]`]);
    const number = /\d+(?:\.\d+)?/.exec(plain)?.[0];
    if (number)
      candidates.push([`Change to \`${number}\``, number], [`Change to \`${number}\``, `[${number}]`]);
    if (/^(?:yes|on|y|1|enabled?)$/i.test(plain)) candidates.push(['Change to `true`', 'true']);
    if (/^(?:no|off|n|0|disabled?)$/i.test(plain)) candidates.push(['Change to `false`', 'false']);
  }
  const fixes = candidates
    .filter(([, yaml]) => !yaml.startsWith('[') || document.text[issue.range.start - 1] !== '-')
    .map(([title, yaml]): Fix => ({ title, changes: [{ range: issue.range, newText: yaml }], safe: false }));
  return [...fixes, ...listFixes(issue, context)]
    .filter(({ changes }) => repairs(changes, issue, context))
    .slice(0, 1);
}

/** Offers what helps with a nested value: another type, one of few choices, or the nearest number. */
export function valueFixes(issue: Issue, context: RuleContext): Fix[] {
  const given = issue.data && 'choices' in issue.data ? issue.data.choices : undefined;
  const choices = Array.isArray(given) ? choiceFixes(issue, context) : [];
  const fixes = [...choices, ...typeFixes(issue, context), ...numberFixes(issue, context)];
  return fixes.filter(({ changes }) => repairs(changes, issue, context));
}

/** Offers a list as one comma-separated string, or its items as strings. */
function listFixes(issue: Issue, { document }: RuleContext): Fix[] {
  const entry = issue.field === undefined ? undefined : document.entry(issue.field);
  if (!entry || !Array.isArray(entry.value) || entry.value.length === 0) return [];
  const items = listItems(document, entry.key).map(({ value }) => value);
  if (items.length !== entry.value.length) return [];
  const joined = items.join(', ');
  return [
    {
      title: 'Write the list as one string',
      changes: [replaceValue(document, entry, quotedIfNeeded(joined))],
      safe: false,
    },
    {
      title: 'Write the list as one string',
      changes: [replaceValue(document, entry, quotedIfNeeded(items.join(' ')))],
      safe: false,
    },
    {
      title: 'Put the items in quotes',
      changes: [replaceValue(document, entry, `[${items.map(doubleQuoted).join(', ')}]`)],
      safe: false,
    },
    {
      title: `Change to \`${items[0]}\``,
      changes: [replaceValue(document, entry, quotedIfNeeded(items[0]!))],
      safe: false,
    },
  ];
}

/** Offers the nearest number that the tool accepts. */
export function numberFixes(issue: Issue, context: RuleContext): Fix[] {
  const written = Number(unquoted(context.document.slice(issue.range)).replace(/_/g, ''));
  if (!Number.isFinite(written) || isKey(issue, context)) return [];
  const usual = [written, Math.abs(written), Math.round(written), Math.ceil(written), 1, 0, 2, 10, 100, 1000];
  const inOrder = [...new Set(usual)].sort((a, b) => Math.abs(a - written) - Math.abs(b - written));
  for (const number of inOrder) {
    const fixes = [...changedTo(String(number), issue, context), plainly(String(number), issue)];
    const fix = fixes.find(({ changes }) => repairs(changes, issue, context));
    if (fix) return [fix];
  }
  return [];
}

/** Keys without which an agent may do more: removing one is not a remedy. */
const limiting = /tool|permission|hook|sandbox|isolation|mode|approval|allow|deny|restrict|readonly|effort/i;

/** Offers to remove the key of an issue, where its value makes the tool refuse the file, or has no effect. */
export function removeKeyFix(issue: Issue, { document, dialect }: RuleContext): Fix | undefined {
  const key = issue.field;
  const entry = key === undefined ? undefined : document.entry(key);
  if (!entry || limiting.test(entry.key) || dialect.fields().field([entry.key])?.required) return undefined;
  if (!['crashes', 'rejected', 'fails', 'ignored'].includes(issue.effect)) return undefined;
  const changes = removeEntries(document, [entry]);
  return changes && { title: `Remove \`${entry.key}\``, changes, safe: false };
}

/** True for an issue whose place is a key, not its value. */
function isKey({ range }: Issue, { document }: RuleContext): boolean {
  return /^["']?[ \t]*:(?:\s|$)/.test(document.text.slice(range.end, range.end + 20));
}

/** Replaces the value of an issue inside its quotes, if it has any. */
function changedTo(value: string, { range }: Issue, { document }: RuleContext): Fix[] {
  const isQuoted = /^(["']).*\1$/s.test(document.slice(range));
  const span = isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
  const isInQuotes = isQuoted || /["']/.test(document.text[range.start - 1] ?? '');
  const newText = isInQuotes ? value : quotedIfNeeded(value);
  return [{ title: `Change to \`${value}\``, changes: [{ range: span, newText }], safe: false }];
}

function plainly(value: string, { range }: Issue): Fix {
  return { title: `Change to \`${value}\``, changes: [{ range, newText: value }], safe: false };
}

function unquoted(written: string): string {
  return /^(["'])(.*)\1$/s.exec(written)?.[2] ?? written;
}

/** A string as YAML, in quotes if it would be read as anything else. */
function quotedIfNeeded(value: string): string {
  const isPlain = /^[\w.(/][\w ,./()-]*$/.test(value) && !/:(?:\s|$)|\s#/.test(value);
  return isPlain ? value : doubleQuoted(value);
}
