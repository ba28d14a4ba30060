import { lazy } from '../lazy.ts';
import type { Dialect } from './dialect.ts';
import { fieldTableOf } from './fieldTable.ts';

/** A dialect whose schema, and the table of its fields, are made once, when first asked for. */
export function defineDialect(facts: Omit<Dialect, 'fields'>): Dialect {
  const schema = lazy(facts.schema);
  return { ...facts, schema, fields: lazy(() => fieldTableOf(schema(), facts.source)) };
}
