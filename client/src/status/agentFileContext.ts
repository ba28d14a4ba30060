import { commands, Disposable, type Uri } from 'vscode';
import { openFileKeys } from '../../../server/src/lsp/protocol.ts';
import type { FileStatuses } from './fileStatuses.ts';

/**
 * Keeps the context keys true by which "Preview agent" stands above an open file: for each agent file, also one that
 * only a plugin's manifest or a setting makes one, and for nothing else.
 */
export function followAgentFiles(statuses: Pick<FileStatuses, 'documents' | 'onDidChange'>): Disposable {
  const told = new Map<string, string>();
  const tell = (key: string, uris: readonly Uri[]): void => {
    const list = uris.map(String).join('\n');
    if (list === (told.get(key) ?? '')) return;
    told.set(key, list);
    // As URIs, not as texts: where the extension runs elsewhere than the window, VS Code translates them.
    void commands.executeCommand('setContext', key, uris);
  };
  const follow = (): void => {
    const { agentFiles, others } = statuses.documents;
    tell(openFileKeys.agentFiles, agentFiles);
    tell(openFileKeys.others, others);
  };
  return Disposable.from(
    statuses.onDidChange(follow),
    new Disposable(() => {
      for (const key of told.keys()) tell(key, []);
    }),
  );
}
