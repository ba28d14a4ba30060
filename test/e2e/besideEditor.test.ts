import assert from 'node:assert/strict';
import type { Context } from 'mocha';
import {
  type CompletionList,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type MarkdownString,
  version,
} from 'vscode';
import { closeAll, diagnosticOf, openAgent, openFile, ruleOf } from './support/agentEditor.ts';
import { shownLabels } from './support/page.ts';
import { until } from './support/until.ts';

const files = {
  skill: '.claude/skills/probe/SKILL.md',
  standardSkill: '.agents/skills/probe/SKILL.md',
  agent: '.github/agents/probe.agent.md',
  prompt: '.github/prompts/probe.prompt.md',
  instructions: '.github/instructions/probe.instructions.md',
  rule: '.claude/rules/probe.md',
};

const named = (front: string) => `---\nname: probe\ndescription: Probes.\n${front}\n---\nProbe.\n`;

/** The labels at the caret: our items together with VS Code's own. */
async function labelsAt(path: string, textWithCaret: string): Promise<string[]> {
  const editor = await openFile(path, textWithCaret);
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** What VS Code does by itself is recorded for this release; an older one does less, and otherwise. */
function needsRecordedRelease(this: Context): void {
  if (isBefore(139)) this.skip();
}

function isBefore(release: number): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 1 && minor < release;
}

describe('an older release, whose built-in support is not recorded', () => {
  before(function () {
    if (!isBefore(128)) this.skip();
  });
  afterEach(closeAll);

  it('gets everything from the extension, although it has the language of the file', async () => {
    const { document } = await openFile(files.prompt, '---\ndescription: Probes.\nmode: ask\n---\nProbe.\n');
    assert.equal(document.languageId, 'prompt');
    await diagnosticOf(document, 'noDeprecatedKey');
  });
});

describe('the merged completion list of file kinds that VS Code supports', () => {
  before(needsRecordedRelease);
  afterEach(closeAll);

  /** `has`: a label of VS Code's, and one of ours, where it leaves something to us. */
  const cases: { path: string; text: string; has: string[] }[] = [
    { path: files.skill, text: '---\n¦\n---\nProbe.\n', has: ['name', 'allowed-tools'] },
    { path: files.skill, text: named('¦'), has: ['user-invocable', 'model'] },
    { path: files.skill, text: named('e¦'), has: ['context', 'effort'] },
    { path: files.skill, text: named('user-invocable: ¦'), has: ['true', 'false'] },
    { path: files.skill, text: named('user-invocable:¦'), has: ['true', 'false'] },
    { path: files.skill, text: named('context: ¦'), has: ['fork'] },
    { path: files.skill, text: named('allowed-tools: ¦'), has: ['Read'] },
    { path: files.skill, text: named('metadata:\n  a: b\n¦'), has: ['context', 'model'] },
    { path: files.standardSkill, text: named('¦'), has: ['license', 'allowed-tools'] },
    { path: files.agent, text: '---\n¦\n---\nProbe.\n', has: ['name', 'skills'] },
    { path: files.agent, text: named('¦'), has: ['tools', 'skills'] },
    { path: files.agent, text: named('target: ¦'), has: ['vscode', 'github-copilot'] },
    { path: files.agent, text: named('target: github-copilot\n¦'), has: ['tools', 'model'] },
    { path: files.agent, text: named('reasoning-effort: ¦'), has: ['high'] },
    { path: files.agent, text: named('tools: [¦]'), has: ['read', 'search'] },
    { path: files.agent, text: named('tools: ¦'), has: ['read', 'search'] },
    { path: files.agent, text: named('tools: [read, ¦]'), has: ['agent', 'search'] },
    { path: files.agent, text: named("tools: ['¦']"), has: ['read', 'search'] },
    { path: files.agent, text: named('tools:\n  - ¦'), has: ['read', 'search'] },
    { path: files.agent, text: named('tools:\n  - r¦'), has: ['read', 'search'] },
    { path: files.agent, text: named('target: github-copilot\ntools: [¦]'), has: ['search', 'web'] },
    { path: files.agent, text: named('handoffs:\n  - label: Go\n    ¦'), has: ['agent', 'prompt'] },
    { path: files.agent, text: named('handoffs:\n  ¦'), has: ['label', '- model'] },
    { path: files.agent, text: named('hooks:\n  p¦'), has: ['PreToolUse', 'preToolUse'] },
    {
      path: files.agent,
      text: named('hooks:\n  PreToolUse:\n    - type: command\n      ¦'),
      has: ['command', 'matcher'],
    },
    {
      path: files.agent,
      text: named('hooks:\n  PreToolUse:\n    - type: c¦'),
      has: ['command', 'type: command'],
    },
    { path: files.agent, text: named('github:\n  permissions:\n    contents: ¦'), has: ['read'] },
    { path: files.prompt, text: named('¦'), has: ['agent', 'tools'] },
    { path: files.prompt, text: named('tools: [¦]'), has: ['read', 'search'] },
    { path: files.prompt, text: named('tools:\n  ¦'), has: ['agent', '- agent'] },
    { path: files.instructions, text: named('¦'), has: ['applyTo', 'excludeAgent'] },
    { path: files.instructions, text: named('excludeAgent: ¦'), has: ['code-review'] },
    { path: files.rule, text: '---\n¦\n---\nProbe.\n', has: ['paths'] },
  ];
  for (const { path, text, has } of cases) {
    it(`lists everything once in ${path} at ${JSON.stringify(text)}`, async () => {
      const labels = await until(
        'completions',
        async () => {
          const found = await labelsAt(path, text);
          return has.every(label => found.includes(label)) && found;
        },
        5_000,
      ).catch(() => labelsAt(path, text));
      const repeated = labels.filter((label, index) => labels.indexOf(label) !== index);
      assert.deepEqual(repeated, [], `repeated among ${labels.join(', ')}`);
      assert.deepEqual(
        has.filter(label => !labels.includes(label)),
        [],
        `missing among ${labels.join(', ')}`,
      );
    });
  }
});

describe('the completion list of a Claude Code agent', () => {
  before(needsRecordedRelease);
  afterEach(closeAll);

  it('has one order for VS Code’s items and ours', async () => {
    await openAgent('completed.md', '---\nname: probe\ndescription: Probes.\nmodel: ¦\n---\nProbe.\n');
    await commands.executeCommand('editor.action.triggerSuggest');
    const labels = await until('both in the list', async () => {
      const shown = await shownLabels();
      return ['fable', 'haiku'].every(label => shown.includes(label)) && shown;
    });
    assert.deepEqual(labels, [...labels].sort());
  });
});

describe('the hovers of file kinds that VS Code supports', () => {
  before(needsRecordedRelease);
  afterEach(closeAll);

  for (const [path, front, word] of [
    [files.skill, 'user-invocable: false', 'user-invocable'],
    [files.skill, 'allowed-tools: Read', 'allowed-tools'],
    [files.agent, 'tools: [read, search]', 'tools'],
    [files.agent, 'tools: [read, search]', 'read'],
    [files.agent, 'target: vscode', 'target'],
    [files.prompt, 'agent: ask', 'agent'],
    [files.instructions, "applyTo: '**'", 'applyTo'],
    [files.rule, 'paths: ["a"]', 'paths'],
  ] as const) {
    it(`repeats nothing about ${word} in ${path}`, async () => {
      const text = named(front);
      const { document } = await openFile(path, text);
      const at = document.positionAt(text.indexOf(word, text.indexOf(front)) + 1);
      const said = await until('hovers', async () => {
        const hovers = await commands.executeCommand<Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          at,
        );
        const found = hovers.flatMap(({ contents }) =>
          contents.map(content => (content as MarkdownString).value ?? String(content)),
        );
        return found.some(one => one.includes('[Documentation](')) && found;
      });
      // Each thing has one title at most: VS Code's own explanation goes without.
      const titles = said.filter(one => one.startsWith(`**\`${word}\``));
      const others = said.filter(one => !one.includes('[Documentation](') && one.trim() !== '');
      assert.ok(titles.length + Math.min(others.length, 1) <= 1, said.join('\n---\n'));
      const sentences = said.flatMap(one => one.split(/(?<=[.!?])\s+|\n+/)).map(part => part.trim());
      assert.deepEqual(
        sentences.filter((one, index) => one.length > 12 && sentences.indexOf(one) !== index),
        [],
      );
    });
  }
});

describe('the diagnostics of file kinds that VS Code supports', () => {
  before(needsRecordedRelease);
  afterEach(closeAll);

  /** A file with a problem, the text that VS Code marks for it, and our rules about what it does not report. */
  const cases: { path: string; text: string; marked: string; rules?: string[] }[] = [
    { path: files.agent, text: named('target: VSCode'), marked: 'VSCode', rules: ['noIgnoredKey'] },
    { path: files.agent, text: named('user-invocable: yes'), marked: 'yes' },
    { path: files.agent, text: named('disable-model-invocation: "true"'), marked: '"true"' },
    { path: files.agent, text: named('agents: helper'), marked: 'helper', rules: ['noIgnoredKey'] },
    { path: files.agent, text: named('handoffs: 5'), marked: '5', rules: ['noIgnoredKey'] },
    { path: files.agent, text: named('tools: [read, Raed]'), marked: 'Raed' },
    { path: files.agent, text: named('nope: 1'), marked: 'nope: 1' },
    { path: files.agent, text: named('description: Again.'), marked: 'description' },
    { path: files.agent, text: named('nope: 1\nskills: 5'), marked: 'nope: 1', rules: ['useValidType'] },
    { path: files.prompt, text: named('mode: ask'), marked: 'mode: ask' },
    { path: files.prompt, text: named('argument-hint: [a]'), marked: 'argument-hint: [a]' },
    { path: files.prompt, text: named('tools: {a: b}'), marked: '{a: b}' },
    { path: files.prompt, text: named('nope: 1'), marked: 'nope: 1' },
    { path: files.instructions, text: named('applyTo: ""'), marked: '""' },
    { path: files.instructions, text: named('applyTo: [a]'), marked: '[a]' },
    { path: files.instructions, text: named('nope: 1'), marked: 'nope: 1' },
    { path: files.skill, text: named('user-invocable: yes'), marked: 'yes' },
    { path: files.skill, text: named('nope: 1'), marked: 'nope: 1' },
    { path: files.standardSkill, text: named('nope: 1'), marked: 'nope: 1' },
    { path: files.standardSkill, text: named('').replace('name: probe', 'name: other'), marked: 'other' },
    {
      path: files.standardSkill,
      text: named('').replace('name: probe\n', ''),
      marked: '---',
      rules: ['useName'],
    },
  ];
  for (const { path, text, marked, rules = [] } of cases) {
    it(`repeat nothing in ${path} with ${JSON.stringify(text)}`, async () => {
      const { document } = await openFile(path, text);
      const all = () => languages.getDiagnostics(document.uri);
      const isOurs = ({ source }: Diagnostic) => source === 'agent-files';
      await until(`VS Code’s mark at ${marked}`, () =>
        all().some(one => !isOurs(one) && document.getText(one.range) === marked),
      );
      // Ours have come, too, once the server has answered a later request about the same text.
      await commands.executeCommand('vscode.executeHoverProvider', document.uri, document.positionAt(5));
      const ours = await until(
        `ours: ${rules.join(', ') || 'none'}; there are ${all().filter(isOurs).map(ruleOf)}`,
        () => {
          // VS Code does not say that its prompt files are deprecated.
          const found = all().filter(one => isOurs(one) && ruleOf(one) !== 'noDeprecatedFile');
          return found.map(ruleOf).sort().join() === [...rules].sort().join() && found;
        },
        5_000,
      );
      assert.ok(ours);
    });
  }
});
