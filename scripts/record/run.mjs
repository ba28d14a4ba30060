// Starts a tool in a process group of its own, and never for longer than a limit.
import { spawn } from 'node:child_process';
import { RecordError } from './recordError.mjs';

/** What is running. It ends with this process, however that ends. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) kill(child);
});

/** Milliseconds that a tool may take to do one step: to start, or to answer one prompt. */
export const stepLimit = 60_000;

/**
 * Starts a program whose standard input and output are lines of JSON.
 * @param {(message: object) => void} received is called with each message
 * @param {(line: string) => void} printed is called with each line, be it a message or not
 */
export function startProcess(program, args, { cwd, env, received = () => {}, printed = () => {} }) {
  const child = start(program, args, { cwd, env });
  let errors = '';
  let rest = '';
  let failed;
  const closed = new Promise(resolve => {
    child.on('error', error => {
      failed = error.message;
      resolve(null);
    });
    child.on('close', resolve);
  });
  child.stderr.setEncoding('utf8').on('data', part => {
    errors = (errors + part).slice(-4000);
  });
  child.stdout.setEncoding('utf8').on('data', part => {
    const lines = (rest + part).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      printed(line);
      const message = parsed(line);
      if (message) received(message);
    }
  });
  return {
    closed,
    send(message) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
    },
    /** Waits for what the tool does in a step; a tool that ends or takes too long meanwhile is an error. */
    async step(what, done, limit = stepLimit) {
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(hung(what, limit)), limit);
      });
      const ended = closed.then(code => {
        throw new RecordError(`The tool ended ${what} (exit code ${code}). ${failed ?? errors.trim()}`);
      });
      try {
        return await Promise.race([done, late, ended]);
      } finally {
        clearTimeout(timer);
      }
    },
    /** Lets the tool end by itself, and ends it where it does not. */
    async end(limit = 10_000) {
      child.stdin.end();
      const timer = setTimeout(() => kill(child), limit);
      await closed;
      clearTimeout(timer);
      kill(child);
    },
  };
}

/** Starts a program that serves HTTP, and waits for the line in which it says where. */
export async function startServer(program, args, { cwd, env, listening }) {
  let found;
  const url = new Promise(resolve => {
    found = resolve;
  });
  const server = startProcess(program, args, {
    cwd,
    env,
    printed(line) {
      const match = listening.exec(line);
      if (match) found(match[1]);
    },
  });
  try {
    return { url: await server.step('at its start', url), step: server.step, end: () => server.end(0) };
  } catch (error) {
    await server.end(0);
    throw error;
  }
}

/** Runs a program to its end and returns what it printed. */
export async function runProgram(program, args, { cwd, env, input = '', limit = stepLimit }) {
  const child = start(program, args, { cwd, env });
  child.stdin.end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', part => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', part => {
    stderr += part;
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    kill(child);
  }, limit);
  const code = await new Promise((resolve, reject) => {
    child.on('error', error => reject(new RecordError(`${program}: ${error.message}`)));
    child.on('close', resolve);
  }).finally(() => clearTimeout(timer));
  if (isLate) throw hung(`in ${args.join(' ')}`, limit);
  return { code, stdout, stderr };
}

function start(program, args, { cwd, env }) {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: 'pipe' });
  child.stdin.on('error', () => {});
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

function hung(what, limit) {
  return new RecordError(`The tool was ended: it did nothing for ${limit / 1000} seconds ${what}.`);
}

function kill(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
