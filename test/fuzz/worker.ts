// Runs inputs in a thread that `scripts/fuzz.mjs` can end when one of them takes for ever.
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { exercise } from './exercise.ts';
import { type FuzzInput, inputs, nameOf } from './grammar.ts';

/** Runs a batch of random inputs from one on, or one input that is given, or returns one of a batch. */
type Request =
  | { readonly batch: number; readonly size: number; readonly from: number; readonly limit: number }
  | { readonly input: FuzzInput }
  | { readonly sample: number; readonly size: number; readonly at: number };

parentPort!.on('message', (request: Request) => {
  if ('input' in request) return parentPort!.postMessage(outcomeOf(request.input));
  if ('sample' in request) {
    const input = batchOf(request.sample, request.size)[request.at]!;
    return parentPort!.postMessage({ input, name: nameOf(input) });
  }
  const all = batchOf(request.batch, request.size);
  for (let at = request.from; at < all.length; at++) {
    parentPort!.postMessage({ at });
    const { error, milliseconds } = outcomeOf(all[at]!);
    if (error !== undefined || milliseconds > request.limit)
      parentPort!.postMessage({ at, failed: all[at], name: nameOf(all[at]!), error, milliseconds });
  }
  parentPort!.postMessage({ done: true });
});

/** The inputs of a batch: the same for the same number. */
function batchOf(seed: number, size: number): FuzzInput[] {
  return fc.sample(inputs, { seed, numRuns: size });
}

function outcomeOf(input: FuzzInput): { readonly error?: string; readonly milliseconds: number } {
  // Not the time that passes: other programs take some of it.
  const before = process.cpuUsage();
  let error: string | undefined;
  try {
    exercise(input);
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...(error !== undefined && { error }), milliseconds: (user + system) / 1000 };
}
