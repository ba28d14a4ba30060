import { Disposable, languages, type TextDocument, workspace } from 'vscode';
import { agentFileGlobs } from './agentFileGlobs.ts';
import { agentFileSelector } from './documentSelector.ts';

/**
 * Calls `start` once, as soon as there is something to do: an agent file is open, the workspace has one, or one is
 * created. VS Code activates the extension for any Markdown file; this keeps that from starting a server for nothing.
 */
export function startWhenNeeded(start: () => void): Disposable {
  const waiting: Disposable[] = [];
  let started = false;
  const startOnce = () => {
    if (started) return;
    started = true;
    Disposable.from(...waiting).dispose();
    start();
  };
  const isAgentFile = (document: TextDocument) => languages.match(agentFileSelector(), document) > 0;
  const whenAgentFile = (document: TextDocument) => {
    if (isAgentFile(document)) startOnce();
  };
  waiting.push(workspace.onDidOpenTextDocument(whenAgentFile));
  for (const glob of agentFileGlobs) {
    const watcher = workspace.createFileSystemWatcher(glob, false, true, true);
    waiting.push(watcher, watcher.onDidCreate(startOnce));
  }
  if (workspace.textDocuments.some(isAgentFile)) startOnce();
  else void workspaceHasAgentFile().then(found => found && startOnce());
  return new Disposable(() => {
    started = true;
    Disposable.from(...waiting).dispose();
  });
}

async function workspaceHasAgentFile(): Promise<boolean> {
  for (const glob of agentFileGlobs) {
    if ((await workspace.findFiles(glob, undefined, 1)).length > 0) return true;
  }
  return false;
}
