/**
 * Asks `probe` again and again until it answers something truthy, and returns that. What the editor does takes its
 * own time, so tests wait for the effect and never for a while. Rejects after `timeoutMs` with `what` was awaited.
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  timeoutMs = 20_000,
): Promise<T> {
  const started = Date.now();
  let lastError: unknown;
  do {
    try {
      const answer = await probe();
      if (answer) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  } while (Date.now() - started < timeoutMs);
  throw new Error(`Waited ${timeoutMs / 1000} s for ${what}${lastError ? `; last: ${lastError}` : ''}.`);
}
