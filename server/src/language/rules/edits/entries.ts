import type { AgentDocument } from '../../document/agentDocument.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { TextChange } from '../rule.ts';
import { lineBreakOf } from './scalar.ts';

/** Replaces the key at `entry`. */
export function renameKey(entry: Entry, key: string): TextChange {
  return { range: entry.keyRange, newText: key };
}

/** Removes a top-level key with all of its lines. */
export function removeEntry(entry: Entry): TextChange {
  return { range: entry.lines, newText: '' };
}

/** Adds the line `key: yaml` to the front matter: after the key `after` where it exists, otherwise at the top. */
export function insertEntry(document: AgentDocument, key: string, yaml: string, after?: string): TextChange {
  const { content } = document.frontMatter;
  const previous = after === undefined ? undefined : document.entry(after);
  const at = previous?.lines.end ?? content.start;
  const line = `${key}: ${yaml}${lineBreakOf(document)}`;
  const glued = at > 0 && !/[\r\n]/.test(document.text[at - 1]!);
  return { range: { start: at, end: at }, newText: glued ? lineBreakOf(document) + line : line };
}
