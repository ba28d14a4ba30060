import { join } from 'node:path';
import { quickStart } from './quickStart.ts';

quickStart(join(__dirname, 'cli.main.cjs'));
