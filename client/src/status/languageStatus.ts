import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type Uri,
  window,
} from 'vscode';
import type { AgentFileStatus } from '../../../server/src/lsp/protocol.ts';
import type { FileStatuses } from './fileStatuses.ts';
import { labelText } from './labelText.ts';

const severities: Readonly<Record<AgentFileStatus['severity'], LanguageStatusSeverity>> = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

const reasons: Readonly<Record<AgentFileStatus['by'], string>> = {
  association: 'Set by agentFiles.associations',
  configuration: 'Set by .agentfilesrc',
  keys: 'Detected by its keys',
  path: 'Detected by its path',
  collection: 'Looks like one, outside the folders of the tool',
};

/**
 * Shows, beside the language of the active editor, how the tool loads its file and which dialect it is. Shows nothing for
 * other files.
 */
export function registerLanguageStatus(statuses: FileStatuses): Disposable {
  const verdict = languages.createLanguageStatusItem('agentFiles.verdict', []);
  verdict.name = 'Agent File';
  const dialect = languages.createLanguageStatusItem('agentFiles.dialect', []);
  dialect.name = 'Agent File Dialect';

  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const status = document && statuses.of(document.uri);
    if (status) {
      showVerdict(verdict, status, document.uri);
      showDialect(dialect, status, document.uri);
    }
    // Items are shown for the active editor only, so any selector that matches its document works.
    const selector = status ? [{ scheme: document.uri.scheme, language: document.languageId }] : [];
    verdict.selector = selector;
    dialect.selector = selector;
  };

  return Disposable.from(
    verdict,
    dialect,
    statuses.onDidChange(show),
    window.onDidChangeActiveTextEditor(show),
  );
}

function showVerdict(
  item: LanguageStatusItem,
  { text, detail, reason, severity }: AgentFileStatus,
  uri: Uri,
): void {
  item.text = labelText(text);
  item.detail = labelText(detail);
  item.severity = severities[severity];
  item.command = { command: 'agentFiles.preview', title: 'Preview Agent', arguments: [uri] };
  item.accessibilityInformation = { label: `Agent file: ${text}. ${detail}. ${reason}`.trimEnd() };
}

function showDialect(item: LanguageStatusItem, { dialect, by }: AgentFileStatus, uri: Uri): void {
  item.text = dialect.title;
  item.detail = reasons[by];
  item.command = { command: 'agentFiles.chooseDialect', title: 'Change', arguments: [uri] };
  item.accessibilityInformation = { label: `Dialect: ${dialect.title}. ${reasons[by]}` };
}
