import type { OffsetRange } from '../../../document/offsets.ts';
import { agentKeys, commandKeys } from './agentShape.ts';

/** The known keys of agents and commands. */
export const knownKeys: ReadonlySet<string> = new Set([...agentKeys, ...commandKeys]);

/** The first line meant as an opening delimiter, with the keys between it and the next; `undefined` for none. */
export function lateDelimiter(
  text: string,
): { readonly range: OffsetRange; readonly keys: ReadonlySet<string> } | undefined {
  const delimiter = /^[ \t]*-{3,}[ \t]*\r?$/gm;
  const open = delimiter.exec(text.slice(0, 2000));
  if (!open || !text.slice(0, open.index).split('\n').every(isNotProse)) return undefined;
  const after = open.index + open[0].length;
  const close = text.slice(after, after + 20_000).search(/\n[ \t]*(?:-{3,}|\.{3})[ \t]*(?:\r?\n|$)/);
  if (close < 0) return undefined;
  const block = text.slice(after, after + close);
  const keys = new Set(
    Array.from(block.matchAll(/^[ \t]*([A-Za-z_][\w-]*):(?:[ \t]|\r?$)/gm), match => match[1]!),
  );
  if (![...keys].some(key => knownKeys.has(key))) return undefined;
  const start = open.index + (open[0].length - open[0].trimStart().length);
  return { range: { start, end: open.index + open[0].trimEnd().length }, keys };
}

/** True for a line that may precede front matter by mistake: blank, a heading, a comment, a code fence. */
function isNotProse(line: string): boolean {
  return /^\s*(?:#|\/\/|<!--|`{3}|$)/.test(line.replace('\uFEFF', ''));
}
