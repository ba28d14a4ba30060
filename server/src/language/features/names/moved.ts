import { lastPart } from '../../references/nameParts.ts';
import { namesOf } from '../../references/names.ts';
import type { Snapshot } from '../../snapshot.ts';
import { moveFor } from './rename.ts';

/**
 * The name that a file has because of where it lies, and the one that it would have at another URI; `undefined` where the
 * two are the same, or its name does not come from there.
 */
export function nameGivenBy(target: Snapshot, uri: string): { from: string; to: string } | undefined {
  const { document, dialect } = target;
  const isSkill = dialect.defines === 'skill';
  const [before, after] = [stemOf(document.uri, isSkill), stemOf(uri, isSkill)];
  if (before === after || after === '') return undefined;
  const isNamed = namesOf(target).some(name => lastPart(name) === before);
  return isNamed && moveFor(document.uri, before, after, isSkill) ? { from: before, to: after } : undefined;
}

/** The part of a URI that names what is in the file: the folder of a skill, or the file without its extensions. */
function stemOf(uri: string, isSkill: boolean): string {
  const parts = uri.split('/');
  const file = parts.pop() ?? '';
  const named = isSkill && /^skill\.md$/i.test(file) ? (parts.at(-1) ?? '') : file;
  const stem = named === file ? file.replace(/(?:\.(?:agent|chatmode|prompt))?\.[a-z]+$/i, '') : named;
  try {
    return decodeURIComponent(stem);
  } catch {
    return stem;
  }
}
