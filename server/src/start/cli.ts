import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compileCache } from './compileCache.ts';
import { optimizeAfter } from './interruptBudget.ts';

// Nearly nothing of what a file leaves behind is needed any longer, and one thread has tidied it up sooner than several
// are woken for it; nor does looking through all that is kept pay while there is so little of it.
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--no-incremental-marking');
// A run is over before much optimizing has paid for itself.
optimizeAfter(200_000);
compileCache(join(__dirname, 'cli.main.cjs'));
