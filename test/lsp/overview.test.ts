import assert from 'node:assert/strict';
import type {
  FileDetails,
  FileSummary,
  Overview,
  OverviewFolder,
} from '../../server/src/language/overview/model.ts';
import { fileDetailsRequest, overviewRequest } from '../../server/src/lsp/protocol.ts';
import { type LspClient, serverTest } from '../support/lspClient.ts';

const agent = (name: string, tools = '') =>
  `---\nname: ${name}\ndescription: Writes.\n${tools}---\nYou write.\n`;
const writer = '.claude/agents/writer.md';
const files = {
  [writer]: agent('writer', 'tools: Read\n'),
  '.claude/agents/broken.md': '---\nname: broken\n',
  'node_modules/x/.claude/agents/not.md': agent('not'),
};

const initializationOptions = { overview: true };

const overview = (client: LspClient): Promise<Overview> => client.request(overviewRequest, '');
const filesOf = (folders: readonly OverviewFolder[]): FileSummary[] =>
  folders.flatMap(folder => [...filesOf(folder.folders), ...folder.files]);
const listed = async (client: LspClient): Promise<string[]> =>
  filesOf((await overview(client)).tools).map(({ title, outcome }) => `${title}: ${outcome}`);
const details = (client: LspClient, ...paths: string[]): Promise<(FileDetails | null)[]> =>
  client.request(fileDetailsRequest, '', { uris: paths.map(path => client.uri(path)) });

serverTest(
  'the overview waits for the search of the folders and lists what it found',
  { files, initializationOptions },
  async client => {
    const { message } = await overview(client);
    assert.equal(message, '2 agents, 1 does not load');
    assert.deepEqual(await listed(client), ['broken: rejected', 'writer: loads']);
  },
);

serverTest(
  'a client that listed the files is told once that the list has changed',
  { files, initializationOptions },
  async client => {
    await overview(client);
    await client.writeFile('.claude/agents/new.md', agent('new'));
    await client.until(() => client.overviewChanges.length === 1);
    assert.deepEqual(await listed(client), ['broken: rejected', 'new: loads', 'writer: loads']);
    await client.deleteFile('.claude/agents/broken.md');
    await client.until(() => client.overviewChanges.length === 2);
    assert.deepEqual(await listed(client), ['new: loads', 'writer: loads']);
    await client.open(writer, agent('author'));
    await client.until(() => client.overviewChanges.length === 3);
    assert.deepEqual(client.overviewChanges, [{}, {}, {}]);
    assert.deepEqual(await listed(client), ['author: loads', 'new: loads']);
  },
);

serverTest(
  'a change of the text alone is told as one of details',
  { files, initializationOptions },
  async client => {
    await client.open(writer, files[writer]!);
    await overview(client);
    await client.change(writer, agent('writer', 'tools: Read, Bash\n'));
    await client.until(() => client.overviewChanges.length === 1);
    assert.deepEqual(client.overviewChanges, [{ uris: [client.uri(writer)] }]);
    const [detail] = await details(client, writer);
    assert.equal(detail?.description, 'read, run · 4 tokens');
  },
);

serverTest(
  'a client that has not asked for the overview is told of no changes',
  { files, initializationOptions },
  async client => {
    await client.diagnostics(writer, []);
    await client.writeFile(writer, agent('author'));
    await client.writeFile('.claude/agents/other.md', '---\nname: other\n');
    await client.diagnostics('.claude/agents/other.md', rules => rules.length > 0);
    await overview(client);
    assert.deepEqual(client.overviewChanges, []);
  },
);

serverTest(
  'details are read from disk, or from the editor; other files have none',
  { files, initializationOptions },
  async client => {
    const [one, other, missing] = await details(client, writer, 'README.md', '.claude/agents/missing.md');
    assert.equal(one?.description, 'read · 4 tokens');
    assert.deepEqual([other, missing], [null, null]);
  },
);
