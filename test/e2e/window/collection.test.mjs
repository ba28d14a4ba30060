import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { delay } from '../../../scripts/vscode/process.mjs';
import { openWorkbench } from './workbench.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench('ingest-designer.md');
  await workbench.find('.monaco-editor .squiggly-warning');
});
after(() => workbench?.close());

test('a message says once which files are checked outside the folders of tools, and can turn that off', async () => {
  const folder = join(workbench.scratch.workspace, 'categories', 'core');
  mkdirSync(folder, { recursive: true });
  const text = '---\nname: probe\ndescription: Probes.\ntools: Read, Grpe\nmodel: sonnet\n---\nProbe.\n';
  writeFileSync(join(folder, 'probe.md'), text);
  const words = '1 file looks like a Claude Code subagent outside .claude/agents; checked as such.';
  const message = await workbench.find('.notification-toast', words);
  await message.getByText('Don’t Check These').click();
  const settings = join(workbench.scratch.workspace, '.vscode', 'settings.json');
  const written = () => (existsSync(settings) ? readFileSync(settings, 'utf8') : '');
  for (let tries = 0; tries < 300 && !written().includes('agentFiles'); tries++) await delay(50);
  assert.match(written(), /"agentFiles\.collections": false/);
});
