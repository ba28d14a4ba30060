import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import { workspaceSymbols } from '../../language/features/names/workspaceSymbols.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';

/** Returns the agents, skills and commands of the workspace by name. */
export const handleWorkspaceSymbol = guarded(
  ({ workspace }: Session, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] =>
    workspaceSymbols(workspace.index.files, typeof query === 'string' ? query : ''),
  [],
);
