import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { ConfigurationError } from '../configuration.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import { messageOf } from '../loading/issue.ts';
import type { Severity } from '../severity.ts';
import type { AgentDiagnostic } from './agentDiagnostic.ts';
import { plainMessage } from './describe.ts';
import { internalError, internalErrorId } from './internalError.ts';

/** The source of our diagnostics. */
const diagnosticSource = 'agent-files';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The URL of a rule's documentation. */
function ruleDocumentation(ruleId: string): string {
  return `https://github.com/agent-files/agent-files/blob/main/docs/rules.md#${ruleId.toLowerCase()}`;
}

/** Converts a diagnostic to LSP. */
export function toLspDiagnostic(document: AgentDocument, diagnostic: AgentDiagnostic): Diagnostic {
  const { finding, rule } = diagnostic;
  const result: Diagnostic = {
    range: document.toRange(diagnostic.range),
    severity: severities[diagnostic.severity],
    source: diagnosticSource,
    code: rule.id,
    codeDescription: { href: ruleDocumentation(rule.id) },
    message: plainMessage(diagnostic.message),
  };
  if (finding.unnecessary) result.tags = [DiagnosticTag.Unnecessary];
  if (finding.related) {
    result.relatedInformation = finding.related.map(({ uri, range, message }) => ({
      location: { uri, range },
      message: plainMessage(message),
    }));
  }
  return result;
}

/** The diagnostic of a file whose check failed. */
export function toInternalErrorDiagnostic(): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Warning,
    source: diagnosticSource,
    code: internalErrorId,
    message: messageOf(internalError),
  };
}

/** The errors of a configuration file as LSP diagnostics. */
export function toConfigurationDiagnostics(
  text: string,
  errors: readonly ConfigurationError[],
): (Diagnostic & { readonly message: string })[] {
  const lines = TextDocument.create('', '', 0, text);
  return errors.map(({ range, message }) => ({
    range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
    severity: DiagnosticSeverity.Error,
    source: diagnosticSource,
    code: 'configuration',
    message: plainMessage(message),
  }));
}
