import { dialects } from '../../language/tools/index.ts';
import type { DialectName } from '../protocol.ts';

/** Answers what a file can be taken for. */
export function answerDialects(): DialectName[] {
  return dialects.map(({ id, title }) => ({ id, title }));
}
