// npm run bench: compares our server with a bare one, and `check` with its floor, in one run on this machine.
// Milliseconds differ between machines, so each ratio has a limit.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { bundledModules } from '../scripts/lazyPackages.mjs';
import { agentFile, agentTree } from './generate.mjs';
import { drive, quantile } from './lspDriver.mjs';
import { projectShapes, writeProject } from './projects.mjs';
import { benchShapes } from './shapes.mjs';

const rounds = 5;
const edits = 400;
const files = 1000;

const scratch = mkdtempSync(join(tmpdir(), 'agent-files-bench-'));
const built = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: scratch,
  outExtension: { '.js': '.cjs' },
  logLevel: 'error',
  mainFields: ['module', 'main'],
  // As in the release build.
  alias: bundledModules,
};
await esbuild.build({ ...built, entryPoints: ['bench/bareServer.ts', 'bench/floor.ts'] });

const failures = [];
const median = values => quantile(values, 0.5);

function row(what, ours, baseline, bar) {
  const ratio = ours / baseline;
  const met = ratio <= bar;
  if (!met) failures.push(what);
  const shown = [
    what.padEnd(34),
    ours.toFixed(2).padStart(9),
    baseline.toFixed(2).padStart(9),
    `${ratio.toFixed(2)}x`.padStart(8),
    `${bar}x`.padStart(6),
  ];
  console.log(`${shown.join(' ')}  ${met ? 'met' : 'MISSED'}`);
}

async function servers(title, bytes) {
  const project = mkdtempSync(join(scratch, 'project-'));
  const file = join(project, '.claude/agents/reviewer.md');
  mkdirSync(join(project, '.claude/agents'), { recursive: true });
  writeFileSync(file, agentFile('reviewer', bytes));
  const runs = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    runs.bare.push(await drive({ server: join(scratch, 'bareServer.cjs'), file, edits }));
    runs.ours.push(await drive({ server: 'dist/server.cjs', file, edits }));
  }
  const over = (who, pick) => median(runs[who].map(pick));
  const compare = (what, pick, bar) => row(what, over('ours', pick), over('bare', pick), bar);
  console.log(
    `\n${title}: milliseconds, median of ${rounds} rounds of ${edits} edits\n${'what'.padEnd(34)} ${'ours'.padStart(9)} ${'bare'.padStart(9)} ${'ratio'.padStart(8)} ${'bar'.padStart(6)}`,
  );
  compare('spawn to first diagnostics', run => run.firstDiagnostics, 1.3);
  compare('edit to diagnostics, p50', run => quantile(run.edit, 0.5), 3);
  compare('edit to diagnostics, p95', run => quantile(run.edit, 0.95), 4);
  // Not against the bare server, which has nothing to load: against what nobody notices.
  for (const what of ['completion', 'hover', 'codeAction'])
    row(
      `first ${what}, against 20 ms`,
      over('ours', run => run.first[what]),
      20,
      1,
    );
  compare('completion, p95', run => quantile(run.completion, 0.95), 3);
  compare('hover, p95', run => quantile(run.hover, 0.95), 3);
  if (runs.ours[0].memory !== undefined) compare('peak memory, MiB', run => run.memory, 1.5);
}

function timed(script, args) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
  return performance.now() - from;
}

try {
  await servers('A file of 47 kB', 47_000);
  await servers('A file of 4 kB', 4_000);
  const tree = join(scratch, 'tree');
  agentTree(tree, files);
  const times = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    times.floor.push(timed(join(scratch, 'floor.cjs'), [tree]));
    times.ours.push(timed('dist/cli.cjs', ['check', tree]));
  }
  console.log(
    `\ncheck of ${files} files, whole process: ${((files / median(times.ours)) * 1000).toFixed(0)} files per second`,
  );
  for (const shape of Object.keys(projectShapes)) {
    const [small, large] = [250, 1000].map(n => {
      const project = join(scratch, `${shape} ${n}`);
      writeProject(project, shape, n);
      return timed('dist/cli.cjs', ['check', project]);
    });
    row(`check, 1000 : 250, ${shape}`, large, small, 6);
  }
  row('check, milliseconds', median(times.ours), median(times.floor), 1.5);
  failures.push(...(await benchShapes()));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(failures.length === 0 ? '\nAll limits are met.' : `\nMissed: ${failures.join('; ')}.`);
process.exitCode = failures.length === 0 ? 0 : 1;
