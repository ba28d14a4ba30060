import { dialects } from '../../language/tools/index.ts';
import type { DialectName } from '../protocol.ts';

/** Handles a request for all dialects. */
export function handleDialects(): DialectName[] {
  return dialects.map(({ id, title }) => ({ id, title }));
}
