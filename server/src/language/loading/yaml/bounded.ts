/**
 * True unless a value read from YAML is deeper than 128 levels, refers to itself, or repeats its aliases without end.
 * What is not bounded must be handed to nobody: it could not be printed.
 */
export function isBounded(value: unknown): boolean {
  let left = 200_000;
  const fits = (node: unknown, depth: number): boolean => {
    if (--left < 0 || depth > 128) return false;
    if (typeof node !== 'object' || node === null) return true;
    return Object.values(node).every(each => fits(each, depth + 1));
  };
  return fits(value, 1);
}
