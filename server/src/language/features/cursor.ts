import type { Kind } from '../dialect/dialect.ts';
import type { Field } from '../dialect/field.ts';
import type { FieldTable } from '../dialect/fieldTable.ts';
import type { Path } from '../document/agentDocument.ts';
import { type CursorContext, contextAt, type Separator } from '../document/context.ts';
import type { Snapshot } from '../snapshot.ts';

/** What the cursor is in, with strings of several items taken apart where the dialect has such. */
export function cursorAt({ document }: Snapshot, offset: number, table: FieldTable): CursorContext {
  return contextAt(document, offset, path => separatorOf(table.field(path)));
}

function separatorOf(field: Field | undefined): Separator | undefined {
  return field?.types.includes('string') ? field.meta.separator : undefined;
}

/**
 * How the value of a field is completed. What a hook's matcher is compared with depends on the event that it is
 * under, so its kind, or its words, come from that.
 */
export function kindAt(table: FieldTable, path: Path): Kind | readonly string[] | undefined {
  const kind = table.field(path)?.meta.kind;
  if (kind !== 'hookMatcher') return kind;
  for (let length = path.length - 1; length > 0; length--) {
    const term = table.field(path.slice(0, length))?.term;
    if (term) return term.matcher;
  }
  return undefined;
}
