import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const rule = '.claude/rules/api.md';
const text = '---\npaths:\n  - "src/**/*.ts"\n  - "lib/**"\n---\nValidate.\n';

serverTest(
  'a pattern of an open rule says how many files of the project it matches',
  {
    files: {
      [rule]: text,
      'src/a.ts': '',
      'src/deep/b.ts': '',
      'node_modules/lib/c.ts': '',
    },
  },
  async client => {
    await client.open(rule, text);
    await client.diagnostics(rule, ['noUnmatchedPattern']);
    const hover = async (line: number) =>
      JSON.stringify(await client.request('textDocument/hover', rule, { position: { line, character: 8 } }));
    assert.match(await hover(2), /Matches 2 files of this project: `src\/a\.ts`, `src\/deep\/b\.ts`/);
    assert.match(await hover(3), /Matches no file of this project/);
  },
);
