import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { startServer } from './server.ts';

// The transport (--stdio, --node-ipc, --socket) is read from the command line by the library.
startServer(createConnection(ProposedFeatures.all), nodeFileSystem);
