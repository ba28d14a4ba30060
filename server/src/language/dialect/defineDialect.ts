import { lazy } from '../lazy.ts';
import type { Dialect } from './dialect.ts';
import { fieldTableOf } from './fieldTable.ts';

/** A dialect whose schema and field table are created once, on first use. */
export function defineDialect(facts: Omit<Dialect, 'fields'>): Dialect {
  const schema = lazy(facts.schema);
  return { ...facts, schema, fields: lazy(() => fieldTableOf(schema(), facts.source)) };
}
