import { lazy } from '../lazy.ts';
import type { DocumentedFormat } from '../loading/documented/format.ts';
import { documentedLoader } from '../loading/documented.ts';
import type { Dialect } from './dialect.ts';
import { fieldTableOf } from './fieldTable.ts';
import { shapeOf } from './schemaShape.ts';

/** A dialect whose tool is known by documentation only: its loader checks a file against the dialect's own fields. */
export function documentedDialect(
  facts: Omit<Dialect, 'fields' | 'loader'>,
  format: DocumentedFormat,
): Dialect {
  const schema = lazy(facts.schema);
  const fields = lazy(() => fieldTableOf(schema(), facts.source));
  const shape = lazy(() => shapeOf(schema, fields));
  const loader = documentedLoader({ ...format, source: facts.source, fields, shape });
  return { ...facts, schema, fields, loader };
}
