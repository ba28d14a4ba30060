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

serverTest(
  'the preview of a rule says how many files its patterns match, and which',
  { files: { [rule]: text, 'src/a.ts': '', 'src/<b>.ts': '' } },
  async client => {
    await client.open(rule, text);
    await client.diagnostics(rule, ['noUnmatchedPattern']);
    const { html } = await client.request<{ html: string }>('agentFiles/preview', rule);
    const section = /<section id="matches"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    assert.match(section, /Where it applies <span class="size">2 files of this project</);
    assert.match(section, /<code>src\/\*\*\/\*\.ts<\/code>: <strong>2 files<\/strong>/);
    assert.match(section, /<code>src\/&lt;b&gt;\.ts<\/code>/);
    assert.match(section, /<code>lib\/\*\*<\/code>: <strong>no file<\/strong>/);
  },
);

serverTest(
  'the preview of a file without patterns does not speak of files that it applies to',
  { files: { 'CLAUDE.md': 'Be brief.\n' } },
  async client => {
    await client.open('CLAUDE.md', 'Be brief.\n');
    await client.diagnostics('CLAUDE.md', []);
    const { html } = await client.request<{ html: string }>('agentFiles/preview', 'CLAUDE.md');
    assert.ok(!html.includes('id="matches"'));
  },
);
