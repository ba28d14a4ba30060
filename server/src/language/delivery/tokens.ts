import { estimateTokenCount } from 'tokenx';

/** About how many tokens a text has: each model counts them in its own way. */
export function aboutTokens(text: string): number {
  return estimateTokenCount(text);
}
