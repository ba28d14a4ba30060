// npm run record: runs a released tool on the stored cases, and prints what it does otherwise than they say.
// usage: record.mjs --tool NAME [--release X] [--install] [--kind KIND …] [--case ID …] [--update]
// Exit code 0: as stored; 1: differences, or cases that could not be recorded; 2: nothing was recorded.
import { getPriority, setPriority } from 'node:os';
import { readCases, writeCases } from './caseFile.mjs';
import { caseDifferences, differenceLine, updatedCase } from './compare.mjs';
import { startGuard } from './guard.mjs';
import { install, programOf } from './install.mjs';
import { isIsolated, runIsolated } from './isolate.mjs';
import { readOptions } from './options.mjs';
import { RecordError } from './recordError.mjs';
import { startStandIn } from './standIn.mjs';
import { tools } from './tools.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(2));
try {
  process.exitCode = await main(readOptions(process.argv.slice(2), tools));
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(options) {
  // Everything that is started inherits it.
  if (getPriority() < 10) setPriority(10);
  if (options.install && !isIsolated()) install(options.tool, options.release);
  const program = programOf(options.tool, options.release);
  if (!isIsolated()) {
    const code = runIsolated();
    if (code !== undefined) return code;
    console.log('No network of its own can be made here: other hosts are refused by a proxy only.');
  }
  return record(options, program);
}

async function record(options, program) {
  const { tool, release, kinds, ids } = options;
  const stored = new Set(
    kinds.flatMap(kind => readCases(fileOf(tool.kinds[kind])).data.cases.map(({ id }) => id)),
  );
  const unknown = ids.filter(id => !stored.has(id));
  if (unknown.length > 0) throw new RecordError(`${tool.title} has no stored case ${unknown.join(', ')}.`);
  const [standIn, guard] = [await startStandIn(), await startGuard()];
  const from = Date.now();
  const sum = { cases: 0, differing: 0, failed: 0 };
  try {
    for (const kind of kinds) {
      const found = await recordKind(kind, options, { program, standIn, guard });
      for (const key of Object.keys(sum)) sum[key] += found[key];
    }
  } finally {
    standIn.close();
    guard.close();
  }
  for (const host of guard.hosts) console.log(`${tool.title} tried to reach ${host}, and was refused.`);
  const minutes = ((Date.now() - from) / 60_000).toFixed(1);
  console.log(
    `${tool.title} ${release}: ${sum.cases} cases in ${minutes} minutes. ` +
      `${sum.differing} differ from the stored ones, ${sum.failed} could not be recorded.`,
  );
  return sum.differing + sum.failed > 0 ? 1 : 0;
}

function fileOf({ cases }) {
  return `test/language/tools/${cases}`;
}

async function recordKind(name, { tool, release, ids, update }, environment) {
  const kind = tool.kinds[name];
  const file = fileOf(kind);
  const { text, data } = readCases(file);
  const cases = data.cases.filter(({ id }) => ids.length === 0 || ids.includes(id));
  if (cases.length === 0) return { cases: 0, differing: 0, failed: 0 };
  const observations = new Map();
  let [differing, failed] = [0, 0];
  let done = 0;
  for await (const [id, observed] of kind.record(cases, environment, data)) {
    done++;
    if (process.stderr.isTTY) process.stderr.write(`\r${name} ${done}/${cases.length}\r`);
    if (observed instanceof RecordError) {
      failed++;
      console.log(`${name} ${id}: ${observed.message}`);
      continue;
    }
    observations.set(id, observed);
    const found = caseDifferences(
      cases.find(one => one.id === id),
      observed,
      kind.columns,
    );
    for (const difference of found) console.log(differenceLine(name, id, difference));
    if (found.length > 0) differing++;
  }
  if (update) {
    const updated = data.cases.map(one =>
      observations.has(one.id) ? updatedCase(one, observations.get(one.id), kind.columns) : one,
    );
    const isWhole = observations.size === data.cases.length;
    const head = isWhole ? { version: release, recorded: new Date().toISOString().slice(0, 10) } : {};
    writeCases(file, text, { ...data, ...head, cases: updated });
  }
  return { cases: done, differing, failed };
}
