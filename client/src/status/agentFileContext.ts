import { commands, Disposable, type Uri } from 'vscode';
import { openFileKeys } from '../../../server/src/lsp/protocol.ts';
import type { FileStatuses } from './fileStatuses.ts';

/**
 * Updates the context keys that show "Preview Agent" in the editor title: for every agent file, including those that only
 * a plugin manifest or a setting makes one.
 */
export function followAgentFiles(statuses: Pick<FileStatuses, 'documents' | 'onDidChange'>): Disposable {
  const current = new Map<string, string>();
  const set = (key: string, uris: readonly Uri[]): void => {
    const list = uris.map(String).join('\n');
    if (list === (current.get(key) ?? '')) return;
    current.set(key, list);
    // URIs, not strings: VS Code translates them between a remote extension host and the window.
    void commands.executeCommand('setContext', key, uris);
  };
  const follow = (): void => {
    const { agentFiles, others } = statuses.documents;
    set(openFileKeys.agentFiles, agentFiles);
    set(openFileKeys.others, others);
  };
  return Disposable.from(
    statuses.onDidChange(follow),
    new Disposable(() => {
      for (const key of current.keys()) set(key, []);
    }),
  );
}
