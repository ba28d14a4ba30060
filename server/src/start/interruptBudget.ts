import { setFlagsFromString } from 'node:v8';

/**
 * Raises the interrupt budget of V8: how much of a function runs (66 kB of bytecode by default) before it is optimized.
 * Optimizing pauses a program for several milliseconds at a time.
 * V8 12 and later (Node 22) count calls instead, and need no change.
 */
export function optimizeAfter(bytes: number): void {
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${bytes}`);
}
