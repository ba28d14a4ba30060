import { type Connection, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../language/features/codeActions.ts';
import { extractSkillKind } from '../language/features/extractSkill.ts';
import { version } from '../version.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { findAncestorConfiguration } from './changes/ancestorConfiguration.ts';
import { closeDocument, refreshDocument } from './changes/documents.ts';
import { refreshFiles } from './changes/files.ts';
import { changeFolders, openFolders } from './changes/folders.ts';
import { fetchSettings, refreshSettings } from './changes/settings.ts';
import { watchFiles } from './changes/watchFiles.ts';
import { guarded } from './guarded.ts';
import {
  type DoctorParams,
  dialectsRequest,
  doctorRequest,
  type FileDetailsParams,
  fileDetailsRequest,
  type NewFileKindsParams,
  type NewFileParams,
  newFileKindsRequest,
  newFileRequest,
  overviewRequest,
  type PreviewParams,
  previewRequest,
  promptRequest,
} from './protocol.ts';
import { refreshAll } from './publishDiagnostics.ts';
import {
  handleIncomingCalls,
  handleOutgoingCalls,
  handlePrepareCallHierarchy,
} from './requests/callHierarchy.ts';
import { doctorKind, handleCodeAction } from './requests/codeActions.ts';
import { handleCodeLens } from './requests/codeLens.ts';
import { handleCompletion, handleCompletionResolve } from './requests/completion.ts';
import { handleDefinition } from './requests/definition.ts';
import { handleDialects } from './requests/dialects.ts';
import { handleDoctor } from './requests/doctor.ts';
import { handleDocumentLinks } from './requests/documentLinks.ts';
import { handleDocumentHighlight } from './requests/highlights.ts';
import { handleHover } from './requests/hover.ts';
import { handleNewFile, handleNewFileKinds } from './requests/newFile.ts';
import { handleFileDetails, handleOverview } from './requests/overview.ts';
import { handlePreview, handlePrompt } from './requests/preview.ts';
import { handleReferences } from './requests/references.ts';
import { handlePrepareRename, handleRename, handleWillRenameFiles } from './requests/rename.ts';
import { handleDocumentSymbol, handleFoldingRanges, handleSelectionRanges } from './requests/structure.ts';
import { handleWorkspaceSymbol } from './requests/workspaceSymbols.ts';
import { Session } from './session.ts';

/** The result of the `initialize` request. */
const initialized: InitializeResult = {
  serverInfo: { name: 'agent-files', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [...':, -[("\'/@'], resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    callHierarchyProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, extractSkillKind, doctorKind] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: {
          filters: [
            { pattern: { glob: '**/*.md', matches: 'file' } },
            { pattern: { glob: '**', matches: 'folder' } },
          ],
        },
      },
    },
  },
};

/** Connects the language core to a client: one line for each notification and request. */
export function startServer(connection: Connection, fileSystem: FileSystem): void {
  const session = new Session(connection, fileSystem);
  const { documents } = session;
  /** A handler of notifications in which whatever throws, also later, is logged. */
  const on = <Params extends unknown[]>(handle: (session: Session, ...params: Params) => unknown) => {
    const handleGuarded = guarded(handle, undefined);
    return (...params: Params): void => void handleGuarded(session, ...params);
  };

  connection.onInitialize(params => {
    session.initialize(params);
    if (!session.wantsCommands) return initialized;
    return { ...initialized, capabilities: { ...initialized.capabilities, codeLensProvider: {} } };
  });
  connection.onInitialized(
    on(async () => {
      if (session.capabilities.workspace?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(on(changeFolders));
      try {
        await fetchSettings(session);
        void watchFiles(session);
        await openFolders(session, session.folders);
        session.isIndexed = true;
        await session.workspace.skills.readFiles();
        // Documents may have been opened before the settings arrived.
        await refreshAll(session);
      } finally {
        session.finishIndex();
      }
    }),
  );

  connection.onDidChangeConfiguration(on((_, { settings }) => refreshSettings(session, settings)));
  connection.onDidChangeWatchedFiles(on((_, { changes }) => refreshFiles(session, changes)));
  documents.onDidOpen(on((_, { document }) => findAncestorConfiguration(session, document.uri)));
  documents.onDidChangeContent(on((_, { document }) => refreshDocument(session, document.uri)));
  documents.onDidClose(on((_, { document }) => closeDocument(session, document.uri)));

  connection.onCompletion(params => handleCompletion(session, params));
  connection.onCompletionResolve(item => handleCompletionResolve(session, item));
  connection.onHover(params => handleHover(session, params));
  connection.onDefinition(params => handleDefinition(session, params));
  connection.onReferences(params => handleReferences(session, params));
  connection.onDocumentHighlight(params => handleDocumentHighlight(session, params));
  connection.onDocumentLinks(params => handleDocumentLinks(session, params));
  connection.onDocumentSymbol(params => handleDocumentSymbol(session, params));
  connection.onFoldingRanges(params => handleFoldingRanges(session, params));
  connection.onSelectionRanges(params => handleSelectionRanges(session, params));
  connection.languages.callHierarchy.onPrepare(params => handlePrepareCallHierarchy(session, params));
  connection.languages.callHierarchy.onIncomingCalls(params => handleIncomingCalls(session, params));
  connection.languages.callHierarchy.onOutgoingCalls(params => handleOutgoingCalls(session, params));
  connection.onCodeLens(params => handleCodeLens(session, params));
  connection.onPrepareRename(params => handlePrepareRename(session, params));
  connection.onRenameRequest(params => handleRename(session, params));
  connection.workspace.onWillRenameFiles(params => handleWillRenameFiles(session, params));
  connection.onWorkspaceSymbol(params => handleWorkspaceSymbol(session, params));
  connection.onCodeAction(params => handleCodeAction(session, params));
  connection.onRequest(previewRequest, (params: PreviewParams) => handlePreview(session, params));
  connection.onRequest(promptRequest, (params: PreviewParams) => handlePrompt(session, params));
  connection.onRequest(doctorRequest, (params: DoctorParams) => handleDoctor(session, params));
  connection.onRequest(dialectsRequest, handleDialects);
  connection.onRequest(overviewRequest, () => handleOverview(session));
  connection.onRequest(newFileKindsRequest, (params: NewFileKindsParams) =>
    handleNewFileKinds(session, params),
  );
  connection.onRequest(newFileRequest, (params: NewFileParams) => handleNewFile(session, params));
  connection.onRequest(fileDetailsRequest, (params: FileDetailsParams) => handleFileDetails(session, params));

  documents.listen(connection);
  connection.listen();
}
