import type { BuiltInSupport, EditorReport, Written } from '../dialect/builtInSupport.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import { type Issue, messageOf } from '../loading/issue.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severity } from '../severity.ts';
import type { Snapshot } from '../snapshot.ts';
import type { AgentDiagnostic } from './agentDiagnostic.ts';
import { mergeAlike } from './diagnostics.ts';
import { membersOf } from './groupAlike.ts';

/** Least severe first. */
const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * The diagnostics without those whose cause the client reports itself in the same place. More severe ones and those
 * about other tools are kept.
 */
export function notReportedBy<Diagnostic extends AgentDiagnostic>(
  editor: BuiltInSupport | undefined,
  snapshot: Snapshot,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!editor) return diagnostics;
  const isReported = ({ issue, field }: Finding, severity: Severity): boolean =>
    (field !== undefined && editor.reportsNamesIn?.includes(field)) ||
    (issue !== undefined &&
      editor.reports.some(
        report =>
          severities.indexOf(severity) <= severities.indexOf(report.covers) &&
          isAbout(report, issue, snapshot.document),
      ));
  return diagnostics.flatMap(diagnostic => {
    const members = membersOf(diagnostic);
    const left = members.filter(member => !isReported(member, diagnostic.severity));
    if (left.length === members.length) return [diagnostic];
    return mergeAlike(
      left.map(finding => ({ ...diagnostic, range: finding.range, message: messageOf(finding), finding })),
      snapshot,
    );
  });
}

function isAbout({ codes, fields, written }: EditorReport, issue: Issue, document: AgentDocument): boolean {
  if (!codes.includes(issue.code)) return false;
  if (fields && !(issue.field !== undefined && fields.includes(issue.field))) return false;
  return !written || (issue.field !== undefined && written.includes(writtenIn(document, issue.field)));
}

/** How the value of a top-level key is written. */
function writtenIn(document: AgentDocument, key: string): Written {
  const entry = document.entry(key);
  if (!entry) return 'absent';
  if (Array.isArray(entry.value)) return 'list';
  if (typeof entry.value === 'object' && entry.value !== null) return 'map';
  if (entry.range.start === entry.range.end) return 'nothing';
  return entry.value === '' ? 'empty' : 'scalar';
}
