/** The number of tokens that a text of so many characters has, by the usual rule of thumb of four characters each. */
export function tokensOf(characters: number): number {
  return characters === 0 ? 0 : Math.max(1, Math.round(characters / 4));
}

/** A number of tokens as an estimate: in tens from a hundred. */
export function approximate(tokens: number): string {
  return count(tokens < 100 ? tokens : Math.round(tokens / 10) * 10);
}

/** A number with its thousands apart. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
