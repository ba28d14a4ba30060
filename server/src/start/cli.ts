import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { quickStart } from './quickStart.ts';

// A run is over before V8's optimizing compiler has paid for itself, unless it is asked to be surer of what runs often.
setFlagsFromString('--interrupt-budget=200000');
quickStart(join(__dirname, 'cli.main.cjs'));
