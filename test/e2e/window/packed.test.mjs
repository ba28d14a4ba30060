import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repository } from '../../../scripts/vscode/paths.mjs';
import { openWorkbench } from './workbench.mjs';

const folder = mkdtempSync(join(tmpdir(), 'agent-files-vsix-'));
const vsix = join(folder, 'packed.vsix');
let workbench;
before(() =>
  execFileSync(process.execPath, ['scripts/package.mjs', vsix], { cwd: repository, stdio: 'pipe' }),
);
after(async () => {
  await workbench?.close();
  rmSync(folder, { recursive: true });
});

test('the packed extension is smaller than 900 kB', () => {
  const { size } = statSync(vsix);
  assert.ok(size < 900_000, `${size} bytes`);
});

test('the packed extension has all that it needs, and nothing else', async () => {
  workbench = await openWorkbench(
    'ingest-designer.md',
    ({ node, serverMain }, { extensions, serverData }) => {
      const profile = ['--extensions-dir', extensions, '--server-data-dir', serverData];
      const args = [serverMain, ...profile, '--accept-server-license-terms', '--install-extension', vsix];
      assert.match(execFileSync(node, args, { encoding: 'utf8', stdio: 'pipe' }), /successfully installed/);
    },
  );
  await workbench.find('.monaco-editor .squiggly-warning');
  await workbench.command('Agent Files: Preview Agent');
  await workbench.preview('What you hand over');
});
