import type { TestContext } from 'node:test';
import { dialectById } from '../../server/src/language/fileKinds.ts';
import type { LoaderInput } from '../../server/src/language/loading/loader.ts';

/** For one test, lets the loader of Claude Code's subagents throw on documents that contain `FAULT`. */
export function failsOnFaults(t: TestContext): void {
  const { loader } = dialectById('claude-subagent')!;
  const load = loader.load.bind(loader);
  t.mock.method(loader, 'load', (input: LoaderInput) => {
    if (input.document.text.includes('FAULT')) throw new TypeError('fault');
    return load(input);
  });
}
