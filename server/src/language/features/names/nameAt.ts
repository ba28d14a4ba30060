import { type OffsetRange, touches } from '../../document/offsets.ts';
import { isLikely, mentionsOf } from '../../references/mentions.ts';
import type { Referable } from '../../references/reference.ts';
import { type Resolution, resolve, type Use, useIn } from '../../references/resolve.ts';
import { indexedFileOf, type Snapshot } from '../../snapshot.ts';

/** A name at a cursor: of the file itself, or of what another file defines. */
export interface NameAt extends Resolution {
  readonly to: Referable;
  /** As written. */
  readonly name: string;
  readonly range: OffsetRange;
  /** `definition`: the name of the file itself. `likely`: prose that may mean something else. */
  readonly form: 'definition' | 'certain' | 'likely';
}

/** The name at an offset; `undefined` where nothing is named that a file or the tool defines. */
export function nameAt(snapshot: Snapshot, offset: number): NameAt | undefined {
  const own = ownName(snapshot);
  if (own && touches(own.range, offset)) return own;
  const use = useIn(snapshot);
  const reference = snapshot.references().find(({ range }) => touches(range, offset));
  if (reference) return { ...reference, ...resolve(reference, use), form: 'certain' };
  return mentionAt(snapshot, offset, use);
}

/** The name that the file gives what it defines; `undefined` where it is not written. */
export function ownName(snapshot: Snapshot): NameAt | undefined {
  const { document, dialect, load } = snapshot;
  const range = document.entry('name')?.range;
  const to = dialect.defines;
  if (!load.loads || !range || range.start === range.end || !isReferable(to)) return undefined;
  const file = indexedFileOf(snapshot);
  const name = String(document.entry('name')!.value);
  return { to, name, range: withoutQuotes(document.text, range), files: [file], form: 'definition' };
}

function isReferable(defines: string | undefined): defines is Referable {
  return defines === 'agent' || defines === 'skill' || defines === 'command' || defines === 'style';
}

/** Characters of names, as far as a mention is recognized by them. */
const nameCharacters = /[\p{L}\p{N}_:-]/u;
const longestName = 200;

/** A word in the text that is the name of something, in a form that is likely to mean it. */
function mentionAt({ document }: Snapshot, offset: number, use: Use): NameAt | undefined {
  const { text, frontMatter } = document;
  if (offset < frontMatter.body.start) return undefined;
  let [start, end] = [offset, offset];
  while (
    start > frontMatter.body.start &&
    offset - start < longestName &&
    nameCharacters.test(text[start - 1]!)
  )
    start--;
  while (end < text.length && end - offset < longestName && nameCharacters.test(text[end]!)) end++;
  while (end > start && /[:-]/.test(text[end - 1]!)) end--;
  const range = { start, end };
  const name = text.slice(start, end);
  if (name === '' || !isLikely(text, range) || mentionsOf(name, text, range).length === 0) return undefined;
  for (const to of ['agent', 'skill'] as const) {
    const found = resolve(
      { to, name: name.replace(/^agent-(?=.)/, text[start - 1] === '@' ? '' : 'agent-') },
      use,
    );
    if (found.files.length > 0 || found.builtIn) return { to, name, range, ...found, form: 'likely' };
  }
  return undefined;
}

function withoutQuotes(text: string, { start, end }: OffsetRange): OffsetRange {
  const isQuoted = /^(["']).*\1$/s.test(text.slice(start, end)) && end - start >= 2;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
