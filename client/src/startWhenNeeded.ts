import { Disposable, languages, type TextDocument, workspace } from 'vscode';
import { looksPublished } from './collections/looksPublished.ts';
import { selectPaths } from './documentSelector.ts';

/**
 * Calls `start` once, as soon as a file that matches one of the globs is open, exists in the workspace, or is created, or
 * a Markdown file is open that may be an agent file by its front matter. The globs are evaluated again when the settings change. VS Code activates the extension for any Markdown file, which alone
 * must not start a server.
 */
export function startWhenNeeded(globs: () => readonly string[], start: () => void): Disposable {
  const waiting: Disposable[] = [];
  let isDone = false;
  const stopWaiting = () => {
    isDone = true;
    Disposable.from(...waiting).dispose();
  };
  const startOnce = () => {
    if (isDone) return;
    stopWaiting();
    start();
  };
  const isAgentFile = (document: TextDocument) =>
    languages.match(selectPaths(globs()), document) > 0 ||
    (document.languageId === 'markdown' && looksPublished(document.getText()));
  const search = () => {
    if (workspace.textDocuments.some(isAgentFile)) return startOnce();
    void workspace.findFiles(anyOf(globs()), '**/node_modules/**', 1).then(found => {
      if (found.length > 0) startOnce();
    });
  };
  const watcher = workspace.createFileSystemWatcher(anyOf(globs()), false, true, true);
  waiting.push(
    watcher,
    watcher.onDidCreate(startOnce),
    workspace.onDidOpenTextDocument(document => {
      if (isAgentFile(document)) startOnce();
    }),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('agentFiles.associations')) search();
    }),
  );
  search();
  return new Disposable(stopWaiting);
}

function anyOf(globs: readonly string[]): string {
  return globs.length === 1 ? String(globs[0]) : `{${globs.join(',')}}`;
}
