import type { OffsetRange } from './offsets.ts';
import { type Bounds, lineAt, type ScalarOutline, scanQuoted, startsSomethingElse } from './outlineText.ts';

export type { Bounds };

/** The text between two commas, or a comma and a bracket. */
export interface FlowSlot {
  /** From the previous bracket or comma to the next one. */
  readonly range: OffsetRange;
  /** In a mapping: the key. */
  readonly key: ScalarOutline | undefined;
  /** In a mapping: the offset of the colon. */
  readonly colon: number | undefined;
  readonly value: ScalarOutline | FlowOutline | undefined;
}

/** A list `[a, b]` or a mapping `{a: b}`, which may span several lines. */
export interface FlowOutline {
  readonly kind: 'flowList' | 'flowMap';
  readonly range: OffsetRange;
  /** False while the closing bracket is missing; `range` then ends before the next key. */
  readonly closed: boolean;
  /** The last one is empty after a trailing comma. */
  readonly slots: readonly FlowSlot[];
}

/** A collection whose closing bracket has not been read yet. */
interface OpenFlow {
  readonly kind: FlowOutline['kind'];
  readonly start: number;
  readonly slots: FlowSlot[];
  slotStart: number;
  key: ScalarOutline | undefined;
  colon: number | undefined;
  value: ScalarOutline | FlowOutline | undefined;
}

/**
 * Reads the flow collection that starts at `at`. A mismatched bracket closes whatever is open; an unclosed collection ends
 * before the next line that starts a key or an item of the block around it.
 */
export function scanFlow(text: string, at: number, bounds: Bounds): FlowOutline {
  const open: OpenFlow[] = [openAt(text, at)];
  let next = at + 1;
  for (;;) {
    const top = open.at(-1)!;
    const char = text[next];
    if (next >= bounds.limit || (char === '\n' && endsHere(text, next + 1, bounds))) {
      const end = char === '\n' && text[next - 1] === '\r' ? next - 1 : Math.min(next, bounds.limit);
      let flow: FlowOutline | undefined;
      while (open.length > 0) flow = close(open, end, end, false);
      return flow!;
    }
    if (char === ']' || char === '}') {
      const flow = close(open, next, next + 1, true);
      if (open.length === 0) return flow;
      next++;
    } else if (char === ',') {
      endSlot(top, next++);
      top.slotStart = next;
    } else if (char === '#' && /\s/.test(text[next - 1]!)) {
      next = lineAt(text, next, bounds.limit).end;
    } else if (char === ':' && top.kind === 'flowMap' && isColon(text, next, top)) {
      if (top.value?.kind === 'scalar') top.key = top.value;
      top.value = undefined;
      top.colon = next++;
    } else if (/\s/.test(char!) || top.value?.kind === 'flowList' || top.value?.kind === 'flowMap') {
      next++;
    } else if ((char === '[' || char === '{') && !top.value) {
      open.push(openAt(text, next++));
    } else if (!top.value && (char === '"' || char === "'")) {
      top.value = quoted(text, next, bounds);
      next = top.value.range.end;
    } else if (top.value?.kind === 'scalar' && top.value.quote !== 'plain') {
      next++;
    } else {
      top.value = plain(text, next, top, bounds);
      next = top.value.range.end;
    }
  }
}

function openAt(text: string, at: number): OpenFlow {
  return {
    kind: text[at] === '[' ? 'flowList' : 'flowMap',
    start: at,
    slots: [],
    slotStart: at + 1,
    key: undefined,
    colon: undefined,
    value: undefined,
  };
}

function endSlot(flow: OpenFlow, end: number): void {
  const isBareKey = flow.kind === 'flowMap' && flow.colon === undefined && flow.value?.kind === 'scalar';
  flow.slots.push({
    range: { start: flow.slotStart, end },
    key: isBareKey ? (flow.value as ScalarOutline) : flow.key,
    colon: flow.colon,
    value: isBareKey ? undefined : flow.value,
  });
  flow.key = undefined;
  flow.colon = undefined;
  flow.value = undefined;
}

function close(open: OpenFlow[], slotEnd: number, end: number, closed: boolean): FlowOutline {
  const flow = open.pop()!;
  endSlot(flow, slotEnd);
  const outline: FlowOutline = {
    kind: flow.kind,
    range: { start: flow.start, end },
    closed,
    slots: flow.slots,
  };
  const parent = open.at(-1);
  if (parent) parent.value = outline;
  return outline;
}

/** A colon separates when white space or an indicator follows, or when it follows a quoted key. */
function isColon(text: string, at: number, flow: OpenFlow): boolean {
  if (flow.colon !== undefined) return false;
  const isQuotedKey = flow.value?.kind === 'scalar' && flow.value.quote !== 'plain';
  return isQuotedKey || /[\s,[\]{}]|^$/.test(text[at + 1] ?? '');
}

function endsHere(text: string, lineStart: number, bounds: Bounds): boolean {
  if (lineStart >= bounds.limit) return true;
  return startsSomethingElse(text, lineAt(text, lineStart, bounds.limit), bounds.column);
}

/** A quoted item. While its closing quote is missing it ends at the next comma or bracket. */
function quoted(text: string, at: number, bounds: Bounds): ScalarOutline {
  const scalar = scanQuoted(text, at, bounds);
  if (scalar.closed) return scalar;
  const cut = /[,\]}]/.exec(text.slice(at, scalar.range.end));
  const end = cut ? at + cut.index : scalar.range.end;
  return { ...scalar, range: { start: at, end }, inner: { start: at + 1, end } };
}

/** A plain item, which may have started on an earlier line. A quoted one keeps its end. */
function plain(text: string, at: number, flow: OpenFlow, bounds: Bounds): ScalarOutline {
  const before = flow.value?.kind === 'scalar' ? flow.value : undefined;
  let end = at + 1;
  for (let next = end; next < bounds.limit; next++) {
    const char = text[next]!;
    if (/[,[\]{}\n]/.test(char) || (char === '#' && /\s/.test(text[next - 1]!))) break;
    if (char === ':' && flow.kind === 'flowMap' && isColon(text, next, flow)) break;
    if (!/\s/.test(char)) end = next + 1;
  }
  const range = { start: before?.range.start ?? at, end };
  return { kind: 'scalar', range, inner: range, quote: 'plain', closed: true };
}
