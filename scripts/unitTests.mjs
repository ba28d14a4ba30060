// Takes the place of node:test in the unit tests: a test says its file, and one that never settles fails alone.
import { suite as nodeSuite, test as nodeTest } from 'node:test';

export { after } from 'node:test';

/** The file whose tests are being registered. */
let currentFile = '';
/** Settles when all tests of that file are registered. */
let registration = Promise.resolve();
const named = name => (currentFile === '' ? name : `${currentFile}: ${name}`);

/** Milliseconds that a test, or the import of its file, may take. */
const timeLimit = 60_000;

/**
 * `test` of node:test with a time limit that also holds when nothing else keeps the process alive. It waits until its
 * file is imported: node:test starts a test at once when no other is running, before what follows it is defined.
 */
export function test(name, ...rest) {
  const run = rest.pop();
  const { timeout = timeLimit, ...options } = rest[0] ?? {};
  const title = named(name);
  const whole = registration;
  return nodeTest(title, options, async context => {
    await whole;
    return settled(async () => run(context), timeout, title);
  });
}

/** `suite` of node:test. */
export function suite(name, register) {
  const file = currentFile;
  return nodeSuite(named(name), () => {
    currentFile = file;
    register();
  });
}

/**
 * Registers the tests of `file` with `load`, which imports it. An import that throws or never settles is a failed test of
 * that file.
 */
export async function register(file, load, timeout = timeLimit) {
  currentFile = file;
  const imported = settled(load, timeout, `The import of ${file}`);
  registration = imported.catch(() => {});
  try {
    await imported;
  } catch (error) {
    nodeTest(`${file}: can be imported`, () => {
      throw error;
    });
  }
}

/**
 * The result of `run`; rejects when it has not settled after `timeout` milliseconds. Time in which other tests keep the
 * process busy counts little: what waits meanwhile could not have settled.
 */
async function settled(run, timeout, what) {
  let timer;
  const step = Math.min(timeout, 500);
  const late = new Promise((_, reject) => {
    let passed = 0;
    timer = setInterval(() => {
      passed += step;
      if (passed >= timeout) reject(new Error(`${what} did not settle within ${timeout} ms.`));
    }, step);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearInterval(timer);
  }
}
