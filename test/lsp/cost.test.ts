import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startInProcess } from '../support/inProcessServer.ts';

/** Opens a folder with files, waits for the diagnostics of one, and returns how often files were read. */
async function readsOf(
  t: TestContext,
  files: ReadonlyMap<string, string>,
  last: string,
  accepts: (codes: readonly unknown[]) => boolean,
): Promise<number> {
  let reads = 0;
  const server = await startInProcess(t, {
    find: async () => [...files.keys()].map(uri => ({ uri })),
    read: async uri => {
      if (files.has(uri)) reads++;
      return files.get(uri);
    },
    readHead: async uri => files.get(uri),
  });
  await server.diagnostics(last, accepts);
  // The answer shows that what was to be done has been done.
  await server.client.sendRequest('agentFiles/preview', { textDocument: { uri: last } });
  return reads;
}

const count = 150;
const numbers = Array.from({ length: count }, (_, at) => at);

test('files of one name are each read a few times, not once for each other', async t => {
  const files = new Map(
    numbers.map(at => [
      `file:///project/.claude/agents/a${at}.md`,
      '---\nname: same\ndescription: Writes.\n---\nYou write.\n',
    ]),
  );
  const reads = await readsOf(t, files, [...files.keys()][0]!, codes => codes.includes('noDuplicateName'));
  assert.ok(reads <= 4 * count, `${reads} reads`);
});

test('folders with a configuration each cost a few reads, not one for each file before', async t => {
  const files = new Map(
    numbers.flatMap(at => [
      [`file:///project/d${at}/.agentfilesrc`, 'ignore: [vendor]\n'],
      [`file:///project/d${at}/.claude/agents/a.md`, '---\nname: a\n---\nYou write.\n'],
    ]),
  );
  const last = `file:///project/d${count - 1}/.claude/agents/a.md`;
  const reads = await readsOf(t, files, last, codes => codes.includes('useDescription'));
  assert.ok(reads <= 4 * files.size, `${reads} reads`);
});
