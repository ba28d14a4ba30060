import type { ExtensionContext } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** Creates the client of desktop VS Code and remote machines: the server is a child process, connected over IPC. */
export function createClient(context: ExtensionContext, options: LanguageClientOptions) {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return new LanguageClient('agentFiles', 'Agent Files', server, options);
}
