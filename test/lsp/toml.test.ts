import assert from 'node:assert/strict';
import { serverTest } from '../support/lspClient.ts';

const path = '.codex/agents/writer.toml';
const text =
  'name = "writer"\ndescription = "Writes."\nsandbox_mode = "none"\ndeveloper_instructions = """\nYou write.\n"""\n';

serverTest(
  'an open TOML agent has diagnostics, hover and fixes',
  { files: { [path]: text } },
  async client => {
    await client.open(path, text);
    await client.diagnostics(path, ['useKnownValue']);
    const hover = async (line: number, character: number) =>
      JSON.stringify(await client.request('textDocument/hover', path, { position: { line, character } }));
    assert.match(await hover(2, 3), /What commands may do/);
    assert.match(await hover(3, 3), /The prompt of the agent/);
    assert.equal(await hover(4, 3), 'null');
    await client.change(path, text.replace('"none"', '"read-only"'));
    await client.diagnostics(path, ['noIgnoredKey']);
    await client.change(path, text.replace('"none"', 'none'));
    await client.diagnostics(path, ['useValidToml']);
  },
);
