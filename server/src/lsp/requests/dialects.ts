import { dialects } from '../../language/tools/index.ts';
import type { DialectName } from '../protocol.ts';

/** Answers what a file can be taken for. */
export function handleDialects(): DialectName[] {
  return dialects.map(({ id, title }) => ({ id, title }));
}
