import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const sound = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';
const unknownTool = sound.replace('---\nYou', 'tools: Read, Grpe\n---\nYou');
const agent = '.claude/agents/writer.md';

serverTest(
  'a folder added later is checked with its plugins and its configuration',
  {
    opened: 'first',
    files: {
      [`first/${agent}`]: unknownTool,
      [`second/${agent}`]: unknownTool,
      'second/.agentfilesrc': 'rules: { useKnownTool: error }\n',
      'second/plug/.claude-plugin/plugin.json': '{"name": "plug"}',
      'second/plug/agents/writer.md': unknownTool,
    },
  },
  async client => {
    await client.diagnostics(`first/${agent}`, ['useKnownTool']);
    assert.equal(client.published(`second/${agent}`), undefined);
    await client.changeFolders({ added: ['second'] });
    const [diagnostic] = await client.diagnostics(`second/${agent}`, ['useKnownTool']);
    assert.equal(diagnostic!.severity, 1);
    await client.diagnostics('second/plug/agents/writer.md', ['useKnownTool']);
  },
);

serverTest(
  'a folder of agents opened on its own has the same agents as in its project',
  {
    opened: 'project/.claude/agents',
    files: { [`project/${agent}`]: unknownTool, 'project/.claude/agents/team/b.md': unknownTool },
  },
  async client => {
    await client.diagnostics(`project/${agent}`, ['noDuplicateName', 'useKnownTool']);
    await client.diagnostics('project/.claude/agents/team/b.md', ['noDuplicateName', 'useKnownTool']);
  },
);

serverTest(
  'a subfolder opened on its own uses the configuration of its project',
  {
    opened: 'project/packages/one',
    files: {
      'project/.git/HEAD': '',
      'project/.agentfilesrc': 'rules: { useKnownTool: error }\n',
      '.agentfilesrc': 'rules: { useKnownTool: off }\n',
      [`project/packages/one/${agent}`]: unknownTool,
      [`project/packages/two/${agent}`]: unknownTool,
    },
  },
  async client => {
    const path = `project/packages/one/${agent}`;
    const isError = (of: readonly { readonly severity?: number }[]) => of[0]?.severity === 1;
    assert.ok(isError(await client.diagnostics(path, ['useKnownTool'])));
    assert.ok(client.watched.includes(client.uri('project/.agentfilesrc')), client.watched.join());
    await client.writeFile('project/.agentfilesrc', `ignore: ["packages/*/${agent}"]\n`);
    await client.diagnostics(path, []);
    await client.writeFile('project/.agentfilesrc', 'rules: { useKnownTools: off }\n');
    await client.diagnostics(path, ['useKnownTool']);
    await client.diagnostics('project/.agentfilesrc', errors => errors.length === 1);
    // Files beside the opened folder are not checked, whatever a file above both says.
    assert.equal(client.published(`project/packages/two/${agent}`), undefined);
    await client.changeFolders({ removed: ['project/packages/one'] });
    await client.diagnostics('project/.agentfilesrc', []);
  },
);

serverTest(
  'a file outside the open folders has diagnostics only while it is open',
  { opened: 'first', files: { 'first/x.md': '', [`second/${agent}`]: unknownTool } },
  async client => {
    await client.open(`second/${agent}`, unknownTool);
    await client.diagnostics(`second/${agent}`, ['useKnownTool']);
    await client.close(`second/${agent}`);
    await client.diagnostics(`second/${agent}`, []);
  },
);

serverTest(
  'configuration above the root of a repository is ignored',
  {
    opened: 'project',
    files: {
      '.agentfilesrc': 'rules: { useKnownTool: off }\n',
      'project/.git/HEAD': '',
      [`project/${agent}`]: unknownTool,
    },
  },
  async client => {
    await client.diagnostics(`project/${agent}`, ['useKnownTool']);
    await client.open(`project/${agent}`, unknownTool.replace('Grpe', 'Grap'));
    await client.diagnostics(`project/${agent}`, ['useKnownTool']);
  },
);

serverTest(
  'a subfolder of a plugin opened on its own still belongs to the plugin',
  {
    opened: 'plug/agents',
    files: {
      'plug/.claude-plugin/plugin.json': '{"name": "plug"}',
      'plug/agents/writer.md': sound.replace('---\nYou', 'permissionMode: plan\n---\nYou'),
    },
  },
  async client => {
    await client.diagnostics('plug/agents/writer.md', ['noIgnoredKey']);
  },
);

serverTest(
  'a document outside the open folders uses the configuration of its project',
  {
    opened: 'first',
    files: {
      'second/.git/HEAD': '',
      'second/.agentfilesrc': 'rules: { useKnownTool: off }\n',
      [`second/${agent}`]: unknownTool,
    },
  },
  async client => {
    const path = `second/${agent}`;
    await client.open(path, unknownTool.replace('Writes.', '""'));
    await client.diagnostics(path, ['useDescription']);
  },
);

serverTest(
  'an unreadable folder does not keep other folders from being checked',
  { opened: 'first', files: { 'first/x.md': '', [`second/${agent}`]: unknownTool } },
  async client => {
    // Nobody answers for files of that scheme.
    await client.changeFolders({ added: ['elsewhere://host/p', 'missing', 'second', 'second/.claude'] });
    await client.diagnostics(`second/${agent}`, ['useKnownTool']);
  },
);

serverTest(
  'imports are resolved in all open folders',
  { opened: 'first', files: { 'first/CLAUDE.md': sound, 'second/CLAUDE.md': '@missing.md\n' } },
  async client => {
    const memory = 'first/CLAUDE.md';
    const missingIn = (folder: string, name: string) => `See @${name}.md and @../${folder}/${name}.md.\n`;
    await client.open(memory, missingIn('second', 'a'));
    await client.diagnostics(memory, ['noMissingImport']);
    await client.changeFolders({ added: ['second'] });
    await client.diagnostics('second/CLAUDE.md', ['noMissingImport']);
    await client.change(memory, missingIn('second', 'b'));
    await client.diagnostics(memory, ['noMissingImport', 'noMissingImport']);
    await client.changeFolders({ removed: ['second'] });
    await client.change(memory, missingIn('second', 'c'));
    await client.diagnostics(memory, ['noMissingImport']);
  },
);

serverTest(
  'imports are resolved again when a folder is added or removed',
  { opened: 'first', files: { 'first/CLAUDE.md': '@a.md @../second/a.md\n', 'second/x.md': '' } },
  async client => {
    await client.diagnostics('first/CLAUDE.md', ['noMissingImport']);
    await client.changeFolders({ added: ['second'] });
    await client.diagnostics('first/CLAUDE.md', ['noMissingImport', 'noMissingImport']);
    await client.changeFolders({ removed: ['second'] });
    await client.diagnostics('first/CLAUDE.md', ['noMissingImport']);
  },
);

serverTest(
  'a folder removed during its check leaves no diagnostics',
  {
    opened: 'first',
    files: { 'first/x.md': '', [`second/${agent}`]: unknownTool, [`third/${agent}`]: unknownTool },
  },
  async client => {
    await client.changeFolders({ added: ['second'] });
    await client.changeFolders({ removed: ['second'] });
    await client.changeFolders({ added: ['third'] });
    await client.diagnostics(`third/${agent}`, ['useKnownTool']);
    assert.deepEqual(client.published(`second/${agent}`) ?? [], []);
  },
);

serverTest(
  'a configuration file applies to the files below it, with unsaved changes',
  { files: { [agent]: unknownTool, '.agentfilesrc': 'rules: { useKnownTool: off }\n' } },
  async client => {
    await client.diagnostics(agent, []);
    await client.open('.agentfilesrc', 'rules: { useKnownTool: error }\n', 'yaml');
    const [diagnostic] = await client.diagnostics(agent, ['useKnownTool']);
    assert.equal(diagnostic!.severity, 1);
    await client.change('.agentfilesrc', 'rules: { useKnownTools: error }\n');
    await client.diagnostics('.agentfilesrc', errors => errors.length === 1);
    await client.close('.agentfilesrc');
    await client.diagnostics('.agentfilesrc', []);
    await client.diagnostics(agent, []);
    await client.deleteFile('.agentfilesrc');
    await client.diagnostics(agent, ['useKnownTool']);
  },
);

serverTest(
  'files are checked again when the configuration no longer ignores them',
  {
    files: {
      [agent]: unknownTool,
      'plug/.claude-plugin/plugin.json': '{"name": "plug"}',
      'plug/agents/writer.md': unknownTool,
      '.agentfilesrc': '{}',
    },
  },
  async client => {
    const both = [agent, 'plug/agents/writer.md'];
    for (const path of both) await client.diagnostics(path, ['useKnownTool']);
    await client.writeFile('.agentfilesrc', 'ignore: ["**/writer.md"]\n');
    for (const path of both) await client.diagnostics(path, []);
    await client.writeFile('.agentfilesrc', 'ignore: ["**/reader.md"]\n');
    for (const path of both) await client.diagnostics(path, ['useKnownTool']);
    await client.writeFile('plug/agents/.agentfilesrc', 'ignore: ["*.md"]\n');
    await client.diagnostics('plug/agents/writer.md', []);
    await client.deleteFile('plug/agents/.agentfilesrc');
    await client.diagnostics('plug/agents/writer.md', ['useKnownTool']);
  },
);

serverTest(
  'removing a folder clears the diagnostics of all files that are not open',
  {
    files: {
      'first/.claude/agents/writer.md': unknownTool,
      'second/.claude/agents/writer.md': unknownTool,
      'second/.claude/agents/reader.md': unknownTool.replace('writer', 'reader'),
      'second/.agentfilesrc': 'rulez: {}\n',
    },
    opened: 'first',
  },
  async client => {
    await client.changeFolders({ added: ['second'] });
    const [open, closed] = ['second/.claude/agents/writer.md', 'second/.claude/agents/reader.md'];
    await client.open(open, unknownTool);
    await client.diagnostics(open, ['useKnownTool']);
    await client.diagnostics(closed, ['useKnownTool']);
    await client.diagnostics('second/.agentfilesrc', errors => errors.length === 1);
    await client.changeFolders({ removed: ['second'] });
    await client.diagnostics(closed, []);
    await client.diagnostics('second/.agentfilesrc', []);
    assert.deepEqual(client.published(open), ['useKnownTool']);
    await client.diagnostics('first/.claude/agents/writer.md', ['useKnownTool']);
  },
);
