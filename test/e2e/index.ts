import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Mocha from 'mocha';

interface TestResult {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  duration?: number;
  error?: string;
}

/**
 * VS Code's extension host loads this module and awaits `run`. Its rejection becomes exit code 1. The report, which
 * the runner insists on, is written after every test, so that a crash shows how far the suite came.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000 });
  if (process.env.AGENT_FILES_E2E_GREP) mocha.grep(new RegExp(process.env.AGENT_FILES_E2E_GREP));
  const suites = join(__dirname, 'suites');
  for (const file of readdirSync(suites).sort()) {
    if (file.endsWith('.cjs')) mocha.addFile(join(suites, file));
  }
  const tests: TestResult[] = [];
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    const add = (result: TestResult) => {
      tests.push(result);
      writeReport(tests, false);
    };
    runner.on('pass', test =>
      add({ title: test.fullTitle(), state: 'passed', duration: test.duration ?? 0 }),
    );
    runner.on('fail', (test, error) =>
      add({ title: test.fullTitle(), state: 'failed', error: error?.stack ?? String(error) }),
    );
    runner.on('pending', test => add({ title: test.fullTitle(), state: 'skipped' }));
  });
  writeReport(tests, true);
  if (failures > 0) throw new Error(`${failures} failed`);
}

function writeReport(tests: TestResult[], finished: boolean): void {
  const file = process.env.AGENT_FILES_E2E_REPORT;
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ finished, tests }, null, 1));
}
