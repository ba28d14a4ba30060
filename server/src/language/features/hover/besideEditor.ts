import type { BuiltInSupport, EditorHover } from '../../dialect/builtInSupport.ts';
import { code } from '../../docs/markdown.ts';
import type { Path } from '../../document/agentDocument.ts';
import { type OffsetRange, overlaps } from '../../document/offsets.ts';
import type { Snapshot } from '../../snapshot.ts';
import { matches } from '../coreSupport.ts';

/** The hover that the client itself shows for a value; `undefined` if there is none. */
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

/** The first line of a hover below that of the client, which names the value. */
export function dialectTitle({ dialect }: Snapshot): string {
  return `**${dialect.title}**`;
}

interface Checked {
  /** The mapping, for a key; otherwise the value. */
  readonly path: Path;
  readonly on: 'key' | 'value';
  readonly text: string;
  readonly range: OffsetRange;
}

/** A line for a value that the client reports and the tool supports; `undefined` for any other. */
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
