import type { AgentDocument } from './agentDocument.ts';
import { contextInJson } from './contextInJson.ts';
import { contextInToml } from './contextInToml.ts';
import { contextInYaml, type SeparatorOf } from './contextInYaml.ts';
import type { BodyContext, CursorContext, EmptyContext } from './cursorContext.ts';
import { type OffsetRange, touches } from './offsets.ts';
import { longestFrontMatter } from './yamlTree.ts';

export type * from './cursorContext.ts';
export type { SeparatorOf };

/**
 * Returns the context of the cursor at `offset`, from which completion and hover start. Works on lines and indentation
 * instead of the YAML tree, so incomplete text is fine.
 *
 * `separatorOf` tells which fields hold several items in one string (a tool list); without it a string is a `value`.
 * Never throws; costs one scan of the front matter.
 */
export function contextAt(
  document: AgentDocument,
  offset: number,
  separatorOf: SeparatorOf = () => undefined,
): CursorContext {
  const { text, frontMatter } = document;
  const { open, content, close, state } = frontMatter;
  if (document.format === 'json') return contextInJson(document, offset);
  if (document.format === 'toml') return contextInToml(document, offset);
  const empty = emptyAt(text, offset);
  if (empty) return empty;
  if (state === 'absent') return offset >= frontMatter.body.start ? bodyAt(text, offset) : { kind: 'none' };
  if (offset < open.start) return { kind: 'none' };
  if (touches(open, offset)) return { kind: 'delimiter', delimiter: 'open', range: open };
  if (close && touches(close, offset)) return { kind: 'delimiter', delimiter: 'close', range: close };
  if (offset > content.end) return bodyAt(text, offset);
  if (content.end - content.start > longestFrontMatter || offset < content.start) return { kind: 'none' };
  return contextInYaml(text, content, offset, separatorOf);
}

/** Longer files of white space and dashes get no completion. */
const longestEmptyFile = 1_000;

function emptyAt(text: string, offset: number): EmptyContext | undefined {
  if (text.length > longestEmptyFile || !/^\s*-{0,3}\s*$/.test(text)) return undefined;
  const start = text.search(/-|$(?!\s)/);
  const dashes: OffsetRange = { start, end: start + text.trim().length };
  if (dashes.end === dashes.start)
    return { kind: 'empty', range: { start: offset, end: offset }, isOpened: false };
  if (touches(dashes, offset)) return { kind: 'empty', range: dashes, isOpened: false };
  const isOpened =
    offset > dashes.end && dashes.end - dashes.start === 3 && text.slice(dashes.end, offset).includes('\n');
  return isOpened ? { kind: 'empty', range: { start: offset, end: offset }, isOpened } : undefined;
}

/** Longer words are not placeholders. */
const longestWord = 200;

function bodyAt(text: string, offset: number): BodyContext {
  const before = /\S*$/.exec(text.slice(Math.max(0, offset - longestWord), offset))![0].length;
  const after = /^\S*/.exec(text.slice(offset, offset + longestWord))![0].length;
  const range = { start: offset - before, end: offset + after };
  return { kind: 'body', range, text: text.slice(range.start, range.end) };
}
