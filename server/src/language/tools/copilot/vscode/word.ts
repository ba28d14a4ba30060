import { type Shape, text } from '../../../loading/shape.ts';

/** Text to VS Code, whose parser knows no other types: `5` and `true` are words as well (observed in 1.139.1). */
export const word: Shape = (value, path) => (isWord(value) ? [] : text()(value, path));

/** True for what VS Code takes for text. */
export function isWord(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
