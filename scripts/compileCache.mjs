// Runs the server and the command line on typical input to write their compile caches.
import { spawn } from 'node:child_process';

const text =
  '---\nname: writer\ndescription: Use it when: asked.\\nOften.\ntools: Read, Grpe, Bash\nmodel: sonnet\ncolour: red\n---\n# Writer\n\nYou write — well.\n';
const uri = 'file:///project/.claude/agents/writer.md';

/** The messages of an editor in a short session. */
function session() {
  const textDocument = { uri };
  const position = { line: 1, character: 2 };
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const edit = { range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, text: 'x' };
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    },
    {
      method: 'textDocument/didChange',
      params: { textDocument: { uri, version: 2 }, contentChanges: [edit] },
    },
    { id: 2, method: 'textDocument/completion', params: { textDocument, position } },
    { id: 3, method: 'textDocument/hover', params: { textDocument, position } },
    {
      id: 4,
      method: 'textDocument/codeAction',
      params: { textDocument, range: whole, context: { diagnostics: [] } },
    },
    { id: 5, method: 'shutdown' },
  ];
  return messages
    .map(message => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map(message => `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`)
    .join('');
}

/** Writes, for the V8 of this Node, `dist/server.main.js.*.cache` and `dist/cli.main.cjs.*.cache`. */
export async function writeCompileCaches() {
  await Promise.all([
    run(['dist/server.cjs', '--stdio'], session(), output => output.includes('"id":5')),
    run(['dist/cli.cjs', 'check', 'test/fixtures/workspace'], '', () => true),
  ]);
}

/** Runs a program with `input`, and closes its input as soon as its output satisfies `isDone`. */
async function run(args, input, isDone) {
  const env = { ...process.env, AGENT_FILES_WRITE_COMPILE_CACHE: '1' };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  const endWhenDone = () => isDone(output) && child.stdin.end();
  child.stdout.on('data', chunk => {
    output += chunk;
    endWhenDone();
  });
  child.stdin.write(input);
  endWhenDone();
  const status = await new Promise(resolve => child.once('exit', resolve));
  // 1: the command line has found errors, as expected.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}.`);
}
