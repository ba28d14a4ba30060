import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextEdit } from 'vscode-languageserver-types';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import { completionsAt } from '../../../server/src/language/features/completions.ts';
import { hoverAt } from '../../../server/src/language/features/hover.ts';
import { nothingLoaded } from '../../../server/src/language/loading/loader.ts';
import type { Snapshot } from '../../../server/src/language/snapshot.ts';
import { claudeSubagent } from '../../../server/src/language/tools/claudeCode/subagent.ts';
import { emptyWorkspace } from '../../../server/src/language/workspaceIndex.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';

const builtInSupport = claudeSubagent.builtInSupport![0];

/** A snapshot without the loader's answer, which these features hardly need and which has tests of its own. */
function typed(text: string): Snapshot {
  return {
    document: AgentDocument.of(text, 'file:///project/.claude/agents/x.md'),
    dialect: claudeSubagent,
    path: '/project/.claude/agents/x.md',
    loader: claudeSubagent.loader,
    load: nothingLoaded,
    workspace: emptyWorkspace,
    references: () => [],
    furtherReadings: () => [],
  };
}

/** Asks for completion and hover, and holds what no answer may break: edits of one line, around the cursor. */
function ask(snapshot: Snapshot, offset: number): void {
  const { document } = snapshot;
  for (const { item, documentation } of completionsAt(snapshot, offset)) {
    documentation();
    const { start, end } = (item.textEdit as TextEdit).range;
    assert.equal(start.line, end.line, `${item.label}: one line`);
    assert.ok(
      document.offsetAt(start) <= offset && offset <= document.offsetAt(end),
      `${item.label}: around the cursor`,
    );
  }
  completionsAt(snapshot, offset, { builtInSupport });
  hoverAt(snapshot, offset, { builtInSupport });
}

/** Everything that somebody who types `text` sees: the whole front matter by character, the body in strides. */
function typeThrough(text: string): void {
  const { frontMatter } = AgentDocument.of(text, 'file:///x.md');
  const stride = Math.max(1, Math.floor((text.length - frontMatter.body.start) / 20));
  for (let length = 0; length <= text.length; length += length < frontMatter.body.start ? 1 : stride) {
    const snapshot = typed(text.slice(0, length));
    ask(snapshot, length);
    ask(snapshot, (length * 7919) % (length + 1));
  }
}

sharedTest('completion and hover work at every prefix of every sample', () => {
  const samples = readdirSync(sharedPath('samples'));
  assert.ok(samples.length > 0);
  for (const sample of samples) typeThrough(readFileSync(sharedPath(`samples/${sample}`), 'utf8'));
});

const fixtures: Record<string, string> = {
  'every shape': [
    '---',
    'name: "a: b" # c',
    "description: 'it''s",
    "  here'",
    'tools: [Read, "Grep",',
    '  Agent(a, b), # c',
    ']',
    'disallowedTools:',
    '- mcp__*',
    '- Bash(rm:*)',
    'hooks: # c',
    '  PreToolUse:',
    '    - matcher: "Edit|Write"',
    '      hooks:',
    '        - type: command',
    '          command: >-',
    '            x',
    '            y',
    '  Stop: [{ hooks: [{ type: prompt, prompt: "🤖" }] }]',
    'mcpServers:',
    '  - github',
    '  - own: { command: npx, args: [a, b] }',
    '\tbackground: &a yes',
    'initialPrompt: *a',
    '---',
    'Body.',
  ].join('\n'),
  'CRLF and a byte order mark': '\uFEFF---\r\nname: a\r\ntools:\r\n  - Read\r\n---\r\nBody.\r\n',
  'no front matter at all': '# Notes\n\nname: a\n',
  'hostile YAML': '---\na: &a [*a, *a]\n<<: *b\n? x\n: y\n!!js/function z: 1\n- {a: [b}\n%TAG\n...\n--- js\n',
};
for (const [name, text] of Object.entries(fixtures)) {
  test(`completion and hover work at every prefix of a file with ${name}`, () => typeThrough(text));
}

test('completion and hover work at any offset of any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'tools: ',
      'hooks:',
      '  PreToolUse:',
      '    - ',
      'mcpServers:\n  - a:',
      'model: "',
      '---',
      '# c',
      '  - Read',
      'tools: [',
      'Agent(a, ',
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.nat(), (lines, at) => {
      const text = `---\n${lines.join('\n')}`;
      ask(typed(text), at % (text.length + 1));
    }),
    { numRuns: 1_000 },
  );
});
