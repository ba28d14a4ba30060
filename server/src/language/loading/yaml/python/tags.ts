import { type Cursor, isEnd, isGap } from './cursor.ts';

/** A tag as written: a handle such as `!!`, `undefined` for one in `<…>`, and the rest. */
export interface Tag {
  readonly handle: string | undefined;
  readonly suffix: string;
}

const isWord = (character: string): boolean => /[\w-]/.test(character);

/** Reads `&name` or `*name` and returns the name. */
export function scanAnchor(cursor: Cursor): string {
  cursor.forward();
  const name = cursor.take(isWord);
  if (name === '' || !(isGap(cursor.peek()) || /[?:,\]}%@`]/.test(cursor.peek())))
    cursor.fail('did not find expected alphabetic or numeric character');
  return name;
}

/** Reads a tag. */
export function scanTag(cursor: Cursor): Tag {
  const tag = tagAt(cursor);
  const isC = cursor.reader === 'libyaml';
  const next = cursor.peek();
  if (next !== ' ' && !isEnd(next) && !(isC && (next === '\t' || next === ',')))
    cursor.fail('did not find expected whitespace or line break');
  return tag;
}

function tagAt(cursor: Cursor): Tag {
  if (cursor.peek(1) === '<') {
    cursor.forward(2);
    const suffix = uri(cursor, true);
    if (cursor.peek() !== '>') cursor.fail("did not find the expected '>'");
    cursor.forward();
    return { handle: undefined, suffix };
  }
  cursor.forward();
  if (isGap(cursor.peek())) return { handle: undefined, suffix: '!' };
  const [handle] = /^[\w-]*!/.exec(cursor.text.slice(cursor.index, cursor.index + 256)) ?? [];
  if (handle === undefined) return { handle: '!', suffix: uri(cursor) };
  cursor.forward(handle.length);
  return { handle: `!${handle}`, suffix: uri(cursor) };
}

function uri(cursor: Cursor, isVerbatim = false): string {
  // Only libyaml ends a short tag at the indicators of flow collections.
  const pattern =
    cursor.reader === 'libyaml' && !isVerbatim ? /[\w\-;/?:@&=+$.!~*'()%]/ : /[\w\-;/?:@&=+$,.!~*'()[\]%]/;
  const text = cursor.take(character => pattern.test(character));
  if (text === '') cursor.fail('did not find expected tag URI');
  return text;
}

/** Reads a line that starts with `%`; the text of the result is the handle of a tag, if it declares one. */
export function scanDirective(cursor: Cursor): { readonly text: string; readonly tag?: Tag } {
  const line = /^%([\w-]+)(.*)/.exec(restOfLine(cursor));
  const [, name, rest = ''] = line ?? [];
  const comment = /^(?: .*)?$/;
  const version = /^ +(\d+)\.\d+ *(?:#.*)?$/.exec(rest);
  const handle = /^ +(![\w-]*!?|!) +([^ ]+) *(?:#.*)?$/.exec(rest);
  if (name === undefined || !comment.test(rest)) {
    cursor.forward(1 + (name ?? '').length);
    cursor.fail('could not find expected directive name');
  }
  if (name === 'YAML' && version?.[1] !== '1') cursor.fail('found incompatible YAML document');
  if (name === 'TAG' && !handle) cursor.fail('did not find expected tag directive');
  cursor.take(character => !isEnd(character));
  cursor.takeBreak();
  return name === 'TAG' ? { text: name, tag: { handle: handle![1]!, suffix: handle![2]! } } : { text: name };
}

function restOfLine(cursor: Cursor): string {
  let length = 0;
  while (!isEnd(cursor.peek(length))) length++;
  return cursor.text.slice(cursor.index, cursor.index + length);
}
