import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS bundle like `require`, without compiling it anew each time: reading the code of a language server
 * takes Node longer than all that the server then does for its first file.
 * Where the build has left compiled code beside the bundle for this release of V8, that is taken. Elsewhere, as in an
 * editor with a Node of its own, Node is asked to keep what it compiles, which it can from Node 22 on.
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

/** Set by the build in the environment of a run that shows V8 which functions are needed. */
const writeCache = 'AGENT_FILES_WRITE_COMPILE_CACHE';

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // Built with another Node, or a build that is being watched, which leaves none.
    return undefined;
  }
}
