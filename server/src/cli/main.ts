import { runCli } from './cli.ts';

// Whoever reads may leave early, as `head` does. What is left unsaid then is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  // To look at it is to open it.
  get stdin() {
    return process.stdin;
  },
  colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
}).then(code => {
  process.exitCode = code;
});
