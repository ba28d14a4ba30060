import { join } from 'node:path';
import { optimizeAfter } from './patience.ts';
import { quickStart } from './quickStart.ts';

// A run is over before much optimizing has paid for itself.
optimizeAfter(200_000);
quickStart(join(__dirname, 'cli.main.cjs'));
