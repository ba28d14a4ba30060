import type { AgentDocument } from '../../document/agentDocument.ts';
import type { Fix, RuleContext, TextChange } from '../rule.ts';
import { frontMatterLines, type ProblemLine } from './problemLine.ts';
import { isKnownKey } from './valueExtent.ts';

const indentOf = (text: string): number => /^[ \t]*/.exec(text)![0].length;
const isText = ({ text }: ProblemLine): boolean => text.trim() !== '' && !/^\s*#/.test(text);

/** Moves keys to the margin, where the problem is in the line of a key that the tool knows. */
export function keyIndentRepairs({ text }: ProblemLine, context: RuleContext): Fix[] {
  const key = /^[ \t]+["']?([A-Za-z_$][\w$.-]*)["']?[ \t]*:/.exec(text)?.[1];
  if (key === undefined || !isKnownKey(context.dialect, key)) return [];
  return keysAtOneColumn([...frontMatterLines(context.document)], context);
}

/** Repairs lines of front matter whose indentation does not fit that of the lines above. */
export function indentRepairs(line: ProblemLine, context: RuleContext): Fix[] {
  const lines = [...frontMatterLines(context.document)];
  const at = lines.findIndex(({ range }) => range.start === line.range.start);
  return [
    ...keysAtOneColumn(lines, context),
    ...listToMapping(context.document),
    ...(at > 0 ? asItem(lines, at) : []),
    ...(at > 0 ? deeperBelow(lines, at) : []),
  ];
}

/** Gives a line the indentation of a line above. */
export function neighborRepairs(line: ProblemLine, context: RuleContext): Fix[] {
  const lines = [...frontMatterLines(context.document)];
  const at = lines.findIndex(({ range }) => range.start === line.range.start);
  return at > 0 ? likeNeighbors(lines, at) : [];
}

/** Moves the keys that the tool knows, with the lines below them, to the margin: `name` at the margin, `tools` not. */
function keysAtOneColumn(lines: readonly ProblemLine[], { dialect, document }: RuleContext): Fix[] {
  const changes: TextChange[] = [];
  /** The indentation of the block that a list, mapping or block scalar of a key at the margin may have. */
  let inner: boolean = false;
  let shift = 0;
  let column = Number.MAX_SAFE_INTEGER;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const indent = indentOf(line.text);
    const key = /^[ \t]*["']?([A-Za-z_$][\w$.-]*)["']?[ \t]*:(.*)$/.exec(line.text);
    const isTop = key !== null && (indent <= column || !inner) && isTopKey(key[1]!, dialect, document);
    if (isTop) {
      shift = indent;
      column = indent;
      // Below `key:` and `key: |` everything that is indented further belongs to it.
      inner = /^[ \t]*(?:[|>][-+\d]*[ \t]*)?(?:#.*)?$/.test(key[2]!);
    }
    if (shift > 0) {
      const { start } = line.range;
      changes.push({ range: { start, end: start + Math.min(shift, indent) }, newText: '' });
    }
  }
  return changes.length === 0 ? [] : [{ title: 'Start all keys at the margin', changes, safe: true }];
}

function isTopKey(key: string, dialect: RuleContext['dialect'], document: AgentDocument): boolean {
  return isKnownKey(dialect, key) || document.yaml.entries.some(entry => entry.key === key);
}

/** Repairs front matter that is a list of its keys: `- name: x`. */
export function listToMapping(document: AgentDocument): Fix[] {
  const lines = [...frontMatterLines(document)];
  const text = lines.filter(isText);
  if (text.length === 0 || !text.every(line => /^(?:- |[ \t])/.test(line.text))) return [];
  const changes = text.map(({ range: { start } }) => ({ range: { start, end: start + 2 }, newText: '' }));
  return [{ title: 'Remove the dashes before the keys', changes, safe: true }];
}

/** A word at the margin below a list: its dash is missing. */
function asItem(lines: readonly ProblemLine[], at: number): Fix[] {
  const { range, text } = lines[at]!;
  const above = lines.slice(0, at).findLast(isText);
  const marker = /^[ \t]*-[ \t]+/.exec(above?.text ?? '')?.[0];
  if (marker === undefined || !/^[ \t]*[\w*@/.()-]+[ \t]*$/.test(text)) return [];
  const changes = [{ range: { start: range.start, end: range.start + indentOf(text) }, newText: marker }];
  return [{ title: 'Make the line an item of the list above', changes, safe: false }];
}

/** A key below a key with a value, indented further than that. */
function deeperBelow(lines: readonly ProblemLine[], at: number): Fix[] {
  const [line, next] = [lines[at]!, lines[at + 1]];
  if (!next || !/^[ ]*[\w$.-]+:[ ]+[^\s|>]/.test(line.text) || !/^[ ]+[\w$.-]+:(?:\s|$)/.test(next.text))
    return [];
  const [own, further] = [indentOf(line.text), indentOf(next.text)];
  if (further <= own) return [];
  const { start } = next.range;
  const changes = [{ range: { start, end: start + further }, newText: ' '.repeat(own) }];
  return [{ title: 'Indent the key below like this one', changes, safe: false }];
}

/** The same indentation as a line above, the nearest first. */
function likeNeighbors(lines: readonly ProblemLine[], at: number): Fix[] {
  const { range, text } = lines[at]!;
  const own = /^[ \t]*/.exec(text)![0];
  const indents = lines
    .slice(0, at)
    .filter(isText)
    .map(line => /^[ \t]*/.exec(line.text)![0]);
  // Text without a colon cannot be a key at the margin.
  const isKey = /^[ \t]*(?:-(?:\s|$)|#|[^\s:]+[ \t]*:(?:\s|$))/.test(text);
  const others = [...new Set(indents.reverse())]
    .filter(indent => indent !== own && (indent !== '' || isKey))
    .slice(0, 3);
  return others.map(indent => ({
    title: indent === '' ? 'Start the line at the margin' : `Indent the line by ${indent.length} spaces`,
    changes: [{ range: { start: range.start, end: range.start + own.length }, newText: indent }],
    safe: false,
  }));
}
