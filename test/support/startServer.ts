import { spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { diskAndEditor } from '../../server/src/start/connect.node.ts';

/** A running server, and the streams of its messages. */
export interface RunningServer {
  readonly input: Writable;
  readonly output: Readable;
  /** The exit code, once it exits. */
  readonly exited: Promise<number | null>;
}

/** Starts the built server (`npm run build` first) over stdio. */
export function startProcess(): RunningServer {
  const child = spawn(process.execPath, ['dist/server.cjs', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve));
  return { input: child.stdin, output: child.stdout, exited };
}

/** Starts the server in this process: the same messages without the start of a process. */
export function startInProcess(): RunningServer {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let exit: (code: number) => void;
  const exited = new Promise<number>(resolve => {
    exit = resolve;
  });
  const connection = createConnection(
    logger =>
      createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
    { shutdownReceived: false, initialize: () => {}, exit: code => exit(code) },
    ProposedFeatures.all,
  );
  startServer(connection, diskAndEditor(connection));
  return { input, output, exited };
}
