import type { BuiltInSupport, EditorCandidate, Place } from '../../dialect/builtInSupport.ts';
import type { Path } from '../../document/agentDocument.ts';
import type {
  CsvItemContext,
  CursorContext,
  KeyContext,
  ListItemContext,
  ValueContext,
} from '../../document/context.ts';
import type { Snapshot } from '../../snapshot.ts';
import { matches } from '../coreSupport.ts';
import type { Candidate } from './candidate.ts';

/**
 * The candidates that the client does not list itself, and those that it lists wrongly, under another label. If it lists
 * some, ours are sorted among them.
 */
export function besideEditor(
  editor: BuiltInSupport | undefined,
  snapshot: Snapshot,
  context: CursorContext,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const listed = editor ? listedBy(editor, snapshot, context) : undefined;
  if (!listed) return candidates;
  const ours = candidates.flatMap(candidate => {
    const found = listed.find(
      ({ labels, names }) => labels.includes(candidate.label) || (names && candidate.isFromFile),
    );
    if (!found) return candidate;
    return found.quality === 'right'
      ? []
      : { ...candidate, label: relabelled(candidate, context), filterText: candidate.label };
  });
  return ours.length === candidates.length
    ? ours
    : ours.map(candidate => ({ ...candidate, isAmongOthers: true }));
}

function listedBy(
  editor: BuiltInSupport,
  { document }: Snapshot,
  context: CursorContext,
): readonly EditorCandidate[] {
  const { leading } = document.frontMatter;
  if (leading.start < leading.end) return [];
  const at = placeOf(context);
  if (!at) return [];
  if (context.kind === 'key' && isHeldFrom(editor, context)) return [];
  return editor.candidates.filter(({ path, places }) => places.includes(at.place) && matches(path, at.path));
}

/** True where the client reads the value above: a block scalar, an open bracket, nested lines of some keys. */
function isHeldFrom({ keepsHold }: BuiltInSupport, { path, previous, hasColon }: KeyContext): boolean {
  if (path.length > 0 || !previous) return false;
  if (previous.value === 'open' || previous.value === 'block') return true;
  return !hasColon && previous.value === 'nested' && keepsHold.includes(previous.key);
}

function placeOf(context: CursorContext): { readonly path: Path; readonly place: Place } | undefined {
  switch (context.kind) {
    case 'empty':
      return context.isOpened ? { path: [], place: 'firstKey' } : undefined;
    case 'key':
      return { path: context.path, place: keyPlace(context) };
    case 'value':
      return { path: context.path, place: valuePlace(context) };
    case 'listItem':
      return { path: context.path, place: itemPlace(context) };
    case 'csvItem':
      return { path: context.path, place: stringPlace(context) };
    default:
      return undefined;
  }
}

function keyPlace({ style, text, present }: KeyContext): Place {
  if (style === 'flow') return text ? 'typedFlowKey' : 'newFlowKey';
  return text ? 'typedKey' : present.length > 0 ? 'nextKey' : 'firstKey';
}

function valuePlace({ quote, isEmpty, lead }: ValueContext): Place {
  if (quote !== 'plain') return 'quotedValue';
  if (isEmpty) return 'newValue';
  return lead ? 'unspacedValue' : 'typedValue';
}

function itemPlace({ style, text, quote, begins, lead }: ListItemContext): Place {
  const isTyped = text !== '' || quote !== 'plain';
  if (style === 'flow') return isTyped ? 'typedFlowItem' : begins === 'here' ? 'newFlowItem' : 'newFlowLine';
  if (lead === '- ') return 'bareItem';
  if (lead === ' ') return 'unspacedItem';
  return isTyped ? 'typedItem' : 'newItem';
}

function stringPlace({ quote, inString, begins, text, behind, lead }: CsvItemContext): Place {
  if (begins === 'above') return 'laterStringItem';
  if (quote !== 'plain')
    return quote === 'double' && inString.length > 0 ? 'quotedStringItem' : 'otherQuotedItem';
  if (lead === ' ') return 'unspacedValue';
  if (text) return 'typedStringItem';
  return behind === ',' || behind === '' ? 'newStringItem' : 'spacedStringItem';
}

/** Another label for the same value: the value with the text around it. */
function relabelled({ label, snippet }: Candidate, context: CursorContext): string {
  if ('quote' in context && context.quote === 'double') return `"${label}"`;
  if ('quote' in context && context.quote === 'single') return `'${label}'`;
  if (context.kind === 'listItem' || snippet.startsWith('- ')) return `- ${label}`;
  if (context.kind === 'key') return `${label}:`;
  return 'path' in context ? `${context.path.at(-1)}: ${label}` : label;
}
