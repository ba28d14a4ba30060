import { setFlagsFromString } from 'node:v8';

/**
 * Asks V8 to run more of a function than it is used to (66 kB of its code) before it optimizes it. Optimizing stops
 * a program for several milliseconds, again and again while V8 guesses what will run often.
 * From V8 12 on, which comes with Node 22, calls are counted instead, and enough of them.
 */
export function optimizeAfter(bytes: number): void {
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${bytes}`);
}
