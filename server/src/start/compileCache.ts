import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS bundle like `require`, with cached compiled code: compiling a language server takes Node longer than
 * all work for the first file.
 * The build writes a cache beside the bundle for its own release of V8. Other releases, such as that of an editor with
 * its own Node, use Node's compile cache, which exists since Node 22.
 */
export function compileCache(file: string): void {
  const cacheFile = `${file}.${process.versions.v8}.cache`;
  const isBuild = process.env[writeCache] !== undefined;
  const cachedData = isBuild ? undefined : readCache(cacheFile);
  if (!cachedData && !isBuild) {
    (Module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
    createRequire(file)(file);
    return;
  }
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  if (isBuild) process.once('exit', () => writeFileSync(cacheFile, script.createCachedData()));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
}

/** The environment variable by which the build requests the cache, after a run that shows V8 the needed functions. */
const writeCache = 'AGENT_FILES_WRITE_COMPILE_CACHE';

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // The build used another Node, or watch mode, which writes no cache.
    return undefined;
  }
}
