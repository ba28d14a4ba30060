import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A port on 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a program as the leader of a new process group, so that `stopGroup` also ends its children. */
export function spawnGroup(command, args, options) {
  return spawn(command, args, { ...options, detached: process.platform !== 'win32' });
}

/** Stops the process group of `child` with SIGTERM, and after `graceMs` with SIGKILL. Resolves when it has exited. */
export async function stopGroup(child, graceMs = 5000) {
  if (child.pid === undefined) return;
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timeout = new AbortController();
  await Promise.race([exit, delay(graceMs, timeout.signal)]);
  timeout.abort();
  signalGroup(child, 'SIGKILL');
}

/** Resolves after `ms` milliseconds, or at once when `signal` aborts. */
export function delay(ms, signal) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has already ended.
  }
}

/**
 * Runs `stop`, which may be asynchronous, when this process receives a signal to end, and then exits. Returns a function
 * that removes the handlers.
 */
export function onInterrupt(stop) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let stopping = false;
  const handler = async () => {
    if (stopping) return;
    stopping = true;
    await stop();
    process.exit(130);
  };
  for (const signal of signals) process.on(signal, handler);
  return () => {
    for (const signal of signals) process.off(signal, handler);
  };
}
