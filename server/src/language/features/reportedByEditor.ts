import type { EditorReport, EditorSupport, Written } from '../dialect/editorSupport.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { LoadNote } from '../loading/loader.ts';
import type { Severity } from '../rules/rule.ts';
import type { AgentDiagnostic } from './diagnostics.ts';

/** The mildest first. */
const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * The diagnostics without those whose cause the editor reports by itself in the same place, so that nothing is said
 * twice. What weighs more than what the editor says stays, and so does what is about other tools.
 */
export function notReportedBy<Diagnostic extends AgentDiagnostic>(
  editor: EditorSupport | undefined,
  document: AgentDocument,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!editor || editor.reports.length === 0) return diagnostics;
  return diagnostics.filter(({ finding: { note }, severity }) => {
    if (!note) return true;
    return !editor.reports.some(
      report =>
        severities.indexOf(severity) <= severities.indexOf(report.covers) && isAbout(report, note, document),
    );
  });
}

function isAbout({ codes, fields, written }: EditorReport, note: LoadNote, document: AgentDocument): boolean {
  if (!codes.includes(note.code)) return false;
  if (fields && !(note.field !== undefined && fields.includes(note.field))) return false;
  return !written || (note.field !== undefined && written.includes(writtenIn(document, note.field)));
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
