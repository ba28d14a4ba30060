import { startServer } from '../lsp/server.ts';

/**
 * The server in a Node process and in a browser worker. Both run this bundle, so that the package holds the language core
 * once; only one of the two connections is evaluated.
 */
async function start(): Promise<void> {
  const { connect } = await ('importScripts' in globalThis
    ? import('./connect.browser.ts')
    : import('./connect.node.ts'));
  const { connection, fileSystem } = connect();
  startServer(connection, fileSystem);
}

void start();
