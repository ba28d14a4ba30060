import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS bundle like `require`, with the compiled code that the build left beside it in `FILE.cache`.
 * Reading the code of a language server takes Node longer than all that the server then does for its first file.
 * V8 refuses a cache that another release of it has written; the bundle is then compiled as ever.
 */
export function quickStart(file: string): void {
  const cacheFile = `${file}.cache`;
  const cachedData = readCache(cacheFile);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (process.env[writeCache]) {
    process.once('exit', () => writeFileSync(cacheFile, script.createCachedData()));
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
}

/** Set by the build in the environment of a run that shows V8 which functions are needed. */
const writeCache = 'AGENT_FILES_WRITE_COMPILE_CACHE';

function readCache(file: string): Buffer | undefined {
  if (process.env[writeCache]) return undefined;
  try {
    return readFileSync(file);
  } catch {
    // A build that is being watched has none.
    return undefined;
  }
}
