import { RecordError } from './recordError.mjs';
import { createSandbox } from './sandbox.mjs';

/** Records cases one after the other. One that cannot be recorded yields the error, and the next one follows. */
export async function* eachCase(cases, recordOne) {
  for (const one of cases) yield [one.id, await orError(() => recordOne(one))];
}

/** What a function returns, or the `RecordError` that it fails with. */
export async function orError(run) {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RecordError) return error;
    throw error;
  }
}

/** Runs a function in new folders, and removes them. */
export async function inSandbox(run) {
  const sandbox = createSandbox();
  try {
    return await run(sandbox);
  } finally {
    sandbox.remove();
  }
}
