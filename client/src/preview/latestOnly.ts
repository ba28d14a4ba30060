/**
 * Wraps `task` so that only one run is active at a time. Calls during a run cause exactly one more run after it. `task`
 * must not reject.
 */
export function latestOnly(task: () => Promise<void>): () => void {
  let running = false;
  let pending = false;
  const run = async () => {
    running = true;
    do {
      pending = false;
      await task();
    } while (pending);
    running = false;
  };
  return () => {
    if (running) pending = true;
    else void run();
  };
}
