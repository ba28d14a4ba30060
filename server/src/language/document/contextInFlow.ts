import type { Path } from './agentDocument.ts';
import {
  type Cursor,
  contextInScalar,
  deepestPath,
  emptyPlace,
  isGap,
  type Place,
} from './contextInScalar.ts';
import type { CursorContext } from './cursorContext.ts';
import { touches } from './offsets.ts';
import type { FlowOutline, FlowSlot } from './outlineFlow.ts';
import type { ScalarOutline } from './outlineText.ts';

const none: CursorContext = { kind: 'none' };

/** The context of a cursor inside brackets. */
export function contextInFlow(cursor: Cursor, outermost: FlowOutline, outermostPlace: Place): CursorContext {
  const { offset } = cursor;
  let flow = outermost;
  let { path } = outermostPlace;
  for (;;) {
    if (offset <= flow.range.start || offset > flow.range.end || (flow.closed && offset === flow.range.end))
      return none;
    const slot = flow.slots.find(it => touches(it.range, offset));
    if (!slot) return none;
    if (flow.kind === 'flowMap' && (slot.colon === undefined || offset <= slot.colon))
      return inKey(cursor, flow, slot, path);
    const { value } = slot;
    const place = flow.kind === 'flowMap' ? valuePlace(cursor, slot, path) : itemPlace(slot, flow, path);
    if (value === undefined) return isGap(cursor, place.after) ? emptyPlace(cursor, place) : none;
    if (value.range.start > cursor.line.end)
      return place.list && isGap(cursor, place.after) ? emptyPlace(cursor, beforeItem(place, value)) : none;
    if (value.kind === 'scalar') return contextInScalar(cursor, value, place);
    if (path.length > deepestPath) return none;
    flow = value;
    path = place.path;
  }
}

/** The place on a separate line before an item, which needs a comma after it. */
function beforeItem(place: Place, value: ScalarOutline | FlowOutline): Place {
  if (!place.list) return place;
  const others = value.kind === 'scalar' ? [...place.list.others, value] : place.list.others;
  return { ...place, list: { ...place.list, others, follow: ',' } };
}

function inKey(cursor: Cursor, flow: FlowOutline, slot: FlowSlot, path: Path): CursorContext {
  const { text, offset } = cursor;
  const range = slot.key?.inner ?? { start: offset, end: offset };
  if (slot.key ? !touches(range, offset) : !isGap(cursor, slot.range.start)) return none;
  const others = flow.slots.filter(it => it !== slot && it.key);
  return {
    kind: 'key',
    path,
    range,
    text: text.slice(range.start, range.end),
    prefix: text.slice(range.start, offset),
    present: others.map(({ key }) => textOf(cursor, key!)),
    values: new Map(
      others.flatMap(({ key, value }) =>
        value?.kind === 'scalar' ? [[textOf(cursor, key!), textOf(cursor, value)] as const] : [],
      ),
    ),
    previous: undefined,
    hasColon: slot.colon !== undefined,
    style: 'flow',
    hang: 0,
  };
}

function valuePlace(cursor: Cursor, slot: FlowSlot, path: Path): Place {
  const key = slot.key ? textOf(cursor, slot.key) : '';
  return { path: [...path, key], style: 'flow', after: slot.colon! + 1, hang: 0 };
}

function itemPlace(slot: FlowSlot, flow: FlowOutline, path: Path): Place {
  const index = flow.slots.indexOf(slot);
  const others = flow.slots.flatMap(({ value }) =>
    value?.kind === 'scalar' && value !== slot.value ? value : [],
  );
  const list = { index, others, lead: '', follow: '', start: flow.range.start } as const;
  return { path: [...path, index], style: 'flow', after: slot.range.start, hang: 0, list };
}

function textOf({ text }: Cursor, { inner }: ScalarOutline): string {
  return text.slice(inner.start, inner.end);
}
