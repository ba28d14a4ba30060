import { listedIn, type Report } from './report.ts';

const severities = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/** A Code Quality report of GitLab. */
export function gitlabReport(report: Report): string {
  const issues = listedIn(report, 'hint').map(({ file, diagnostic }) => ({
    description: diagnostic.message,
    check_name: diagnostic.rule,
    fingerprint: report.fingerprintOf(file, diagnostic),
    severity: severities[diagnostic.severity],
    location: {
      path: report.fromRoot(file),
      lines: { begin: diagnostic.range.start.line + 1, end: diagnostic.range.end.line + 1 },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
