import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AgentFileStatus, type StatusParams, statusNotification } from '../../../server/src/protocol.ts';
import { labelText } from './labelText.ts';

/** `State.Stopped` of vscode-languageclient, whose module is not to be loaded for a number. */
const stopped = 1;

const severities: Readonly<Record<AgentFileStatus['severity'], LanguageStatusSeverity>> = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/**
 * Shows beside the language of the active editor what the tool makes of its file, as the server tells it with each
 * set of diagnostics. In other files there is nothing to see.
 */
export function registerLanguageStatus(
  client: Pick<BaseLanguageClient, 'onNotification' | 'onDidChangeState'>,
): Disposable {
  const known = new Map<string, AgentFileStatus>();
  const verdict = languages.createLanguageStatusItem('agentFiles.verdict', []);
  verdict.name = 'Agent File';

  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const status = document && known.get(document.uri.toString());
    // Items are shown in the active editor alone, so whatever selects its document will do.
    const selector = status ? [{ scheme: document.uri.scheme, language: document.languageId }] : [];
    if (status) showVerdict(verdict, status, document.uri);
    verdict.selector = selector;
  };

  return Disposable.from(
    verdict,
    client.onNotification(statusNotification, ({ uri, status }: StatusParams) => {
      // The server writes some characters of a URI in another way than VS Code.
      const key = Uri.parse(uri).toString();
      if (status) known.set(key, status);
      else known.delete(key);
      if (key === window.activeTextEditor?.document.uri.toString()) show();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== stopped) return;
      known.clear();
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    // A document whose language changes is closed and opened again, and the server tells its status anew.
    workspace.onDidCloseTextDocument(document => {
      known.delete(document.uri.toString());
      show();
    }),
  );
}

function showVerdict(item: LanguageStatusItem, { text, detail, severity }: AgentFileStatus, uri: Uri): void {
  item.text = labelText(text);
  item.detail = labelText(detail);
  item.severity = severities[severity];
  item.command = { command: 'agentFiles.preview', title: 'Preview agent', arguments: [uri] };
  item.accessibilityInformation = { label: `Agent file: ${text}. ${detail}` };
}
