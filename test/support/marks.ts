import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import type { Snapshot } from '../../server/src/language/snapshot.ts';
import { filesIn, snapshotsIn } from './projectFiles.ts';

/** A project of several files, below `=== path` each, and the cursor `¦` in one of them. */
export interface MarkedProject {
  readonly snapshots: readonly Snapshot[];
  /** The file with the cursor. */
  readonly snapshot: Snapshot;
  readonly offset: number;
}

const root = 'file:///project/';

/** Reads a project with one cursor. */
export function readProject(marked: string): MarkedProject {
  const [path, text] = [...filesIn(marked)].find(([, text]) => text.includes('¦')) ?? assert.fail('no ¦');
  const snapshots = snapshotsIn(marked.replace('¦', ''));
  const snapshot = snapshots.find(({ document }) => decodeURIComponent(document.uri) === root + path);
  assert.ok(snapshot, `${path} is not an agent file`);
  return { snapshots, snapshot, offset: text.indexOf('¦') };
}

/** A place as `path:line text`, as a reader finds it. Lines are counted from 1. */
export function shownPlace(
  { snapshots }: MarkedProject,
  { uri, range }: { readonly uri: string; readonly range: Range },
): string {
  const path = decodeURIComponent(uri).slice(root.length);
  const document = snapshots.find(snapshot => snapshot.document.uri === uri)?.document;
  const text = document?.slice({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  return `${path}:${range.start.line + 1}${text ? ` ${text}` : ''}`;
}
