import type { PathPattern } from '../dialect/builtInSupport.ts';
import type { ReferencePlace, TextForm } from '../dialect/references.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import { itemsIn } from '../document/csvItem.ts';
import { type OffsetRange, trimRange } from '../document/offsets.ts';
import { isMap, isScalar, isSeq, type Node } from '../document/yamlNodes.ts';
import { isPlainName, type NamedSource, type Reference } from './reference.ts';

/** No file has more references that are kept. */
const mostReferences = 2_000;

/** The names in a file that stand for what other files define, in the order of the text. */
export function referencesIn({ document, dialect }: Pick<NamedSource, 'document' | 'dialect'>): Reference[] {
  const { places, text = [] } = dialect.references ?? { places: [] };
  const found: Reference[] = [];
  for (const place of places) if (isInEffect(place, document)) found.push(...inPlace(place, document));
  for (const form of text) if (document.includes(form.word)) found.push(...inText(form, document));
  return found.sort((a, b) => a.range.start - b.range.start).slice(0, mostReferences);
}

/** Whether the tool reads the field at all. */
function isInEffect({ when }: ReferencePlace, document: AgentDocument): boolean {
  return when === undefined || document.entry(when.key)?.value === when.value;
}

function inPlace(place: ReferencePlace, document: AgentDocument): Reference[] {
  const [key = '', ...rest] = place.path;
  const entry = document.entry(key);
  if (!entry?.node) return [];
  const names = scalarsAt(entry.node, rest, place.keys === true).flatMap(span =>
    namesIn(place, document, span),
  );
  return names.flatMap(range => {
    const name = document.slice(range);
    return isPlainName(name) ? [{ to: place.to, name, range, by: place }] : [];
  });
}

/** The ranges of the scalars, or of the keys, at a path below a node. */
function scalarsAt(node: Node | null | undefined, path: PathPattern, keys: boolean): OffsetRange[] {
  const [step, ...rest] = path;
  if (isSeq(node)) {
    const below = step === '#' ? rest : path;
    if (step !== undefined && step !== '#') return [];
    return node.items.flatMap(item => scalarsAt(item as Node, below, keys));
  }
  if (isMap(node)) {
    if (step === undefined) return keys ? node.items.flatMap(({ key }) => spanOf(key as Node)) : [];
    return node.items
      .filter(({ key }) => step === '*' || (isScalar(key) && String(key.value) === step))
      .flatMap(({ value }) => scalarsAt(value as Node | null, rest, keys));
  }
  return step === undefined && !keys ? spanOf(node) : [];
}

/** The text of a scalar, without quotes; nothing for one whose text is not its value. */
function spanOf(node: Node | null | undefined): OffsetRange[] {
  if (!isScalar(node) || !node.range || typeof node.value !== 'string') return [];
  const [start, end] = node.range;
  const { source = '', type } = node;
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')
    return source === node.value ? [{ start: start + 1, end: start + 1 + source.length }] : [];
  return type === 'PLAIN' ? [{ start, end }] : [];
}

/** The names in the text of a scalar. */
function namesIn(
  { calls, separator, within }: ReferencePlace,
  { text }: AgentDocument,
  span: OffsetRange,
): OffsetRange[] {
  if (calls) return argumentsIn(text, span, calls);
  if (within) return partsIn(text, span, within);
  if (separator) return itemsIn(text, span, separator);
  const name = trimRange(text, span);
  return name.start === name.end ? [] : [name];
}

/** The parts of a string that have a form. */
function partsIn(
  text: string,
  { start, end }: OffsetRange,
  { word, form }: NonNullable<ReferencePlace['within']>,
): OffsetRange[] {
  const written = text.slice(start, end);
  if (!written.includes(word)) return [];
  return [...written.matchAll(form)].map(match => {
    const [from, to] = match.indices![1]!;
    return { start: start + from, end: start + to };
  });
}

/** The arguments of calls: `a` and `b` of `Agent(a, b)`. */
function argumentsIn(text: string, { start, end }: OffsetRange, calls: readonly string[]): OffsetRange[] {
  const found: OffsetRange[] = [];
  const written = text.slice(start, end);
  if (!written.includes('(')) return found;
  for (const { 0: call, 1: name, 2: inside, index } of written.matchAll(
    /(?<![\w-])([\w-]{1,100})\(([^()]*)\)/g,
  )) {
    if (!calls.includes(name!)) continue;
    const from = start + index + call.length - 1 - inside!.length;
    found.push(...itemsIn(text, { start: from, end: from + inside!.length }, 'comma'));
  }
  return found;
}

function inText(form: TextForm, { text, frontMatter: { body } }: AgentDocument): Reference[] {
  const found: Reference[] = [];
  const expression = new RegExp(form.form);
  expression.lastIndex = body.start;
  for (let match = expression.exec(text); match && match.index < body.end; match = expression.exec(text)) {
    const [start, end] = match.indices![1]!;
    const name = match[1]!;
    if (isPlainName(name)) found.push({ to: form.to, name, range: { start, end }, by: form });
    if (found.length > mostReferences) break;
  }
  return found;
}
