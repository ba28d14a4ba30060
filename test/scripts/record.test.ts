import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
// @ts-expect-error: a script without types
import { serialized, writeCases } from '../../scripts/record/caseFile.mjs';
// @ts-expect-error: a script without types
import { distinctBatches } from '../../scripts/record/claudeCode/agents.mjs';
// @ts-expect-error: a script without types
import { toolsIn } from '../../scripts/record/claudeCode/mainAgents.mjs';
// @ts-expect-error: a script without types
import { memoryFiles } from '../../scripts/record/claudeCode/memory.mjs';
// @ts-expect-error: a script without types
import { ruleText } from '../../scripts/record/claudeCode/rules.mjs';
// @ts-expect-error: a script without types
import { listingOf, withoutSuggestion } from '../../scripts/record/claudeCode/skills.mjs';
// @ts-expect-error: a script without types
import { rolesIn } from '../../scripts/record/codex/roles.mjs';
// @ts-expect-error: a script without types
import { caseDifferences, differenceLine, updatedCase } from '../../scripts/record/compare.mjs';
// @ts-expect-error: a script without types
import { messageEvents } from '../../scripts/record/eventStream.mjs';
// @ts-expect-error: a script without types
import { startGuard } from '../../scripts/record/guard.mjs';
// @ts-expect-error: a script without types
import { rulesAdded } from '../../scripts/record/openCode/observe.mjs';
// @ts-expect-error: a script without types
import { readOptions } from '../../scripts/record/options.mjs';
// @ts-expect-error: a script without types
import { fillPlaceholders, toPlaceholders } from '../../scripts/record/placeholders.mjs';
// @ts-expect-error: a script without types
import { runProgram, startProcess } from '../../scripts/record/run.mjs';
// @ts-expect-error: a script without types
import { createSandbox } from '../../scripts/record/sandbox.mjs';
// @ts-expect-error: a script without types
import { startStandIn } from '../../scripts/record/standIn.mjs';
// @ts-expect-error: a script without types
import { tools } from '../../scripts/record/tools.mjs';

interface Event {
  readonly name: string | undefined;
  readonly data: { type: string; delta?: Record<string, unknown>; content_block?: Record<string, unknown> };
}

function eventsOf(stream: string): Event[] {
  return stream
    .split('\n\n')
    .filter(part => part !== '')
    .map(part => {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(part)!;
      return { name, data: JSON.parse(data!) };
    });
}

test('an answer of the stand-in is a stream of the events of the Messages API', () => {
  const text = eventsOf(messageEvents({ id: 'msg_1', model: 'some-model' }));
  assert.deepEqual(
    text.map(({ name }) => name),
    [
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ],
  );
  assert.ok(text.every(({ name, data }) => name === data.type));
  assert.deepEqual(text[2]!.data.delta, { type: 'text_delta', text: 'ok' });
  assert.equal(text[4]!.data.delta!.stop_reason, 'end_turn');

  const call = eventsOf(
    messageEvents({
      id: 'msg_2',
      model: 'some-model',
      call: { name: 'Read', input: { file_path: 'a "b"\n' } },
    }),
  );
  assert.deepEqual(call[1]!.data.content_block, {
    type: 'tool_use',
    id: 'toolu_msg_2',
    name: 'Read',
    input: {},
  });
  assert.deepEqual(JSON.parse(call[2]!.data.delta!.partial_json as string), { file_path: 'a "b"\n' });
  assert.equal(call[4]!.data.delta!.stop_reason, 'tool_use');
});

test('the stand-in keeps requests, and makes a call only where tools are offered', async () => {
  const standIn = await startStandIn();
  const ask = async (body: object) => {
    const response = await fetch(`${standIn.url}/v1/messages?beta=true`, {
      method: 'POST',
      body: JSON.stringify({ model: 'some-model', ...body }),
    });
    return response.text();
  };
  try {
    standIn.calls.push({ name: 'Read', input: {} });
    assert.equal(JSON.parse(await ask({})).content[0].text, 'ok');
    assert.match(await ask({ stream: true, tools: [{ name: 'Read' }] }), /"tool_use"/);
    assert.doesNotMatch(await ask({ stream: true, tools: [{ name: 'Read' }] }), /"tool_use"/);
    assert.equal(standIn.requests.length, 3);
    assert.equal((await fetch(`${standIn.url}/telemetry`)).status, 404);
    assert.equal(standIn.requests.length, 3);
  } finally {
    standIn.close();
  }
});

test('the guard refuses other hosts, and keeps their names', async () => {
  const guard = await startGuard();
  try {
    const { code } = await runProgram(process.execPath, ['-e', connect], { cwd: '.', env: guard.env });
    assert.equal(code, 0);
    assert.deepEqual([...guard.hosts], ['example.com:443']);
  } finally {
    guard.close();
  }
});

/** Asks the proxy of the environment for a tunnel to another host; exit code 0 where it refuses. */
const connect = `
  const { hostname, port } = new URL(process.env.HTTPS_PROXY);
  const { request } = require('node:http');
  request({ hostname, port, method: 'CONNECT', path: 'example.com:443' })
    .on('connect', ({ statusCode }) => process.exit(statusCode === 403 ? 0 : 1))
    .end();`;

test('differences are found in the recorded columns only, and each is one line', () => {
  const stored = { id: 'a', note: 'kept', loads: true, menu: { name: 'x', hint: '' }, log: ['w'] };
  const observed = { loads: true, menu: { name: 'y', hint: '' } };
  const columns = ['loads', 'menu', 'log'];
  const found = caseDifferences(stored, observed, columns);
  assert.deepEqual(
    found.map((one: object) => differenceLine('skills', 'a', one)),
    ['skills a: menu.name: "x" -> "y"', 'skills a: log: ["w"] -> (absent)'],
  );
  assert.deepEqual(caseDifferences(updatedCase(stored, observed, columns), observed, columns), []);
  assert.deepEqual(updatedCase(stored, observed, columns), {
    id: 'a',
    note: 'kept',
    loads: true,
    menu: { name: 'y', hint: '' },
  });
});

test('a line shows where long values differ', () => {
  const long = 'a'.repeat(200);
  const line = differenceLine('memory', 'b', { path: 'text', stored: `${long}x`, observed: `${long}y` });
  assert.ok(line.length < 160, line);
  assert.match(line, /x.* -> .*y/);
});

test('folders become placeholders and back, the longest first', () => {
  const folders = { home: '/tmp/r', project: '/tmp/r/project' };
  const value = { '/tmp/r/project/a': ['/tmp/r/b', 1, null], text: 'in /tmp/r/project and <b>' };
  const shown = { '<project>/a': ['<home>/b', 1, null], text: 'in <project> and <b>' };
  assert.deepEqual(toPlaceholders(value, folders), shown);
  assert.equal(fillPlaceholders(shown.text, folders), value.text);
});

test('files are written by layout: placeholders, links, and bytes that are not UTF-8', () => {
  const sandbox = createSandbox();
  try {
    sandbox.write({
      'sub/a.md': 'caf\\xe9 <home>\n',
      '<ext>/out.md': 'OUT é',
      'bytes.md': 'base64://4t',
      '<project>/link.md': 'LINK:<ext>/out.md',
    });
    const bytes = readFileSync(sandbox.path('sub/a.md'));
    assert.deepEqual(bytes, Buffer.from(`caf\u00e9 ${sandbox.folders.home}\n`, 'latin1'));
    assert.equal(readFileSync(sandbox.path('link.md'), 'utf8'), 'OUT é');
    assert.deepEqual([...readFileSync(sandbox.path('bytes.md'))], [0xff, 0xfe, 0x2d]);
    assert.equal(sandbox.env.HOME, sandbox.folders.home);
    assert.deepEqual(
      Object.keys(sandbox.env).filter(name => /PROXY|KEY|TOKEN/i.test(name)),
      [],
    );
  } finally {
    sandbox.remove();
  }
});

test('every stored file of the recorded kinds is written as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-files-cases-'));
  const files = tools.flatMap((tool: { kinds: Record<string, { cases: string }> }) =>
    Object.values(tool.kinds).map(({ cases }) => `test/language/tools/${cases}`),
  );
  assert.ok(files.length > 3);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    assert.equal(serialized(JSON.parse(text), text), text, file);
    const copy = join(folder, 'copy.json');
    writeFileSync(copy, text);
    const data = JSON.parse(text);
    data.version = 'newer';
    writeCases(copy, text, data);
    assert.equal(readFileSync(copy, 'utf8').split('\n').length, text.split('\n').length, file);
  }
  rmSync(folder, { recursive: true });
});

test('a tool that hangs, ends early or is not there is a clear message', async () => {
  const node = process.execPath;
  const options = { cwd: '.', env: {} };
  await assert.rejects(
    runProgram(node, ['-e', 'setInterval(() => {}, 1000)'], { ...options, limit: 200 }),
    /did nothing for 0.2 seconds/,
  );
  const hanging = startProcess(node, ['-e', 'setInterval(() => {}, 1000)'], options);
  await assert.rejects(hanging.step('at its start', new Promise(() => {}), 200), /0.2 seconds at its start/);
  await hanging.end(0);
  const ending = startProcess(node, ['-e', 'console.error("no key"); process.exit(3)'], options);
  await assert.rejects(
    ending.step('at its start', new Promise(() => {})),
    /ended at its start \(exit code 3\)\. no key/,
  );
  await assert.rejects(runProgram('/no/such/program', [], options), /no\/such\/program/);
});

test('a tool that is not installed is named with the command that installs it', async () => {
  const { code, stderr } = await runProgram(
    process.execPath,
    ['scripts/record/record.mjs', '--tool', 'claude-code', '--release', '0.0.1'],
    { cwd: '.', env: { PATH: process.env.PATH, AGENT_FILES_RECORD_CACHE: join(tmpdir(), 'no-such-cache') } },
  );
  assert.equal(code, 2);
  assert.match(
    stderr,
    /Claude Code 0\.0\.1 is not installed .*--tool claude-code --release 0\.0\.1 --install/s,
  );
});

test('arguments that mean nothing are answered with the usage', () => {
  for (const args of [
    [],
    ['--tool', 'nothing'],
    ['--tool', 'claude-code', '--kind', 'nothing'],
    ['--nothing'],
  ])
    assert.throws(() => readOptions(args, tools), /usage: npm run record/);
  const { release, kinds, ids, update } = readOptions(
    ['--tool', 'claude-code', '--kind', 'memory', '--case', 'a', '--case', 'b', '--update'],
    tools,
  );
  assert.match(release, /^\d+\.\d+\.\d+$/);
  assert.deepEqual([kinds, ids, update], [['memory'], ['a', 'b'], true]);
});

test('what a request of Claude Code says of memory, rules and skills is read from its reminders', () => {
  const reminder = [
    '<system-reminder>\nBe sure to adhere to these.\n',
    'Contents of /p/CLAUDE.md (project instructions, checked into the codebase):\n\nA\n\nB',
    '\nContents of /p/.claude/rules/r.md (project instructions, checked into the codebase):\n\nRULE\n</system-reminder>',
  ].join('\n');
  assert.deepEqual(memoryFiles(reminder), [
    { file: '/p/CLAUDE.md', as: 'project instructions, checked into the codebase', text: 'A\n\nB' },
    { file: '/p/.claude/rules/r.md', as: 'project instructions, checked into the codebase', text: 'RULE' },
  ]);
  assert.deepEqual(memoryFiles('hi'), []);
  assert.equal(ruleText(['hi', reminder], '/p/.claude/rules/r.md'), 'RULE');
  assert.equal(ruleText(['hi', reminder], '/p/CLAUDE.md'), 'A\n\nB');
  assert.equal(ruleText(['hi', reminder], '/p/other.md'), undefined);
  const listing = 'The following skills are available for use with the Skill tool:\n\n- a: b\n- c\n';
  assert.deepEqual(listingOf(['hi', listing]), ['- a: b', '- c']);
  const init = '{"type":"system","subtype":"init","tools":["Read"]}';
  assert.deepEqual(toolsIn(`{"type":"system","subtype":"status"}\n${init}\n`), ['Read']);
  assert.equal(toolsIn('not signed in\n'), undefined);
  const unknown = '<tool_use_error>Unknown skill: a.b</tool_use_error>';
  assert.equal(withoutSuggestion(unknown), unknown);
  assert.equal(withoutSuggestion(unknown.replace('a.b', 'a.b. Did you mean a.c?')), unknown);
});

test('agents share a project only where it is clear which file each of them comes from', () => {
  const one = (id: string, path: string, name: string | null, loads = true) => ({
    id,
    path,
    loads,
    project: { loads, name },
  });
  const cases = [
    one('a', 'a.md', 'x'),
    one('same file', 'a.md', 'y'),
    one('same name', 'b.md', 'x'),
    one('of no name', 'c.md', null),
    one('dropped', 'd.md', null, false),
    one('e', 'e.md', 'z'),
  ];
  assert.deepEqual(
    distinctBatches(cases).map((batch: { id: string }[]) => batch.map(({ id }) => id)),
    [['a', 'dropped', 'e'], ['same file', 'same name'], ['of no name']],
  );
});

test('the roles of Codex are read from the description of a parameter', () => {
  const description = [
    'Agent type.\nAvailable roles:',
    "mine: {\nTwo\nlines\n- This role's model is set to `m` and its reasoning effort is set to `high`. These settings cannot be changed.\n}",
    'default: {\nDefault agent.\n}',
    'worker: {\nMy own worker\n}',
  ].join('\n');
  assert.deepEqual(rolesIn([{ tools: [{ parameters: { description } }] }]), [
    { name: 'mine', description: 'Two\nlines', model: 'm', effort: 'high' },
    { name: 'worker', description: 'My own worker', model: undefined, effort: undefined },
  ]);
  assert.deepEqual(rolesIn([]), []);
});

test('the rules that a file adds stand between those that an agent has anyway', () => {
  const rule = (permission: string, action: string) => ({ permission, pattern: '*', action });
  const plain = [{ name: 'baseline', permission: [rule('*', 'allow'), rule('read', 'ask')] }];
  const added = (...rules: object[]) => rulesAdded({ name: 'mine', permission: rules }, plain);
  assert.deepEqual(added(rule('*', 'allow'), rule('edit', 'deny'), rule('read', 'ask')), ['edit * deny']);
  assert.deepEqual(added(rule('*', 'allow'), rule('read', 'ask')), []);
  assert.deepEqual(added(rule('*', 'deny')), ['* * deny']);
});
