import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem } from './fileSystem.ts';
import { findBelow, findBundled, findInBundle } from './findFiles.ts';
import { associate } from './language/dialects/associations.ts';
import type { Dialect } from './language/dialects/dialect.ts';
import { dialectById, dialects } from './language/dialects/index.ts';
import { codeActionsAt, fixAllAction, fixAllKind } from './language/features/codeActions.ts';
import type { Completion } from './language/features/completion/offer.ts';
import { completionsAt } from './language/features/completions.ts';
import { coreSupportFor, type EditorFacts, editorFactsIn } from './language/features/coreSupport.ts';
import type { AgentDiagnostic, RuleSettings } from './language/features/diagnostics.ts';
import { fileStatus } from './language/features/fileStatus.ts';
import { hoverAt } from './language/features/hover.ts';
import { toConfigurationDiagnostics, toLspDiagnostic } from './language/features/lspDiagnostics.ts';
import { notReportedBy } from './language/features/reportedByEditor.ts';
import { diagnoseForAll } from './language/features/targetDiagnostics.ts';
import { readForTargets, type TargetReading } from './language/features/targets.ts';
import type { Snapshot } from './language/snapshot.ts';
import { isBundleMarker, isConfigurationFile, surroundingGlobs } from './projects.ts';
import {
  type DialectName,
  dialectsRequest,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  type StatusParams,
  statusNotification,
} from './protocol.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';
import { folderPathOf, pathOf } from './uris.ts';
import { Workspace } from './workspace.ts';

/** How many files are read at the same time. */
const filesAtOnce = 16;

/** Connects the language core to an editor: a line a request, and the book-keeping of files. */
export function startServer(connection: Connection, fileSystem: FileSystem): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(fileSystem, path =>
    folders.some(folder => path.startsWith(folderPathOf(folder))),
  );
  let settings: Settings = defaultSettings;
  let client: InitializeParams;
  let editor: EditorFacts | undefined;
  let folders: string[] = [];

  const log = (error: unknown): void => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  /** Nothing that a document does to a feature may take the server down: the answer is then empty, the cause logged. */
  const guarded =
    <Params extends unknown[], Result>(answer: (...params: Params) => Result, empty: Awaited<Result>) =>
    async (...params: Params): Promise<Awaited<Result>> => {
      try {
        return await answer(...params);
      } catch (error) {
        log(error);
        return empty;
      }
    };
  const snapshotOf = (uri: string): Snapshot | undefined => {
    const document = documents.get(uri);
    return document && workspace.open(document);
  };

  /** A user's own settings count more than the project's file. */
  const rulesFor = (uri: string): RuleSettings => ({
    ...workspace.projects.configurationOf(uri).rules,
    ...settings.rules,
  });

  /** The file as the other tools that it is held against read it. */
  const readingsOf = (snapshot: Snapshot): TargetReading[] =>
    readForTargets(
      snapshot,
      settings.targets,
      workspace.projects.configurationOf(snapshot.document.uri).fields,
    );
  const problemsOf = (snapshot: Snapshot, readings: readonly TargetReading[]): AgentDiagnostic[] => {
    const current = { ...snapshot, workspace: workspace.index };
    return diagnoseForAll(current, readings, rulesFor(snapshot.document.uri));
  };
  /** What the editor shows by itself in a document, and we do not show again. */
  const editorProvides = ({ dialect, document }: Snapshot) =>
    coreSupportFor(editor, documents.get(document.uri)?.languageId ?? '', dialect, document);

  const publish = (snapshot: Snapshot, version?: number): void => {
    // What the editor reports by itself is left to it while it has the file open.
    const found = notReportedBy(
      editorProvides(snapshot),
      snapshot.document,
      problemsOf(snapshot, readingsOf(snapshot)),
    );
    connection.sendDiagnostics({
      uri: snapshot.document.uri,
      ...(version !== undefined && { version }),
      diagnostics: found.map(diagnostic => toLspDiagnostic(snapshot.document, diagnostic)),
    });
  };
  const tellStatus = (uri: string, snapshot: Snapshot | undefined): void => {
    if (client.initializationOptions?.status !== true) return;
    const by = snapshot && workspace.projects.choiceOf(snapshot.document)?.by;
    const status = snapshot && by ? { ...fileStatus(snapshot), dialect: nameOf(snapshot.dialect), by } : null;
    void connection.sendNotification(statusNotification, { uri, status } satisfies StatusParams);
  };
  /** What is at fault in a configuration file, on that file; then everything below its folder anew. */
  const refreshConfiguration = guarded(async (uri: string) => {
    const open = documents.get(uri);
    const text = open?.getText() ?? (await fileSystem.read(uri));
    const faults = text === undefined ? [] : workspace.projects.update(uri, text);
    if (text === undefined && !workspace.projects.remove(uri)) return;
    connection.sendDiagnostics({ uri, diagnostics: toConfigurationDiagnostics(text ?? '', faults) });
    workspace.forgetSnapshots();
    await refreshAll();
  }, undefined);
  /** Diagnostics of a file, from the editor's text where it is open. */
  const refresh = async (uri: string): Promise<string[]> => {
    const open = documents.get(uri);
    const snapshot = open ? workspace.open(open) : await workspace.read(uri);
    // An editor may have opened it while we read.
    if (!open && documents.get(uri)) return [];
    if (!snapshot) {
      connection.sendDiagnostics({ uri, diagnostics: [] });
      if (open) tellStatus(uri, undefined);
      return workspace.remove(uri);
    }
    const others = workspace.update(snapshot);
    const { imported } = workspace.index;
    publish(snapshot, open?.version);
    if (open) tellStatus(uri, snapshot);
    await workspace.followImports(snapshot);
    // An editor may have gone on meanwhile; what it changed is published then.
    const isCurrent = documents.get(uri)?.version === open?.version;
    if (isCurrent && workspace.index.imported !== imported) publish(snapshot, open?.version);
    return others;
  };
  const refreshWithNamesakes = guarded(async (uri: string) => {
    for (const other of await refresh(uri)) await refresh(other);
  }, undefined);
  /** Many files, some at a time, since most of it is waiting for the disk. */
  const refreshTogether = async (uris: readonly string[]): Promise<void> => {
    const files = [...new Set(uris)].filter(uri => !isConfigurationFile(uri));
    for (let at = 0; at < files.length; at += filesAtOnce)
      await Promise.all(files.slice(at, at + filesAtOnce).map(refreshWithNamesakes));
  };
  /** Every file that is open or known: what else they depend on has changed. */
  const refreshAll = guarded(async () => {
    const known = [...documents.keys(), ...workspace.index.files.map(({ uri }) => uri)];
    await refreshTogether(known);
  }, undefined);
  /** A folder has become a bundle, or is none any more: with that, files in it become agent files or cease to be. */
  const refreshBundle = guarded(async (uri: string, isThere: boolean) => {
    const bundle = isThere ? workspace.projects.addBundle(uri) : workspace.projects.removeBundle(uri);
    if (!bundle) return;
    workspace.forgetSnapshots();
    const open = documents.keys().filter(other => pathOf(other).startsWith(bundle.folder));
    const known = [...open, ...workspace.filesBelow(bundle.folder)];
    await refreshTogether([...known, ...(await findInBundle(fileSystem, bundle, uri))]);
  }, undefined);
  const refreshFolders = guarded(async (added: readonly string[]) => {
    const { projects } = workspace;
    const { configurations, markers, agents } = await findBelow(fileSystem, projects, added);
    for (const uri of configurations) await refreshConfiguration(uri);
    for (const uri of markers) projects.addBundle(uri);
    await refreshTogether([...agents, ...(await findBundled(fileSystem, projects, added))]);
  }, undefined);
  const readConfiguration = guarded(async () => {
    if (!client.capabilities.workspace?.configuration) return;
    const before = settings;
    settings = readSettings(await connection.workspace.getConfiguration('agentFiles'), message =>
      connection.console.warn(message),
    );
    if (JSON.stringify(settings.associations) === JSON.stringify(before.associations)) return;
    const pairs = Object.entries(settings.associations);
    workspace.associate(associate(pairs.map(([glob, id]) => [glob, dialectById(id)!] as const)));
  }, undefined);
  let watching: Disposable | undefined;
  /** Any Markdown: files of plugins are told by their folder, and others can be imported. */
  const watchedGlobs = (): string[] => [
    ...workspace.projects.globs.filter(glob => !glob.endsWith('.md')),
    '**/*.md',
    ...surroundingGlobs(),
  ];
  const watch = guarded(async () => {
    if (!client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    watching?.dispose();
    const watchers = watchedGlobs().map(globPattern => ({ globPattern }));
    watching = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }, undefined);

  connection.onInitialize((params): InitializeResult => {
    client = params;
    editor = editorFactsIn(params.initializationOptions);
    folders = (params.workspaceFolders ?? []).map(folder => folder.uri);
    return {
      serverInfo: { name: 'agent-files' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [...':, -[("\''], resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    const { workspace: can } = client.capabilities;
    if (can?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = new Set(removed.map(folder => folder.uri));
        folders = [...folders.filter(folder => !gone.has(folder)), ...added.map(folder => folder.uri)];
        await refreshFolders(added.map(folder => folder.uri));
      });
    }
    await readConfiguration();
    void watch();
    await refreshFolders(folders);
    // Documents may have been opened before their settings were known.
    await refreshAll();
  });

  connection.onDidChangeConfiguration(async () => {
    const globs = workspace.projects.globs.join();
    await readConfiguration();
    if (globs !== workspace.projects.globs.join()) {
      void watch();
      await refreshFolders(folders);
    }
    await refreshAll();
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      const isGone = type === FileChangeType.Deleted;
      if (isConfigurationFile(uri)) await refreshConfiguration(uri);
      else if (isBundleMarker(uri)) await refreshBundle(uri, !isGone);
      else if (!isGone || documents.get(uri)) {
        if (workspace.projects.mayBeAgentFile(uri)) await refreshWithNamesakes(uri);
      } else {
        connection.sendDiagnostics({ uri, diagnostics: [] });
        for (const other of workspace.remove(uri)) await refreshWithNamesakes(other);
      }
      for (const importer of workspace.importersOf(uri)) await refreshWithNamesakes(importer);
    }
  });

  const refreshDocument = (uri: string) =>
    isConfigurationFile(uri) ? refreshConfiguration(uri) : refreshWithNamesakes(uri);
  documents.onDidChangeContent(({ document }) => void refreshDocument(document.uri));
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
    void refreshDocument(document.uri);
  });

  /** What was offered last; an editor asks about one of these. */
  let offered: readonly Completion[] = [];
  connection.onCompletion(
    guarded(({ textDocument, position }) => {
      const snapshot = snapshotOf(textDocument.uri);
      if (!snapshot) return null;
      offered = completionsAt(snapshot, snapshot.document.offsetAt(position), {
        editorProvides: editorProvides(snapshot),
      });
      return offered.map(({ item }, data) => ({ ...item, data }));
    }, null),
  );

  connection.onCompletionResolve(item => {
    const known = offered[item.data];
    const documentation = known?.item.label === item.label ? known.documentation() : undefined;
    return documentation ? { ...item, documentation } : item;
  });

  connection.onHover(
    guarded(({ textDocument, position }) => {
      const snapshot = snapshotOf(textDocument.uri);
      if (!snapshot) return null;
      return (
        hoverAt(snapshot, snapshot.document.offsetAt(position), {
          editorProvides: editorProvides(snapshot),
        }) ?? null
      );
    }, null),
  );

  connection.onCodeAction(
    guarded(({ textDocument, range, context }) => {
      const snapshot = snapshotOf(textDocument.uri);
      if (!snapshot) return [];
      const { document } = snapshot;
      const only = context.only ?? [CodeActionKind.QuickFix];
      const wants = (kind: string): boolean =>
        only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`));
      const rules = rulesFor(document.uri);
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const fixes = wants(CodeActionKind.QuickFix) ? codeActionsAt(snapshot, span, rules) : [];
      const everything = wants(fixAllKind) ? fixAllAction(snapshot, rules) : undefined;
      return everything ? [...fixes, everything] : fixes;
    }, []),
  );

  connection.onRequest(
    previewRequest,
    guarded(async ({ textDocument: { uri } }: PreviewParams): Promise<PreviewResult | null> => {
      const open = documents.get(uri);
      const snapshot = open ? workspace.open(open) : await workspace.read(uri);
      // Markdown and highlighting are loaded when the first preview is wanted, not when the server starts.
      const { renderPreview } = await import('./language/preview/index.ts');
      const readings = snapshot ? readingsOf(snapshot) : [];
      const problems = snapshot ? problemsOf(snapshot, readings) : [];
      return { version: open?.version ?? null, ...renderPreview(snapshot, problems, uri, readings) };
    }, null),
  );

  connection.onRequest(dialectsRequest, (): DialectName[] => dialects.map(nameOf));

  documents.listen(connection);
  connection.listen();
}

function nameOf({ id, title }: Dialect): DialectName {
  return { id, title };
}
