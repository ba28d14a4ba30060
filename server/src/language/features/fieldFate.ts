import { overlaps } from '../document/offsets.ts';
import type { LoadNote, LoadResult } from '../loading/loader.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * What becomes of one key of the front matter:
 *
 * - `taken`: the tool takes what is written.
 * - `altered`: it takes another value.
 * - `doubtful`: it takes the value, which does not do what it is meant to.
 * - `leaked`: it takes the value and sends it to the model's provider.
 * - `ignored`: the key has no effect.
 * - `widened`: the key was to limit the agent, and the limit does not hold.
 * - `unread`: the file does not load, so nothing is taken.
 */
export type FieldFate = 'taken' | 'altered' | 'doubtful' | 'leaked' | 'ignored' | 'widened' | 'unread';

/** The notes that are about `key`: those that name it, and those that count it among the keys they lose. */
export function notesOn(load: LoadResult, key: string): readonly LoadNote[] {
  return load.notes.filter(note => note.field === key || losesKey(note, key));
}

/** Says what becomes of `key`. A key of which the loader says nothing is taken. */
export function fateOf({ document, load }: Snapshot, key: string): FieldFate {
  if (!load.loads) return 'unread';
  const notes = notesOn(load, key);
  if (notes.length === 0) return 'taken';
  if (notes.some(note => note.effect === 'widened' && note.field === key)) return 'widened';
  if (notes.some(note => losesKey(note, key)) || !takes(load, key)) return 'ignored';
  const effects = new Set(notes.map(note => note.effect));
  if (effects.has('leaked')) return 'leaked';
  if (effects.has('altered')) return 'altered';
  if (!effects.has('lost')) return 'taken';
  const entry = document.entry(key);
  const isLostInValue = notes.every(({ range }) => entry && overlaps(entry.range, range));
  const taken = load[key as keyof LoadResult] ?? load.fields[key];
  return isLostInValue && taken === entry!.value ? 'doubtful' : 'altered';
}

function losesKey(note: LoadNote, key: string): boolean {
  const lost = note.data?.lost;
  return Array.isArray(lost) && lost.includes(key);
}

function takes(load: LoadResult, key: string): boolean {
  return Object.hasOwn(load.fields, key) || load[key as keyof LoadResult] != null;
}
