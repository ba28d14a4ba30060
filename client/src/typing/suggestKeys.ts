import { commands, type Disposable, type TextDocument, window, workspace } from 'vscode';
import type { FileStatuses } from '../status/fileStatuses.ts';
import { startsKey } from './beginsKey.ts';

/**
 * Lists the keys as soon as one is begun. VS Code lists nothing by itself while Markdown is typed, since that is prose
 * as a rule; front matter is none. Users who have a say of their own in `editor.quickSuggestions` get what they want.
 */
export function suggestKeys(statuses: Pick<FileStatuses, 'of'>): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges: [change, ...others], reason }) => {
    if (document !== window.activeTextEditor?.document || !change || others.length > 0) return;
    if (reason !== undefined || change.text.length !== 1 || change.rangeLength > 0) return;
    const { line, character } = change.range.start;
    if (!startsKey(at => document.lineAt(at).text, line, character + 1)) return;
    if (!statuses.of(document.uri) || !isQuietByDefault(document)) return;
    void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

/** True where VS Code suggests nothing while one types, and where nobody but VS Code has said so. */
function isQuietByDefault(document: TextDocument): boolean {
  const found = workspace.getConfiguration('editor', document).inspect('quickSuggestions');
  if (!found) return false;
  const { key: _, defaultValue: __, defaultLanguageValue, languageIds: ___, ...said } = found;
  const isOff = (defaultLanguageValue as { other?: string } | undefined)?.other === 'off';
  return isOff && Object.values(said).every(value => value === undefined);
}
