import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * The verdict on a run of the suite in the extension host. An exit code alone proves nothing (a killed extension host
 * reports 0), so a run is green only when it also wrote a report in which something passed and nothing failed.
 *
 * Returns `{ passed, failed, skipped, green }` and prints one line per test.
 */
export function judge(reportFile, exit, log = console.log) {
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  const tests = report?.tests ?? [];
  for (const test of tests) {
    const time = test.duration === undefined ? '' : ` (${test.duration} ms)`;
    log(`  ${marks[test.state]} ${test.title}${time}`);
    if (test.error) log(indent(test.error));
  }
  const count = state => tests.filter(test => test.state === state).length;
  const totals = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  const reason = failureReason(report, exit, totals);
  if (reason) {
    log(`  ${marks.failed} ${reason}`);
    // A run that broke down is a failure of its own, also when no single test could say so.
    if (totals.failed === 0) totals.failed = 1;
  }
  return { ...totals, green: totals.failed === 0 };
}

/** Removes an earlier run's report, so that it cannot be taken for this one's. */
export function forget(reportFile) {
  rmSync(reportFile, { force: true });
}

function failureReason(report, exit, totals) {
  if (exit.reason) return exit.reason;
  if (!report)
    return `The extension host ended (code ${exit.code}) without a report: it crashed or never started.`;
  if (!report.finished) return `The extension host ended (code ${exit.code}) before the suite did.`;
  if (totals.passed + totals.failed === 0) return 'No test ran.';
  if (exit.code !== 0 && totals.failed === 0) return `The extension host ended with code ${exit.code}.`;
  return undefined;
}

const marks = { passed: '✔', failed: '✖', skipped: '-' };

function indent(text) {
  return text
    .split('\n')
    .map(line => `      ${line}`)
    .join('\n');
}
