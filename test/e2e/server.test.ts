import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands, type TextEditor } from 'vscode';
import { closeAll, diagnosticOf, openAgent, setText } from './support/agentEditor.ts';
import { until } from './support/until.ts';

const bad = '---\nname: probe\ndescription: Probes.\nmodle: sonnet\n---\nProbe.\n';

/** The process ids of our language servers among this extension host's children. */
function serverProcesses(): number[] {
  const table = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(row => Number(row?.[2]) === process.pid && /dist[\\/]server\.cjs/.test(row?.[3] ?? ''))
    .map(row => Number(row?.[1]));
}

/** Proves that a server is at work: it finds an error that was not there before. */
async function findsErrors(editor: TextEditor): Promise<void> {
  await setText(editor.document, bad.replace('modle', 'modell'));
  await until('an answer to the edit', async () => {
    const { range } = await diagnosticOf(editor.document, 'noUnknownKey');
    return editor.document.getText(range) === 'modell';
  });
}

describe('the language server', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  afterEach(closeAll);

  it('runs once', async () => {
    const editor = await openAgent('served.md', bad);
    await diagnosticOf(editor.document, 'noUnknownKey');
    assert.equal(serverProcesses().length, 1);
  });

  it('restarts after a crash', async () => {
    const editor = await openAgent('served.md', bad);
    await diagnosticOf(editor.document, 'noUnknownKey');
    const [dead] = serverProcesses();
    process.kill(Number(dead), 'SIGKILL');
    await until('another server', () => serverProcesses().some(pid => pid !== dead));
    await findsErrors(editor);
  });

  it('is replaced by "Restart Server"', async () => {
    const editor = await openAgent('served.md', bad);
    await diagnosticOf(editor.document, 'noUnknownKey');
    const [old] = serverProcesses();
    await commands.executeCommand('agentFiles.restartServer');
    await until('the new server alone', () => {
      const pids = serverProcesses();
      return pids.length === 1 && pids[0] !== old;
    });
    await findsErrors(editor);
  });
});
