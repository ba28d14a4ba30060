import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { version } from '../version.ts';
import { compileCache } from './compileCache.ts';
import { optimizeAfter } from './interruptBudget.ts';

const usage = `usage: agent-files-language-server --stdio | --node-ipc | --pipe=NAME | --socket=PORT
       agent-files-language-server --help | --version

A language server for AI agent files. An editor starts it, most with --stdio.
`;

const has = (...options: readonly string[]): boolean =>
  process.argv.slice(2).some(arg => options.includes(arg.replace(/=.*$/, '')));

if (has('--stdio', '--node-ipc', '--pipe', '--socket')) start();
else if (has('--version', '-v')) process.stdout.write(`${version}\n`);
else if (has('--help', '-h')) process.stdout.write(usage);
else {
  process.stderr.write(usage);
  process.exitCode = 2;
}

function start(): void {
  // A server leaves much behind with every key that is typed and keeps nearly none of it. Left alone, V8 makes ever more
  // room for that before it tidies up; kept small, the room is tidied often and quickly, and the process needs a quarter
  // less memory.
  setFlagsFromString('--semi-space-growth-factor=1');
  // So little is tidied by one thread sooner than several are woken for it.
  setFlagsFromString('--no-parallel-scavenge');
  // Each answer takes a fraction of a millisecond. With less optimizing the slowest twentieth of them comes twice as
  // quickly, none is slower, and some megabytes stay free.
  optimizeAfter(400_000);
  compileCache(join(__dirname, 'server.main.cjs'));
}
