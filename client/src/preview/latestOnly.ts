/**
 * Makes of `task` a function that may be called at any rate: one run at a time, and one more after it when there
 * were calls meanwhile, however many. `task` must not reject.
 */
export function latestOnly(task: () => Promise<void>): () => void {
  let running = false;
  let wanted = false;
  const run = async () => {
    running = true;
    do {
      wanted = false;
      await task();
    } while (wanted);
    running = false;
  };
  return () => {
    if (running) wanted = true;
    else void run();
  };
}
