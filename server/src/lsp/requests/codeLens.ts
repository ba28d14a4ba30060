import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { usageLensOf } from '../../language/features/names/codeLens.ts';
import { guarded } from '../guarded.ts';
import { showReferencesCommand } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Returns who refers to what the file defines, above its name. */
export const handleCodeLens = guarded(
  (session: Session, { textDocument: { uri } }: CodeLensParams): CodeLens[] => {
    session.lenses.show();
    const snapshot = session.settings.codeLens ? session.snapshotOf(uri) : undefined;
    const lens = snapshot && usageLensOf(snapshot, session.workspace.index);
    if (!lens) return [];
    const { position, title, references } = lens;
    return [
      {
        range: { start: position, end: position },
        command: { title, command: showReferencesCommand, arguments: [uri, position, references] },
      },
    ];
  },
  [],
);
