import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compileCache } from './compileCache.ts';
import { optimizeAfter } from './interruptBudget.ts';

// Almost nothing survives a file, so one thread collects the garbage faster than several threads start; the heap is too
// small for incremental marking to pay off.
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--no-incremental-marking');
// A run ends before most optimizations pay off.
optimizeAfter(200_000);
compileCache(join(__dirname, 'cli.main.cjs'));
