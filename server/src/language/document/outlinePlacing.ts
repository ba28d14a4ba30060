import type { ItemOutline, ListOutline, MapOutline, PairOutline, ValueOutline } from './outlineNodes.ts';
import type { ScalarOutline } from './outlineText.ts';

/** What can still receive a value: the last key or dash of an open container. */
export interface Owner {
  value: ValueOutline | undefined;
}

/** The containers that a line can still belong to, the outermost first. */
export type OpenContainers = (MapOutline | ListOutline)[];

/** Gives `owner` a list in a column, with its first item. */
export function listIn(owner: Owner, column: number, item: ItemOutline): ListOutline {
  const list: ListOutline = { kind: 'list', column, items: [item] };
  owner.value = list;
  return list;
}

/** Gives `owner` a mapping in a column, with its first key. */
export function mapIn(owner: Owner, column: number, pair: PairOutline): MapOutline {
  const map: MapOutline = { kind: 'map', column, pairs: [pair] };
  owner.value = map;
  return map;
}

/** Adds a key to the mapping of its column, or to a new one below the key or dash without a value. */
export function placePair(
  pair: PairOutline,
  column: number,
  root: MapOutline,
  open: OpenContainers,
): boolean {
  if (root.pairs.length === 0) root.column = column;
  for (;;) {
    const top = open.at(-1)!;
    if (top.kind === 'map' && (top.column === column || (top === root && column < root.column))) {
      top.column = column;
      top.pairs.push(pair);
      return true;
    }
    if (top.column < column) break;
    open.pop();
  }
  const owner = lastOf(open.at(-1)!);
  if (!owner) return false;
  if (owner.value === undefined) open.push(mapIn(owner, column, pair));
  else if (owner.value.kind === 'map') owner.value.pairs.push(pair);
  else if (owner.value.kind === 'list' && pair.colon === undefined) {
    const value: ScalarOutline = {
      kind: 'scalar',
      range: pair.keyRange,
      inner: pair.keyRange,
      quote: 'plain',
      closed: true,
    };
    owner.value.items.push({ start: pair.keyRange.start, dash: undefined, value });
    open.push(owner.value);
  } else return false;
  return true;
}

/** Adds an item to the list of its column, or to a new one; a list may start in the column of its key. */
export function placeItem(item: ItemOutline, column: number, open: OpenContainers): boolean {
  for (;;) {
    const top = open.at(-1)!;
    if (top.kind === 'list' && top.column === column) {
      top.items.push(item);
      return true;
    }
    if (top.column < column || (top.kind === 'map' && top.column === column) || open.length === 1) break;
    open.pop();
  }
  const owner = lastOf(open.at(-1)!);
  if (!owner) return false;
  if (owner.value === undefined) open.push(listIn(owner, column, item));
  else if (owner.value.kind === 'list') {
    owner.value.items.push(item);
    open.push(owner.value);
  } else return false;
  return true;
}

/** The key or dash above, at a smaller column, that has no value yet. */
export function ownerFor(column: number, open: OpenContainers): { owner: Owner; column: number } | undefined {
  while (open.length > 1 && open.at(-1)!.column >= column) open.pop();
  const top = open.at(-1)!;
  const owner = lastOf(top);
  return owner && owner.value === undefined && top.column < column
    ? { owner, column: top.column }
    : undefined;
}

function lastOf(container: MapOutline | ListOutline): Owner | undefined {
  return container.kind === 'map' ? container.pairs.at(-1) : container.items.at(-1);
}
