// Everything that has to be right before a change lands: build, types, lint, unit tests, end-to-end tests.
// A stage that fails does not keep the next ones from running; the last line sums up all of them.
// usage: test.mjs [--oldest], which adds the end-to-end tests in the oldest VS Code that package.json promises.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './vscode/paths.mjs';

const { values: args } = parseArgs({ options: { oldest: { type: 'boolean', default: false } } });
const out = join(repository, 'out');
const totals = { passed: 0, failed: 0, skipped: 0 };

mkdirSync(out, { recursive: true });

stage('Build', ['esbuild.mjs']);
stage('Types', [bin('typescript', 'tsc'), '-b']);
stage('Lint', [bin('@biomejs/biome', 'biome'), 'ci', '.']);
stage('Words', [
  bin('cspell', 'cspell'),
  'lint',
  '--no-progress',
  '--no-summary',
  '--report',
  'flagged',
  '.',
]);
nodeTestStage('Unit tests', ['scripts/test-unit.mjs', '--built'], 'unit.tap');
nodeTestStage('Stress tests', ['scripts/test-unit.mjs', '--built', '--stress'], 'stress.tap');
for (const edition of args.oldest ? ['newest', 'oldest'] : ['newest']) {
  const report = join(out, `e2e-${edition}.json`);
  rmSync(report, { force: true });
  stage(`End-to-end tests in the ${edition} VS Code`, ['scripts/test-e2e.mjs', '--vscode', edition], {
    count: () => readMochaReport(report),
  });
}
nodeTestStage('Tests of the window', ['scripts/test-window.mjs'], 'window.tap');

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 ? 0 : 1);

/**
 * Runs one stage as a child process and adds to the totals: what `count` finds in its report, or else one test, which
 * is the stage itself. A stage that fails without a failed test counts as one.
 */
function stage(title, args, { env = {}, count = () => undefined } = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const result = count() ?? { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  if (status !== 0 && result.failed === 0) result.failed = 1;
  for (const key of Object.keys(totals)) totals[key] += result[key];
  console.log(
    `== ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
}

/** A stage whose tests run in node:test; its results are written to `report` in the folder out. */
function nodeTestStage(title, args, report) {
  const file = join(out, report);
  rmSync(file, { force: true });
  stage(title, args, { env: { AGENT_FILES_REPORT: file }, count: () => readTap(file) });
}

/** The totals at the end of a report in the Test Anything Protocol, as node:test writes it. */
function readTap(file) {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const total = name => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}

function readMochaReport(file) {
  if (!existsSync(file)) return undefined;
  const { tests } = JSON.parse(readFileSync(file, 'utf8'));
  const count = state => tests.filter(test => test.state === state).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** The script behind a program that a package of node_modules brings. */
function bin(packageName, program) {
  const folder = join(repository, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}
