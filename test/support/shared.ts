import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(process.cwd(), '..', 'shared');

/** A file of the reference material that lies beside the repository on the machines that have it. */
export function sharedPath(path: string): string {
  return join(root, path);
}

/** A test that needs the reference material; where that is absent it is skipped, and says so. */
export function sharedTest(name: string, run: () => void | Promise<void>): void {
  test(name, { skip: existsSync(root) ? false : 'needs ../shared, which is not here' }, run);
}
