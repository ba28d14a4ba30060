import type { BuiltInSupport, EditorHover } from '../../dialect/builtInSupport.ts';
import { code } from '../../docs/markdown.ts';
import type { Path } from '../../document/agentDocument.ts';
import { type OffsetRange, overlaps } from '../../document/offsets.ts';
import type { Snapshot } from '../../snapshot.ts';
import { matches } from '../coreSupport.ts';

/** What the editor says by itself of a word; `undefined` where it says nothing of it. */
export function explanationBy(
  editor: BuiltInSupport | undefined,
  path: Path,
  on: 'key' | 'value',
  text: string,
): EditorHover | undefined {
  return editor?.hovers.find(
    hover => hover.on === on && matches(hover.path, path) && hover.words.includes(text),
  );
}

/** The line that a hover starts with beside the editor's own, which has named the word. */
export function dialectTitle({ dialect }: Snapshot): string {
  return `**${dialect.title}**`;
}

interface Checked {
  /** The map, for a key; else the value. */
  readonly path: Path;
  readonly on: 'key' | 'value';
  readonly text: string;
  readonly range: OffsetRange;
}

/** A line for a word that the editor marks as wrong and the tool takes; `undefined` for any other. */
export function correction(
  editor: BuiltInSupport | undefined,
  { load, loader }: Snapshot,
  { path, on, text, range }: Checked,
): string | undefined {
  const check = editor?.checks.find(one => one.on === on && matches(one.path, path));
  if (!editor || !check || check.accepts.includes(text)) return undefined;
  if (load.issues.some(issue => overlaps(issue.range, range))) return undefined;
  return `${editor.title} marks ${code(text)} as wrong. ${loader.tool} accepts it: nothing needs to change.`;
}
