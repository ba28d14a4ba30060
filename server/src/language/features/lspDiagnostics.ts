import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { Severity } from '../rules/rule.ts';
import type { AgentDiagnostic } from './diagnostics.ts';

/** The name under which editors show our diagnostics. */
export const diagnosticSource = 'agent-files';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where a rule is documented. */
export function ruleDocumentation(ruleId: string): string {
  return `https://github.com/agent-files/agent-files/blob/main/docs/rules.md#${ruleId.toLowerCase()}`;
}

/** A diagnostic as the protocol writes it. */
export function toLspDiagnostic(document: AgentDocument, diagnostic: AgentDiagnostic): Diagnostic {
  const { finding, rule } = diagnostic;
  const result: Diagnostic = {
    range: document.toRange(diagnostic.range),
    severity: severities[diagnostic.severity],
    source: diagnosticSource,
    code: rule.id,
    codeDescription: { href: ruleDocumentation(rule.id) },
    message: diagnostic.message,
  };
  if (finding.unnecessary) result.tags = [DiagnosticTag.Unnecessary];
  if (finding.related) {
    result.relatedInformation = finding.related.map(({ uri, range, message }) => ({
      location: { uri, range },
      message,
    }));
  }
  return result;
}
