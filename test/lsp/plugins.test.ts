import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const sound = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const plugged = sound.replace('---\nYou', 'permissionMode: plan\n---\nYou');
const manifest = 'plug/.claude-plugin/plugin.json';
const agent = 'plug/agents/writer.md';

serverTest(
  'files of a plugin are checked, and those of other folders are not',
  { files: { [manifest]: '{"name": "plug"}', [agent]: plugged, 'other/agents/writer.md': plugged } },
  async client => {
    await client.diagnostics(agent, ['noIgnoredKey']);
    await client.open('other/agents/writer.md', plugged);
    await client.open('plug/commands/git/x.md', '---\npaths: src\n---\nDo.\n');
    await client.diagnostics('plug/commands/git/x.md', ['noIgnoredKey']);
    assert.equal(client.published('other/agents/writer.md')?.length ?? 0, 0);
  },
);

serverTest(
  'creating a manifest makes a folder a plugin, and deleting it reverts that',
  { files: { [agent]: plugged } },
  async client => {
    await client.open('plug/skills/x/SKILL.md', '---\ndescription: d\ntools: Read\n---\nDo.\n');
    await client.writeFile(manifest, '{"name": "plug"}');
    await client.diagnostics(agent, ['noIgnoredKey']);
    await client.diagnostics('plug/skills/x/SKILL.md', ['noUnknownKey']);
    await client.deleteFile(manifest);
    await client.diagnostics(agent, []);
    await client.diagnostics('plug/skills/x/SKILL.md', ['useName', 'noUnknownKey']);
  },
);

serverTest(
  'a change of the paths in a manifest takes effect immediately',
  { files: { [manifest]: '{"name": "plug"}', [agent]: plugged, 'plug/own/one.md': plugged } },
  async client => {
    await client.diagnostics(agent, ['noIgnoredKey']);
    await client.open('plug/own/two.md', plugged);
    await client.writeFile(manifest, '{"name": "plug", "agents": ["./own/one.md", "./own/two.md"]}');
    await client.diagnostics('plug/own/one.md', ['noDuplicateName', 'noIgnoredKey']);
    await client.diagnostics('plug/own/two.md', ['noDuplicateName', 'noIgnoredKey']);
    await client.diagnostics(agent, ['useReadableFile']);
    await client.writeFile(manifest, '{"name": "plug", "agents": ["./own/two.md"]}');
    await client.diagnostics('plug/own/one.md', []);
    await client.diagnostics('plug/own/two.md', ['noIgnoredKey']);
    await client.writeFile(manifest, '{"name": "plug", "agents": [');
    await client.diagnostics(agent, ['noRejectedPlugin', 'noIgnoredKey']);
    await client.diagnostics('plug/own/two.md', []);
  },
);

serverTest(
  'creating the folder of a manifest makes a plugin, also for an open file',
  { files: { 'kept/.claude-plugin/plugin.json': '{"name": "kept"}', [agent]: plugged } },
  async client => {
    const other = 'plug/agents/writer.agent.md';
    await client.open(other, plugged);
    await client.diagnostics(other, ['useReadableFile']);
    client.move('kept/.claude-plugin', 'plug/.claude-plugin');
    await client.tellEvents(['plug/.claude-plugin', 'created'], ['kept/.claude-plugin', 'deleted']);
    await client.diagnostics(agent, ['noDuplicateName', 'noIgnoredKey']);
    await client.diagnostics(other, ['noDuplicateName', 'noIgnoredKey']);
    client.move('plug/.claude-plugin', 'kept/.claude-plugin');
    await client.tellEvents(['plug/.claude-plugin', 'deleted']);
    await client.diagnostics(agent, []);
    await client.diagnostics(other, ['useReadableFile']);
  },
);

serverTest(
  'diagnostics of imports follow the creation and deletion of files',
  { files: { 'CLAUDE.md': 'See @docs/a.md and @docs/b.md too.\n', 'docs/a.md': 'See @b.md\n' } },
  async client => {
    await client.diagnostics('CLAUDE.md', ['noMissingImport']);
    await client.writeFile('docs/b.md', 'Back to @../CLAUDE.md\n');
    await client.diagnostics('CLAUDE.md', ['noImportLoop', 'noImportLoop']);
    await client.writeFile('docs/b.md', 'The end\n');
    await client.diagnostics('CLAUDE.md', []);
    await client.open('CLAUDE.md', 'See @docs/c.md.\n');
    await client.diagnostics('CLAUDE.md', ['noMissingImport']);
    await client.change('CLAUDE.md', 'See @docs/a.md, @../outside.md and @~/mine.md.\n');
    await client.diagnostics('CLAUDE.md', []);
    await client.deleteFile('docs/a.md');
    await client.diagnostics('CLAUDE.md', ['noMissingImport']);
  },
);

serverTest(
  'files in node_modules are not checked',
  {
    files: {
      'node_modules/x/CLAUDE.md': '@missing.md\n',
      'node_modules/x/.claude/agents/a.md': plugged.replace('name', 'nam'),
      '.claude/agents/node_modules/a.md': plugged.replace('plan', 'plann'),
    },
  },
  async client => {
    await client.diagnostics('.claude/agents/node_modules/a.md', ['useKnownValue']);
    assert.equal(client.published('node_modules/x/CLAUDE.md'), undefined);
    assert.equal(client.published('node_modules/x/.claude/agents/a.md'), undefined);
  },
);

serverTest(
  'the files of a refused plugin lead to the place in its manifest, until that is repaired',
  { files: { [manifest]: '{\n  "name": "plug",\n  "agents": "./agents"\n}\n', [agent]: sound } },
  async client => {
    await client.diagnostics(manifest, ['useValidPath']);
    const [found] = await client.diagnostics(agent, ['noRejectedPlugin']);
    assert.match(String(found!.message), /^Not loaded: its 'plugin\.json' is rejected/);
    const [related] = found!.relatedInformation!;
    assert.match(related!.location.uri, /\/plug\/\.claude-plugin\/plugin\.json$/);
    assert.equal(related!.location.range.start.line, 2);
    await client.writeFile(manifest, '{ "name": "plug" }\n');
    await client.diagnostics(manifest, []);
    await client.diagnostics(agent, []);
    await client.open(manifest, '{ "name": "plug", }\n');
    await client.diagnostics(manifest, ['useValidJson']);
  },
);
