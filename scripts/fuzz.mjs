// npm run fuzz: reads random files of all kinds in every way, and looks for what throws or takes long.
// usage: fuzz.mjs [--inputs N] [--seed S]
// What fails is minimized, printed and saved in a folder for temporary files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import esbuild from 'esbuild';
import { minimize } from './minimize.mjs';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const wanted = Number(values.inputs);
const seed = Number(values.seed);
if (!Number.isInteger(wanted) || wanted < 1 || !Number.isInteger(seed)) {
  console.error('usage: fuzz.mjs [--inputs N] [--seed S]');
  process.exit(2);
}
/** Milliseconds of processor time that one input may take. */
const limit = 2000;
/** Milliseconds after which a thread that says nothing is ended. */
const longestSilence = 60_000;
const size = 100;
const mostFailures = 25;

const outdir = `out/fuzz-${process.pid}`;
await esbuild.build({
  entryPoints: ['test/fuzz/worker.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});

let worker;
const failures = new Map();
let folder;
let done = 0;
const from = Date.now();
try {
  for (let batch = 0; done < wanted && failures.size < mostFailures; batch++) await runBatch(batch);
} finally {
  await worker?.terminate();
  rmSync(outdir, { recursive: true, force: true });
}
const seconds = ((Date.now() - from) / 1000).toFixed(0);
console.log(`${done} inputs in ${seconds} s, seed ${seed}: ${failures.size} kinds of failure.`);
process.exitCode = failures.size === 0 ? 0 : 1;

async function runBatch(batch) {
  const batchSize = Math.min(size, wanted - done);
  const number = seed + batch;
  for (let next = 0; next < batchSize; ) {
    const found = [];
    const hung = await ask({ batch: number, size: batchSize, from: next, limit }, answer => {
      if (answer.at !== undefined) next = answer.at;
      if (answer.failed) found.push(answer);
      return answer.done === true;
    });
    if (hung) {
      const sample = await one({ sample: number, size: batchSize, at: next });
      if (!sample) throw new Error(`The thread does not answer, in batch ${number} at ${next}.`);
      const outcome = await one({ input: sample.input });
      // Other programs can have all of the processor's time for a while.
      const isSlow = outcome === undefined || outcome.milliseconds > limit;
      const milliseconds = outcome?.milliseconds ?? Number.POSITIVE_INFINITY;
      if (isSlow || outcome.error !== undefined)
        found.push({ failed: sample.input, name: sample.name, error: outcome?.error, milliseconds });
    }
    next = hung ? next + 1 : batchSize;
    for (const failure of found) await report(failure, number);
  }
  done += batchSize;
  if (batch % 100 === 99) console.log(`${done} inputs …`);
}

/** Minimizes, prints and saves an input that fails; once for each cause. */
async function report({ failed, name, error, milliseconds }, number) {
  const cause = error === undefined ? `slow as ${name}` : causeOf(error);
  if (failures.has(cause)) return;
  failures.set(cause, failed);
  // An input that hangs is ended each time, which takes long.
  const most = milliseconds === Number.POSITIVE_INFINITY ? 15 : error === undefined ? 60 : 400;
  const text = await minimize(
    failed.text,
    async candidate => {
      const outcome = await one({ input: { ...failed, text: candidate } });
      if (error === undefined) return outcome === undefined || outcome.milliseconds > limit;
      return outcome?.error !== undefined && causeOf(outcome.error) === cause;
    },
    most,
  );
  folder ??= mkdtempSync(join(tmpdir(), 'agent-files-fuzz-'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${failures.size}-${name}.txt`);
  writeFileSync(file, text);
  const what =
    error ?? `took ${Number.isFinite(milliseconds) ? `${Math.round(milliseconds)} ms` : 'for ever'}`;
  console.error(`\n${name}, batch ${number}: ${what}\n${JSON.stringify(text.slice(0, 2000))}\n→ ${file}`);
}

/** The message, without what differs between inputs, and the place that threw. */
function causeOf(error) {
  const [message, ...stack] = error.split('\n');
  const place = stack.find(line => /^\s+at /.test(line)) ?? '';
  return `${message.replace(/"[^"]*"|\d+/g, '…').slice(0, 80)} ${place.trim()}`;
}

/** The answer to a request; `undefined` if there is none in time. */
async function one(request) {
  let answer;
  await ask(request, received => {
    answer = received;
    return true;
  });
  return answer;
}

/** Sends a request and hands over each answer until `isLast` is true of it. Returns true if the thread had to be ended. */
function ask(request, isLast) {
  worker ??= new Worker(resolve(outdir, 'worker.mjs'), { execArgv: ['--enable-source-maps'] });
  const thread = worker;
  return new Promise(settle => {
    let timer;
    const finish = isHung => {
      clearTimeout(timer);
      // Not all listeners: Node has some of its own, without which later messages do not arrive.
      thread.off('message', onMessage);
      thread.off('error', onError);
      settle(isHung);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        worker = undefined;
        await thread.terminate();
        finish(true);
      }, longestSilence);
    };
    const onMessage = answer => {
      wait();
      if (isLast(answer)) finish(false);
    };
    // Without memory, for example.
    const onError = error => {
      worker = undefined;
      console.error(String(error));
      finish(true);
    };
    wait();
    thread.on('message', onMessage);
    thread.on('error', onError);
    thread.postMessage(request);
  });
}
