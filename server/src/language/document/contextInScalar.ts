import type { Path } from './agentDocument.ts';
import { callAt, csvItemAt, itemsIn, type Separator } from './csvItem.ts';
import type { CursorContext, Style } from './cursorContext.ts';
import { touches } from './offsets.ts';
import type { OutlineLine, ScalarOutline } from './outlineText.ts';

/** The separator of items within one string of a field, if it can hold several. */
export type SeparatorOf = (path: Path) => Separator | undefined;

/** A cursor in front matter. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
  readonly line: OutlineLine;
  /** True when the line is blank. */
  readonly isBlank: boolean;
  readonly separatorOf: SeparatorOf;
}

/** The place of a written or missing value. */
export interface Place {
  readonly path: Path;
  readonly style: Style;
  /** The offset after the colon, dash, comma or bracket before the value. */
  readonly after: number;
  readonly hang: number;
  /** For an item of a list. */
  readonly list?: {
    readonly index: number;
    readonly others: readonly ScalarOutline[];
    readonly lead: '' | '- ';
    readonly follow: '' | ',';
    /** The start of the flow list, or of the item of a block list. */
    readonly start: number;
  };
}

/** The maximum depth: no field is nested deeper, and a hostile file may be. */
export const deepestPath = 50;

const none: CursorContext = { kind: 'none' };

/** True when there is only white space between `from`, or the start of the line, and the cursor. */
export function isGap({ text, offset, line }: Cursor, from: number): boolean {
  const start = Math.max(from, line.start);
  return start <= offset && /^\s*$/.test(text.slice(start, offset));
}

/** The context of a missing value. */
export function emptyPlace(cursor: Cursor, place: Place): CursorContext {
  const range = { start: cursor.offset, end: cursor.offset };
  return scalarContext(cursor, place, { kind: 'scalar', range, inner: range, quote: 'plain', closed: true });
}

/** The context of a scalar that the cursor touches or follows on the same line. */
export function contextInScalar(cursor: Cursor, scalar: ScalarOutline, place: Place): CursorContext {
  const { text, offset } = cursor;
  const { inner } = scalar;
  if (offset < inner.start) return none;
  const isBehind = offset > inner.end;
  if (isBehind && (!isGap(cursor, inner.end) || (scalar.quote !== 'plain' && scalar.closed))) return none;
  const path = place.list ? place.path.slice(0, -1) : place.path;
  const separator = cursor.separatorOf(path);
  const isContinued = separator !== undefined && text[inner.end - 1] === ',';
  if (isBehind && !isContinued && text.slice(inner.end, offset).includes('\n')) return none;
  if (separator && (!place.list || itemsIn(text, inner, separator).length > 1)) {
    const item = csvItemAt(text, inner, offset, separator);
    if (!item) return none;
    const isFirst = scalar.quote === 'plain' && item.range.start === place.after && place.style === 'block';
    return {
      kind: 'csvItem',
      path,
      ...item,
      quote: scalar.quote,
      siblings: [...item.siblings, ...siblings(cursor, place, separator)],
      inString: item.siblings,
      begins: beginsAt(cursor, inner.start),
      behind: text.slice(inner.start, item.range.start).trimEnd().slice(-1),
      lead: isFirst ? ' ' : '',
    };
  }
  return isBehind || !touches(inner, offset) ? none : scalarContext(cursor, place, scalar);
}

function scalarContext(cursor: Cursor, place: Place, scalar: ScalarOutline): CursorContext {
  const { text, offset } = cursor;
  const { path, style, list } = place;
  const range = scalar.inner;
  const lacksSpace = style === 'block' && scalar.quote === 'plain' && range.start === place.after;
  const part = {
    path,
    range,
    text: text.slice(range.start, range.end),
    quote: scalar.quote,
    isClosed: scalar.closed,
    style,
    hang: place.hang,
  };
  if (!list)
    return { kind: 'value', ...part, isEmpty: range.start === range.end, lead: lacksSpace ? ' ' : '' };
  const listPath = path.slice(0, -1);
  return {
    kind: 'listItem',
    ...part,
    path: listPath,
    index: list.index,
    siblings: siblings(cursor, place, cursor.separatorOf(listPath)),
    lead: list.lead || (lacksSpace ? ' ' : ''),
    begins: isGap(cursor, cursor.line.start) ? beginsAt(cursor, list.start) : 'here',
    follow: list.follow,
    call: callAt(text, range, offset),
  };
}

function beginsAt({ line }: Cursor, start: number): 'here' | 'above' {
  return start < line.start ? 'above' : 'here';
}

/** The list's other items; a string of several items is split. */
function siblings({ text }: Cursor, { list }: Place, separator: Separator | undefined): string[] {
  return (list?.others ?? []).flatMap(({ inner }) =>
    (separator ? itemsIn(text, inner, separator) : [inner]).map(it => text.slice(it.start, it.end)),
  );
}
