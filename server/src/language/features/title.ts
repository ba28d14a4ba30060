import { decoded } from '../decoded.ts';
import type { Snapshot } from '../snapshot.ts';
import { fullNameOf } from './fullName.ts';

/** What a file is called where it is shown: the agent's name, else the file's. */
export function titleOf(snapshot: Snapshot): string {
  const { document, load } = snapshot;
  if (load.name?.trim()) return fullNameOf(snapshot)!;
  const written = document.entry('name')?.value;
  return !load.ignored && typeof written === 'string' && written.trim() ? written : fileNameOf(document.uri);
}

/** The last segment of a URI, decoded. */
export function fileNameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1).replace(/^untitled:/, ''));
}
