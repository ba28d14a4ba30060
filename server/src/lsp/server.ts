import { type Connection, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../language/features/codeActions.ts';
import { version } from '../version.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { closeDocument, refreshDocument } from './changes/documents.ts';
import { refreshFiles, watchFiles } from './changes/files.ts';
import { changeFolders, openFolders } from './changes/folders.ts';
import { askForSettings, refreshSettings } from './changes/settings.ts';
import { lookAround } from './changes/surroundings.ts';
import { dialectsRequest, type PreviewParams, previewRequest } from './protocol.ts';
import { refreshAll } from './publishDiagnostics.ts';
import { answerCodeAction } from './requests/codeActions.ts';
import { answerCompletion, answerCompletionResolve } from './requests/completion.ts';
import { answerDialects } from './requests/dialects.ts';
import { answerHover } from './requests/hover.ts';
import { answerPreview } from './requests/preview.ts';
import { Session } from './session.ts';

/** What the server tells an editor that it can do. */
const abilities: InitializeResult = {
  serverInfo: { name: 'agent-files', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [...':, -[("\''], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

/** Connects the language core to an editor: a line for each thing that an editor says or asks. */
export function startServer(connection: Connection, fileSystem: FileSystem): void {
  const session = new Session(connection, fileSystem);
  const { documents } = session;

  connection.onInitialize(params => {
    session.begin(params);
    return abilities;
  });
  connection.onInitialized(async () => {
    if (session.capabilities.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(change => changeFolders(session, change));
    await askForSettings(session);
    void watchFiles(session);
    await openFolders(session, session.folders);
    // Documents may have been opened before their settings were known.
    await refreshAll(session);
  });

  connection.onDidChangeConfiguration(({ settings }) => refreshSettings(session, settings));
  connection.onDidChangeWatchedFiles(({ changes }) => refreshFiles(session, changes));
  documents.onDidOpen(({ document }) => void lookAround(session, document.uri));
  documents.onDidChangeContent(({ document }) => void refreshDocument(session, document.uri));
  documents.onDidClose(({ document }) => void closeDocument(session, document.uri));

  connection.onCompletion(params => answerCompletion(session, params));
  connection.onCompletionResolve(item => answerCompletionResolve(session, item));
  connection.onHover(params => answerHover(session, params));
  connection.onCodeAction(params => answerCodeAction(session, params));
  connection.onRequest(previewRequest, (params: PreviewParams) => answerPreview(session, params));
  connection.onRequest(dialectsRequest, answerDialects);

  documents.listen(connection);
  connection.listen();
}
