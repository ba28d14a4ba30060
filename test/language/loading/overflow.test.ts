import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { type Place, snapshotOf } from '../../support/diagnostics.ts';

/** The diagnostics of a text as `severity rule: message`. */
function found(text: string, place: Place = {}): string[] {
  return diagnose(snapshotOf(text, place)).map(
    ({ severity, rule, message }) => `${severity} ${rule.id}: ${message}`,
  );
}

function agent(lines: string): string {
  return `---\nname: store\n${lines}---\nYou write listings.\n`;
}

const dialogue = [
  'description: Use it for shop listings. Examples:\\n\\n<example>\\nContext: A launch\\n',
  'user: "We launch next week. Help"\\nassistant: "I prepare the listing."\\n</example>\\n',
  'user: "Downloads fell"\\nassistant: "I look for the cause."\\n</example>\\n',
  'user: "Which words?"\\nassistant: "I research them."\\n</example>',
]
  .map(line => `${line}\n`)
  .join('');
const tags = `description: Use it for shop listings.\n\nExamples:\n<example>\nContext: A launch\nuser: "We launch"\nassistant: "I prepare it."\n<commentary>\nIt is a launch.\n</commentary>\n</example>\n`;
const prose = 'description: Use it for shop listings.\nIt also does other things.\n- and lists\n';
const speakers = 'description: Use it for listings\nuser: hello there\nassistant: I do that\nuser: more\n';

const tools = [
  'claude-subagent',
  'claude-plugin-agent',
  'claude-command',
  'gemini-agent',
  'copilot-agent',
  'opencode-agent',
  'qoder-agent',
  'kimi-agent',
  'cursor-agent',
  'factory-droid',
];

test('a description that goes on at the margin is one finding, in every tool', () => {
  for (const dialect of tools)
    for (const lines of [dialogue, tags, prose, speakers]) {
      const all = found(agent(lines), { dialect });
      const about = all.filter(line =>
        /useBlockScalar|noUnknownKey|noDuplicateKey|Yaml|useQuoted|noLiteral/.test(line),
      );
      assert.equal(about.length, 1, `${dialect}\n${lines}\n${all.join('\n')}`);
      assert.match(
        about[0]!,
        /^(?:error|warning) useBlockScalar: `description` ends on its line; the lines below are lost\. /,
        dialect,
      );
    }
});

test('the severity is that of what the tool does', () => {
  assert.match(
    found(agent(speakers))[0]!,
    /^warning .*Claude Code does not read them as part of the value\./,
  );
  assert.match(found(agent(prose))[0]!, /^error .*Claude Code does not load this file\./);
  assert.match(
    found(agent(speakers), { dialect: 'gemini-agent' })[0]!,
    /^error .*Gemini CLI does not load the file\./,
  );
});

/** The text after the quick fix. */
function fixed(text: string, place: Place = {}): string {
  const [diagnostic] = diagnose(snapshotOf(text, place)).filter(({ rule }) => rule.id === 'useBlockScalar');
  const [fix] = fixesOf(diagnostic!);
  assert.ok(fix, text);
  return applyFix(text, fix);
}

test('the fix is a block with all of the lines, after which nothing is left to say', () => {
  assert.equal(
    fixed(agent(prose)),
    agent('description: |-\n  Use it for shop listings.\n  It also does other things.\n  - and lists\n'),
  );
  for (const dialect of ['claude-subagent', 'gemini-agent', 'copilot-agent', 'qoder-agent'])
    for (const lines of [dialogue, tags, prose, speakers]) {
      const after = fixed(agent(lines), { dialect });
      const { load } = snapshotOf(after, { dialect });
      assert.equal(load.loads, true, after);
      assert.match(load.description!, /^Use it for [\s\S]*(?:<\/example>|and lists|user: more)$/, after);
      assert.deepEqual(found(after, { dialect }), [], after);
    }
});

test('a literal line break becomes a line break in the block', () => {
  assert.match(
    fixed(agent(dialogue)),
    /description: \|-\n {2}Use it for shop listings\. Examples:\n\n {2}<example>\n {2}Context: A launch\n {2}user: "We launch next week\. Help"\n {2}assistant: /,
  );
});

test('any key can go on at the margin; a list of tools is written on one line', () => {
  const command =
    '---\ndescription: Ships.\nargument-hint: name of the branch\nand the number of the ticket\n---\nShip it.\n';
  const [only] = found(command, { dialect: 'claude-command' });
  assert.match(only!, /useBlockScalar: `argument-hint` ends on its line/);
  const list = agent('description: Writes texts.\ntools: Read, Grep,\nEdit, Write\nmodel: opus\n');
  assert.equal(
    fixed(list),
    agent('description: Writes texts.\ntools: Read, Grep, Edit, Write\nmodel: opus\n'),
  );
});

test('custom keys, comments, lists and words without a colon are not text that goes on', () => {
  const quiet = [
    'description: Writes texts.\nauthor: me\nversion: 1\n',
    'description: Writes texts.\nexamples:\n  - one\noutput: json\n',
    'description: Writes texts.\n# a comment about it\nmodel: opus\n',
    'description: |\n  Writes texts.\n  user: hi\n  assistant: ho\n',
    'description: Writes texts\n  over two lines.\nmodel: opus\n',
    'description: Writes texts.\nuser: me\n',
    'description: Writes texts.\ntools:\n- Read\n- Grep\n',
    'description: Writes texts.\nmodelopus\n',
    'description: Writes texts.\nmodel:opus\n',
  ];
  for (const lines of quiet)
    assert.ok(!found(agent(lines)).some(line => line.includes('useBlockScalar')), lines);
});
