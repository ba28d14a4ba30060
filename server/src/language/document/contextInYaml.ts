import type { Path } from './agentDocument.ts';
import { contextInFlow } from './contextInFlow.ts';
import {
  type Cursor,
  contextInScalar,
  deepestPath,
  emptyPlace,
  isGap,
  type Place,
  type SeparatorOf,
} from './contextInScalar.ts';
import type { CursorContext, KeyContext, ListItemContext, PreviousKey } from './cursorContext.ts';
import { lineStart } from './lines.ts';
import { type OffsetRange, touches } from './offsets.ts';
import { outlineOf } from './outline.ts';
import type { ListOutline, MapOutline, PairOutline, ValueOutline } from './outlineNodes.ts';
import { lineAt, type ScalarOutline } from './outlineText.ts';

export type { SeparatorOf };

/** Either the context, or the value that the cursor is in or after. */
type Step =
  | CursorContext
  | { readonly kind: 'into'; readonly place: Place; readonly value: ValueOutline | undefined };

const none: CursorContext = { kind: 'none' };

/**
 * Returns the context of a cursor between the delimiters; `content` includes `offset`.
 * On a blank line, the cursor's column determines the mapping or list.
 */
export function contextInYaml(
  text: string,
  content: OffsetRange,
  offset: number,
  separatorOf: SeparatorOf,
): CursorContext {
  const line = lineAt(text, Math.max(lineStart(text, offset), content.start), Math.max(content.end, offset));
  let container: MapOutline | ListOutline = outlineOf(text, content);
  const isBlank = line.start + line.indent >= line.end && !isInsideText(container, offset);
  const cursor: Cursor = { text, offset, line, isBlank, separatorOf };
  if (container.pairs.length === 0 && isBlank) return newKey(cursor, [], []);
  let path: Path = [];
  for (;;) {
    const step: Step =
      container.kind === 'map' ? inMap(cursor, container, path) : inList(cursor, container, path);
    if (step.kind !== 'into') return step;
    const { place } = step;
    const value: ValueOutline | undefined = step.value;
    if (value?.kind === 'map' || value?.kind === 'list') {
      if (path.length > deepestPath) return none;
      container = value;
      path = place.path;
    } else if (value === undefined) {
      if (place.after >= line.start) return isGap(cursor, place.after) ? emptyPlace(cursor, place) : none;
      return isBlank ? newKey(cursor, place.path, []) : none;
    } else if (value.kind === 'scalar') {
      return contextInScalar(cursor, value, place);
    } else {
      return value.kind === 'blockScalar' ? none : contextInFlow(cursor, value, place);
    }
  }
}

/** True inside a scalar or closed bracket that spans several lines, where columns have no meaning. */
function isInsideText(root: MapOutline, offset: number): boolean {
  let value: ValueOutline | undefined = root;
  while (value?.kind === 'map' || value?.kind === 'list')
    value =
      value.kind === 'map'
        ? value.pairs.findLast(pair => pair.keyRange.start < offset)?.value
        : value.items.findLast(item => item.start < offset)?.value;
  if (!value || (value.kind !== 'blockScalar' && !value.closed)) return false;
  return value.range.start < offset && offset < value.range.end;
}

function inMap(cursor: Cursor, map: MapOutline, path: Path): Step {
  const { offset, line, isBlank } = cursor;
  const column = offset - line.start;
  if (isBlank && column <= map.column) return column === map.column ? newKey(cursor, path, map.pairs) : none;
  const pair = map.pairs.findLast(it => startOf(it) <= offset);
  if (!pair) return none;
  if (pair.colon !== undefined && offset > pair.colon) {
    const place: Place = {
      path: [...path, pair.key],
      style: 'block',
      after: pair.colon + 1,
      hang: hangOf(cursor, startOf(pair)),
    };
    return { kind: 'into', place, value: pair.value };
  }
  if (!touches(pair.keyRange, offset)) return none;
  return {
    kind: 'key',
    path,
    range: pair.keyRange,
    text: pair.key,
    prefix: cursor.text.slice(pair.keyRange.start, offset),
    ...othersIn(cursor, map.pairs, pair),
    hasColon: pair.colon !== undefined,
    style: 'block',
    hang: hangOf(cursor, startOf(pair)),
  };
}

function inList(cursor: Cursor, list: ListOutline, path: Path): Step {
  const { offset, line, isBlank } = cursor;
  const column = offset - line.start;
  if (isBlank && column <= list.column) return column === list.column ? newItem(cursor, list, path) : none;
  const index = list.items.findLastIndex(item => item.start <= offset);
  const item = list.items[index];
  if (!item || (item.dash !== undefined && offset <= item.dash)) return none;
  const place: Place = {
    path: [...path, index],
    style: 'block',
    after: item.dash === undefined ? item.start : item.dash + 1,
    hang: hangOf(cursor, item.value?.kind === 'scalar' ? item.value.range.start : offset),
    list: {
      index,
      others: scalarsOf(list, index),
      lead: item.dash === undefined ? '- ' : '',
      follow: '',
      start: item.start,
    },
  };
  return { kind: 'into', place, value: item.value };
}

/** The start of a key, including its quote. */
function startOf({ keyRange, quote }: PairOutline): number {
  return quote === 'plain' ? keyRange.start : keyRange.start - 1;
}

function newKey(cursor: Cursor, path: Path, others: readonly PairOutline[]): KeyContext {
  const range = { start: cursor.offset, end: cursor.offset };
  return {
    kind: 'key',
    path,
    range,
    text: '',
    prefix: '',
    ...othersIn(cursor, others, undefined),
    hasColon: false,
    style: 'block',
    hang: 0,
  };
}

/** The properties of a key's context that are about the other keys of the mapping. */
function othersIn(
  { text, offset }: Cursor,
  pairs: readonly PairOutline[],
  own: PairOutline | undefined,
): Pick<KeyContext, 'present' | 'values' | 'previous'> {
  const others = pairs.filter(pair => pair !== own);
  const values = others.flatMap(({ key, value }) =>
    value?.kind === 'scalar' ? [[key, text.slice(value.inner.start, value.inner.end)] as const] : [],
  );
  const previous = others.findLast(pair => pair.keyRange.start < offset);
  return {
    present: others.map(({ key }) => key),
    values: new Map(values),
    previous: previous && { key: previous.key, value: shapeOf(previous.value) },
  };
}

function shapeOf(value: ValueOutline | undefined): PreviousKey['value'] {
  if (value === undefined) return 'none';
  if (value.kind === 'map' || value.kind === 'list') return 'nested';
  if (value.kind === 'blockScalar') return 'block';
  return value.closed ? 'text' : 'open';
}

function newItem(cursor: Cursor, list: ListOutline, path: Path): CursorContext {
  const index = list.items.filter(item => item.start < cursor.offset).length;
  return emptyPlace(cursor, {
    path: [...path, index],
    style: 'block',
    after: cursor.offset - 1,
    hang: 0,
    list: { index, others: scalarsOf(list, undefined), lead: '- ', follow: '', start: cursor.offset },
  }) as ListItemContext;
}

function scalarsOf(list: ListOutline, except: number | undefined): ScalarOutline[] {
  return list.items.flatMap(({ value }, index) =>
    value?.kind === 'scalar' && index !== except ? value : [],
  );
}

function hangOf({ line }: Cursor, start: number): number {
  return Math.max(0, start - line.start - line.indent);
}
