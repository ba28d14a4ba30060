import type { TestContext } from 'node:test';
import { dialectById } from '../../server/src/language/fileKinds.ts';
import type { LoaderInput } from '../../server/src/language/loading/loader.ts';

/** For one test, lets the loader of Claude Code's subagents throw on documents that contain `FAILURE`. */
export function failsOnMarkedText(t: TestContext): void {
  const { loader } = dialectById('claude-subagent')!;
  const load = loader.load.bind(loader);
  t.mock.method(loader, 'load', (input: LoaderInput) => {
    if (input.document.text.includes('FAILURE')) throw new TypeError('failure');
    return load(input);
  });
}
