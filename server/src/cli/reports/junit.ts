import type { CheckedDiagnostic } from '../checkFiles.ts';
import { isAtLeast, lowestListed, type Report } from './report.ts';

/** JUnit XML: a test suite for each file, a failed test for each finding that makes the run fail. */
export function junitReport(report: Report): string {
  const { files, failing, problems } = report;
  const lowest = lowestListed(report, 'warning');
  const suites = files.map(({ path, dialect, diagnostics }) => {
    const shown = diagnostics.filter(({ severity }) => isAtLeast(lowest, severity));
    const failures = shown.filter(({ severity }) => failing.includes(severity));
    const others = shown.filter(diagnostic => !failures.includes(diagnostic));
    const cases = [
      ...failures.map(
        diagnostic =>
          `    <testcase name=${quoted(nameOf(diagnostic))} classname=${quoted(path)} file=${quoted(path)} line="${diagnostic.range.start.line + 1}">\n` +
          `      <failure type=${quoted(diagnostic.severity)} message=${quoted(diagnostic.problem ?? diagnostic.message)}>${escaped(lineOf(path, diagnostic))}</failure>\n` +
          `    </testcase>\n`,
      ),
      ...(failures.length === 0
        ? [
            `    <testcase name=${quoted(dialect)} classname=${quoted(path)} file=${quoted(path)}${
              others.length === 0
                ? '/>\n'
                : `>\n      <system-out>${escaped(others.map(each => lineOf(path, each)).join('\n'))}</system-out>\n    </testcase>\n`
            }`,
          ]
        : []),
    ];
    return { failures: failures.length, tests: cases.length, path, text: cases.join('') };
  });
  const errors = problems.map(
    problem =>
      `    <testcase name="agent-files" classname="agent-files">\n      <error message=${quoted(problem)}/>\n    </testcase>\n`,
  );
  const all = suites.map(
    ({ path, tests, failures, text }) =>
      `  <testsuite name=${quoted(path)} tests="${tests}" failures="${failures}" errors="0">\n${text}  </testsuite>\n`,
  );
  if (errors.length > 0)
    all.push(
      `  <testsuite name="agent-files" tests="${errors.length}" failures="0" errors="${errors.length}">\n${errors.join('')}  </testsuite>\n`,
    );
  const sum = (key: 'tests' | 'failures'): number => suites.reduce((count, suite) => count + suite[key], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="agent-files" tests="${sum('tests') + errors.length}" failures="${sum('failures')}" errors="${errors.length}">\n${all.join('')}</testsuites>\n`;
}

function nameOf({ rule, range }: CheckedDiagnostic): string {
  return `${rule} ${range.start.line + 1}:${range.start.character + 1}`;
}

function lineOf(path: string, { severity, message, rule, range }: CheckedDiagnostic): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} (${rule})`;
}

function quoted(text: string): string {
  return `"${escaped(text)
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, found => `&#${found.charCodeAt(0)};`)}"`;
}

/** Text in XML 1.0, which cannot have most control characters, not even escaped. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
