import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import type { Field } from '../../../server/src/language/dialect/field.ts';
import {
  type FieldPath,
  fieldsBeside,
  fieldsOf,
  fieldTableOf,
} from '../../../server/src/language/dialect/fieldTable.ts';
import { claudePluginAgent } from '../../../server/src/language/tools/claudeCode/pluginAgent.ts';
import { claudeSubagent } from '../../../server/src/language/tools/claudeCode/subagent.ts';

const table = fieldsOf(claudeSubagent);

/** A field in one line: its types, and its values for completion. */
function shown(path: FieldPath): string {
  const field = table.field(path);
  if (!field) return 'unknown';
  const words = (field.values.length > 0 ? field.values : field.keys).map(({ value }) => value);
  const shownWords = words.length > 6 ? [...words.slice(0, 3), `… ${words.length}`] : words;
  return [
    `${field.types.join('|') || 'anything'}${field.required ? ', required' : ''}`,
    ...(shownWords.length > 0 ? [`${field.closed ? 'one of ' : ''}${shownWords.join(' ')}`] : []),
    ...(field.fields.length > 0 ? [`{${field.fields.map(({ name }) => name).join(' ')}}`] : []),
  ].join('; ');
}

const handlerKeys =
  'type command url server tool prompt args async asyncRewake shell if timeout statusMessage once headers allowedEnvVars input model';

const places: [FieldPath, string][] = [
  [['name'], 'string, required'],
  [['tools'], 'string|list; mcp__server__tool mcp__server'],
  [['tools', 0], 'string'],
  [['model'], 'string; inherit sonnet opus … 13'],
  [['permissionMode'], 'string; one of default acceptEdits plan auto dontAsk bypassPermissions'],
  [['effort'], 'string|integer; one of low medium high xhigh max'],
  [['background'], 'boolean; true false'],
  [['color'], 'string; red blue green … 8'],
  [['observer'], 'anything'],
  [['version'], 'unknown'],
  [['experimental'], 'map; {cacheTtl}'],
  [['experimental', 'cacheTtl'], 'string; one of 5m 1h'],
  [['experimental', 'other'], 'unknown'],
  [['hooks'], 'map; PreToolUse PostToolUse PostToolUseFailure … 34'],
  [['hooks', 'PreToolUse'], 'list'],
  [['hooks', 'PreToolUse', 0], 'map; {matcher hooks}'],
  [['hooks', 'PreToolUse', 0, 'hooks'], 'list, required'],
  [['hooks', 'Stop', 3, 'hooks', 1], `map; {${handlerKeys}}`],
  [['hooks', 'Stop', 0, 'hooks', 0, 'type'], 'string, required; one of command http mcp_tool prompt agent'],
  [['hooks', 'Stop', 0, 'hooks', 0, 'shell'], 'string; one of bash powershell'],
  [['hooks', 'Stop', 0, 'hooks', 0, 'args', 0], 'string'],
  [['hooks', 'Stop', 0, 'hooks', 0, 'headers', 'Accept'], 'string'],
  [['hooks', 'Stop', 'hooks'], 'unknown'],
  [['mcpServers', 0], 'string|map'],
  [['mcpServers', 0, 'github'], 'map; {type command url args headers env}'],
  [['mcpServers', 0, 'github', 'type'], 'string; one of stdio http sse ws'],
  [['mcpServers', 0, 'github', 'env', 'TOKEN'], 'string'],
  [['name', 'first'], 'unknown'],
  [['name', 0], 'unknown'],
];

for (const [path, expected] of places) {
  test(`${path.join('.')} is ${expected}`, () => assert.equal(shown(path), expected));
}

test('describes a hook event', () => {
  const event = table.field(['hooks', 'PreToolUse'])!;
  assert.match(event.description, /Before a tool call/);
  assert.equal(event.term?.value, 'PreToolUse');
  assert.equal(table.field(['hooks', 'Interrupt'])!.term, undefined);
});

test('selects the keys of a hook handler by its type', () => {
  const handler = table.field(['hooks', 'Stop', 0, 'hooks', 0])!;
  const keys = (present: Record<string, unknown>) =>
    fieldsBeside(handler, present)
      .map(({ name }) => name)
      .join(' ');
  assert.equal(keys({ type: 'http' }), 'type url headers allowedEnvVars if timeout statusMessage once');
  assert.equal(keys({ type: 'prompt' }), 'type prompt model if timeout statusMessage once');
  assert.equal(keys({}), handlerKeys);
  assert.equal(keys({ type: 'nonsense' }), handlerKeys);
  const required = fieldsBeside(handler, { type: 'mcp_tool' }).filter(field => field.required);
  assert.deepEqual(
    required.map(({ name }) => name),
    ['type', 'server', 'tool'],
  );
});

test('treats an MCP server without a type as a local one', () => {
  const server = table.field(['mcpServers', 0, 'github'])!;
  const keys = (present: Record<string, unknown>) => fieldsBeside(server, present).map(({ name }) => name);
  assert.deepEqual(keys({}), ['type', 'command', 'args', 'env']);
  assert.deepEqual(keys({ type: 'sse' }), ['type', 'url', 'headers']);
});

test('sorts fields in the order for authors', () => {
  assert.deepEqual(
    table.fields.slice(0, 4).map(({ name }) => name),
    ['name', 'description', 'tools', 'model'],
  );
  assert.ok(table.fields.at(-1)!.meta.hidden);
});

test('keeps metadata before an optional(), and prefers the last metadata', () => {
  const source = claudeSubagent.source;
  const made = fieldTableOf(
    z.looseObject({
      early: z.string().meta({ description: 'before', order: 2 }).optional(),
      late: z.string().meta({ description: 'inner' }).optional().meta({ description: 'after', order: 1 }),
    }),
    source,
  );
  assert.deepEqual(
    made.fields.map(({ name, description, required }) => [name, description, required]),
    [
      ['late', 'after', false],
      ['early', 'before', false],
    ],
  );
});

test('creates the table once', () => {
  assert.equal(fieldsOf(claudeSubagent), table);
  assert.notEqual(fieldsOf(claudePluginAgent), table);
});

test('a plugin’s agent needs no name and lacks the keys that plugins may not set', () => {
  const plugin = fieldsOf(claudePluginAgent);
  assert.equal(plugin.field(['name'])!.required, false);
  assert.equal(plugin.field(['name'])!.meta.kind, 'text');
  const withheld = (one: { fields: readonly Field[] }) =>
    one.fields.filter(field => field.meta.hidden).map(({ name }) => name);
  assert.deepEqual(
    withheld(plugin).filter(name => !withheld(table).includes(name)),
    ['permissionMode', 'mcpServers', 'hooks', 'initialPrompt'],
  );
});
