import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { agentFileGlobs, configurationFileGlob } from '../../client/src/agentFileGlobs.ts';
import { configurationFileName } from '../../server/src/language/configuration.ts';
import { agentFileGlobs as globsOfDialects } from '../../server/src/language/dialects/index.ts';

interface Manifest {
  readonly activationEvents: string[];
  readonly contributes: {
    readonly commands: { command: string; title: string }[];
    readonly menus: Record<string, { command: string; when: string }[]>;
  };
}
const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('the client, the manifest and the dialects mean the same files', () => {
  const activating = manifest.activationEvents
    .filter(event => event.startsWith('workspaceContains:'))
    .map(event => event.slice('workspaceContains:'.length));
  assert.deepEqual([...agentFileGlobs].sort(), globsOfDialects().sort());
  assert.deepEqual([...agentFileGlobs].sort(), activating.sort());
  assert.equal(configurationFileGlob, `**/${configurationFileName}`);
});

test('"Preview agent" is offered for agent files only', () => {
  const preview = manifest.contributes.commands.find(({ command }) => command === 'agentFiles.preview');
  assert.equal(preview?.title, 'Preview agent');
  for (const menu of ['editor/title', 'editor/title/context', 'explorer/context']) {
    const when = manifest.contributes.menus[menu]?.find(
      ({ command }) => command === 'agentFiles.preview',
    )?.when;
    const pattern = /resourcePath =~ \/(.+)\/$/.exec(when ?? '')?.[1];
    assert.ok(pattern, menu);
    const shown = (path: string) => new RegExp(pattern).test(path);
    assert.ok(shown('/home/me/work/.claude/agents/reviewer.md'), menu);
    assert.ok(shown('/work/.claude/agents/team/reviewer.md'), menu);
    assert.ok(shown('c:\\work\\.claude\\agents\\reviewer.md'), menu);
    assert.ok(!shown('/work/claude/agents/reviewer.md'), menu);
    assert.ok(!shown('/work/.claude/agents/notes.txt'), menu);
    assert.ok(!shown('/work/.claude/commands/review.md'), menu);
  }
});

test('every command has a title and every menu entry a command', () => {
  const known = manifest.contributes.commands.map(({ command }) => command);
  const used = Object.values(manifest.contributes.menus).flatMap(menu => menu.map(({ command }) => command));
  for (const command of used) assert.ok(known.includes(command), command);
});
