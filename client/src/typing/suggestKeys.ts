import { commands, type Disposable, type TextDocument, window, workspace } from 'vscode';
import type { FileStatuses } from '../status/fileStatuses.ts';
import { startsKey } from './beginsKey.ts';

/**
 * Triggers suggestions when the first letter of a key is typed. VS Code disables quick suggestions in Markdown, which is
 * mostly prose; front matter is not. A user's own `editor.quickSuggestions` is respected.
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

/** True where VS Code's default disables quick suggestions and no setting overrides it. */
function isQuietByDefault(document: TextDocument): boolean {
  const found = workspace.getConfiguration('editor', document).inspect('quickSuggestions');
  if (!found) return false;
  const { key: _, defaultValue: __, defaultLanguageValue, languageIds: ___, ...overrides } = found;
  const isOff = (defaultLanguageValue as { other?: string } | undefined)?.other === 'off';
  return isOff && Object.values(overrides).every(value => value === undefined);
}
