import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activateClient } from './activateClient.ts';

let client: BaseLanguageClient | undefined;

/**
 * The entry point in every extension host. Node and browser hosts run the same bundle, so that the package holds the
 * client library once; only the module of the host at hand is evaluated.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const { createClient } = await ('importScripts' in globalThis
    ? import('./createClient.browser.ts')
    : import('./createClient.node.ts'));
  client = await activateClient(context, options => createClient(context, options));
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}
