import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Conversion, conversionTargets, convert } from '../../../server/src/language/convert/convert.ts';
import type { Dialect } from '../../../server/src/language/dialect/dialect.ts';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { capabilitiesOf } from '../../../server/src/language/features/capabilities.ts';
import { type Snapshot, takeSnapshot } from '../../../server/src/language/snapshot.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

const reviewer = (lines: string, body = 'You review.') =>
  snapshotOf(`---\nname: reviewer\ndescription: Reviews.\n${lines}---\n${body}\n`);

function target(source: Snapshot, name: string): Dialect {
  return conversionTargets(source.dialect).find(({ names }) => names.includes(name))!.dialect;
}

function converted(source: Snapshot, name: string): Conversion {
  const result = convert(source, target(source, name));
  assert.ok(!('refusal' in result), 'refusal' in result ? result.refusal : '');
  return result;
}

const asSnapshot = ({ place, text, dialect }: Conversion): Snapshot =>
  takeSnapshot(AgentDocument.of(text, `file:///${place}`), dialect, `/${place}`);

test('tools become those of the other tool one by one, and limits stay limits', () => {
  const source = reviewer('tools: Read, Grep, Edit\n');
  for (const [name, line] of [
    ['gemini', 'tools: [read_file, grep_search, replace]'],
    ['qwen', 'tools: read_file, grep_search, edit'],
    ['factory', 'tools: Read, Grep, Edit'],
  ] as const) {
    const { text, losses, widens } = converted(source, name);
    assert.ok(text.includes(line), text);
    assert.deepEqual([losses, widens], [[], []]);
  }
  const { text, widens } = converted(source, 'opencode');
  assert.match(text, /^permission:\n {2}"\*": deny\n {2}read: allow\n {2}grep: allow\n {2}edit: allow\n---/m);
  assert.deepEqual(widens, []);
});

test('what has no counterpart is named, and never granted', () => {
  const { text, losses, widens } = converted(
    reviewer('tools: Read, mcp__tracker__search\nmodel: sonnet\ncolor: red\nmaxTurns: 5\n'),
    'gemini',
  );
  assert.match(text, /^tools: \[?read_file\]?$/m);
  assert.deepEqual(losses, [
    '`mcp__tracker__search` is left out: Gemini CLI has no exact counterpart',
    '`model: sonnet` is left out: Gemini CLI names its models otherwise',
    '`color` is left out',
    '`maxTurns` is left out',
  ]);
  assert.deepEqual(widens, []);
});

test('a limit that the other tool does not have is said to be gone', () => {
  assert.deepEqual(converted(reviewer('tools: Read\n'), 'cursor').widens, ['Cursor gives it all tools']);
  assert.deepEqual(converted(reviewer('permissionMode: plan\n'), 'qwen').widens, [
    '`permissionMode` is left out: its limit does not hold',
  ]);
});

test('a description of several lines and the prompt stay as they are', () => {
  const body = 'You review.\n\n---\n\n# Not: front matter\n\nuse `x`';
  const source = snapshotOf(`---\nname: reviewer\ndescription: "A: b.\\n\\n- c # d"\n---\n\n${body}\n\n`);
  for (const { dialect } of conversionTargets(source.dialect)) {
    const result = convert(source, dialect);
    if ('refusal' in result) continue;
    assert.ok(result.text.includes(`\n${body}\n`), result.text);
    const written = asSnapshot(result);
    const entry = written.document.entry('description');
    if (entry) assert.equal(entry.value, 'A: b.\n\n- c # d');
  }
});

test('a denied tool that comes back under a wider name is said to', () => {
  const { widens } = converted(reviewer('tools: Read, Edit\ndisallowedTools: Write\n'), 'opencode');
  assert.deepEqual(widens, ['OpenCode gives it `write` too']);
});

test('an agent without a tool that has a counterpart is not given all tools', () => {
  const source = reviewer('tools: Read, mcp__a__b\ndisallowedTools: Read\n');
  assert.deepEqual(converted(source, 'copilot').widens, []);
  assert.match(converted(source, 'copilot').text, /^tools: \[\]$/m);
});

test('permissions that become a list of tools are kept', () => {
  const text = '---\ndescription: d\nmode: subagent\npermission:\n  webfetch: deny\n---\nYou write.\n';
  const source = snapshotOf(text, { path: '.opencode/agents/writer.md' });
  assert.deepEqual(converted(source, 'claude').widens, []);
});

test('what only the user may call, and hooks, are limits', () => {
  const path = '.claude/skills/deploy/SKILL.md';
  const lines = 'disable-model-invocation: true\nhooks:\n  PreToolUse: []\nlicense: MIT\n';
  const source = snapshotOf(`---\nname: deploy\ndescription: Deploys.\n${lines}---\nDeploy.\n`, { path });
  const { losses, widens } = converted(source, 'agent-skills');
  assert.ok(
    widens.some(each => each.endsWith('lets the model call it')),
    widens.join(),
  );
  assert.ok(
    widens.some(each => each.startsWith('`hooks`')),
    widens.join(),
  );
  assert.ok(!losses.some(each => each.includes('hooks')));
});

test('the prompt of a TOML file is its value, and line ends become those of the rest', () => {
  const toml = 'name = "cx"\ndescription = "d"\ndeveloper_instructions = "Say \\"hi\\"\\nand \\\\d."\n';
  const source = snapshotOf(toml, { path: '.codex/agents/cx.toml' });
  const { text, losses } = converted(source, 'claude');
  assert.ok(text.endsWith('\nSay "hi"\nand \\d.\n'), text);
  assert.deepEqual(losses, []);
  const crlf = snapshotOf('---\r\nname: a\r\ndescription: d\r\n---\r\nOne.\r\nTwo.\r\n');
  assert.ok(!converted(crlf, 'gemini').text.includes('\r'));
});

test('what a prompt has replaced in one tool is named where another may not replace it', () => {
  const path = '.claude/commands/deploy.md';
  const command = (body: string) => snapshotOf(`---\ndescription: Deploys.\n---\n${body}\n`, { path });
  const { text, losses } = converted(command('Deploy $ARGUMENTS to $1.'), 'gemini');
  assert.match(text, /Deploy \{\{args\}\} to \$1\./);
  assert.deepEqual(losses, ['`$1` in its text may stand for something else in Gemini CLI']);
  assert.deepEqual(converted(command('Deploy $ARGUMENTS.'), 'gemini').losses, []);
  assert.ok(
    !/argument-hint/.test(
      converted(snapshotOf('prompt = "Do {{args}}."\n', { path: '.gemini/commands/do.toml' }), 'claude').text,
    ),
  );
});

test('the arguments of a command go where the other tool puts them', () => {
  const source = snapshotOf('---\ndescription: Deploys.\n---\nDeploy $ARGUMENTS now.\n', {
    path: '.claude/commands/deploy.md',
  });
  assert.match(converted(source, 'opencode').text, /^Deploy \$ARGUMENTS now\.$/m);
});

test('an agent with all tools has no list, unless its tool then gives it nothing', () => {
  const source = reviewer('');
  for (const [name, lists] of [
    ['gemini', false],
    ['qwen', false],
    ['opencode', false],
    ['openhands', true],
  ] as const) {
    const { text, widens } = converted(source, name);
    assert.equal(/^(?:tools|permission):/m.test(text), lists, text);
    assert.deepEqual(widens, []);
  }
});

test('a grant of a skill that is not carried over is named', () => {
  const source = snapshotOf(
    '---\nname: deploy\ndescription: Deploys.\nallowed-tools: Bash(git *)\n---\nDeploy.\n',
    {
      path: '.claude/skills/deploy/SKILL.md',
    },
  );
  const [{ dialect } = { dialect: undefined }] = conversionTargets(source.dialect);
  const result = convert(source, dialect!);
  assert.ok(!('refusal' in result));
  assert.deepEqual([result.losses, result.widens], [['`allowed-tools` is left out'], []]);
});

test('a file that does not load is not converted', () => {
  const source = snapshotOf('---\nname: reviewer\n---\nYou review.\n');
  assert.deepEqual(convert(source, target(source, 'gemini')), {
    refusal: 'Claude Code does not load it; repair it first',
  });
});

const agents = dialects.filter(({ defines, target }) => defines === 'agent' && target !== undefined);

test('whatever is converted loads, with its name and prompt, and may do nothing more', () => {
  const tool = fc.constantFrom(
    'Read',
    'Grep',
    'Glob',
    'Edit',
    'Write',
    'Bash',
    'WebFetch',
    'WebSearch',
    'Agent',
    'TodoWrite',
    'mcp__a__b',
    'Bash(ls *)',
  );
  const tools = fc.option(fc.uniqueArray(tool, { minLength: 1, maxLength: 6 }), { nil: undefined });
  fc.assert(
    fc.property(tools, tools, fc.constantFrom(...agents), (allowed, denied, dialect) => {
      const lines = [
        ...(allowed ? [`tools: ${allowed.join(', ')}`] : []),
        ...(denied ? [`disallowedTools: ${denied.join(', ')}`] : []),
      ];
      const source = reviewer(lines.map(line => `${line}\n`).join(''));
      if (dialect.loader.tool === source.loader.tool) return;
      const result = convert(source, dialect);
      if ('refusal' in result) return;
      const written = asSnapshot(result);
      assert.ok(written.load.loads, result.text);
      assert.equal(written.load.name, 'reviewer');
      assert.ok(result.text.includes('You review.\n'));
      const [could, can] = [source, written].map(each => capabilitiesOf(each)?.can);
      if (result.widens.length > 0 || !could || !can) return;
      for (const each of can)
        assert.ok(could.includes(each), `${lines.join('; ')} → ${each}\n${result.text}`);
    }),
    { numRuns: 300 },
  );
});
