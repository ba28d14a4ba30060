import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, codeActionsAt } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { toLspDiagnostic } from '../../../server/src/language/features/lspDiagnostics.ts';
import { type Place, snapshotOf } from '../../support/diagnostics.ts';

/** The diagnostics of a text as lines `text under the squiggle: severity rule message`. */
function found(text: string, place: Place = {}): string[] {
  return diagnose(snapshotOf(text, place)).map(
    ({ range, severity, rule, message }) =>
      `${text.slice(range.start, range.end)}: ${severity} ${rule.id} ${message}`,
  );
}

function agent(frontMatter: string, name = 'name: writer\n'): string {
  return `---\n${name}description: Writes texts.\n${frontMatter}---\nYou write texts.\n`;
}

/** The text after the fix with this title, where the cursor is at the first `at`. */
function fixed(text: string, title: string, place: Place = {}, at?: string): string {
  const start = at === undefined ? 0 : text.indexOf(at);
  const range = at === undefined ? undefined : { start, end: start + at.length };
  const fixes = diagnose(snapshotOf(text, place)).flatMap(diagnostic => fixesOf(diagnostic, range));
  const fix = fixes.find(each => each.title === title);
  assert.ok(fix, `${title} is not among ${fixes.map(each => each.title).join(', ')}`);
  return applyFix(text, fix);
}

const custom = 'version: 1.0.0\nauthor: Someone\ncreated: 2026-01-01\n';

test('unknown keys of a file are one hint at the first of them, which lists them', () => {
  const skill = { path: '.claude/skills/writer/SKILL.md' };
  assert.deepEqual(found(agent(custom), skill), [
    'version: hint noUnknownKey Unknown keys `version`, `author`, and `created`. Claude Code ignores them. Declare custom keys under `fields` in `.agentfilesrc`.',
  ]);
});

test('unknown keys are one finding in every tool, as severe as what the tool does', () => {
  const keys = 'zzteam: a\nzzowner: b\nzzticket: c\n';
  const cases: readonly (readonly [dialect: string, severity: string])[] = [
    ['claude-subagent', 'hint'],
    ['claude-plugin-agent', 'hint'],
    ['claude-command', 'hint'],
    ['agent-skill', 'hint'],
    ['copilot-agent', 'hint'],
    ['opencode-agent', 'warning'],
    ['gemini-agent', 'error'],
    ['qwen-agent', 'hint'],
    ['qoder-agent', 'hint'],
    ['kimi-agent', 'hint'],
    ['continue-agent', 'hint'],
    ['cursor-agent', 'hint'],
    ['kiro-agent', 'hint'],
    ['factory-droid', 'hint'],
  ];
  for (const [dialect, severity] of cases) {
    const lines = found(agent(keys), { dialect }).filter(line => line.includes(' noUnknownKey '));
    assert.equal(lines.length, 1, `${dialect}: ${lines.join('\n')}`);
    assert.match(
      lines[0]!,
      new RegExp(`^zzteam: ${severity} .*\`zzteam\`, \`zzowner\`, and \`zzticket\``),
      dialect,
    );
  }
});

test('a misspelled key and a lost limit keep their own findings', () => {
  const lines = found(agent(`modle: opus\nallowed-tools: Read\n${custom}`));
  assert.equal(lines.length, 3, lines.join('\n'));
  assert.match(lines[0]!, /^modle: information noUnknownKey Unknown key `modle`\. .* Did you mean `model`\?/);
  assert.match(lines[1]!, /^allowed-tools: \w+ noIneffectiveLimit /);
  assert.match(lines[2]!, /^version: hint noUnknownKey Unknown keys `version`, `author`, and `created`/);
});

test('each dead key is faded, and the diagnostic leads to all of them', () => {
  const text = agent(custom);
  const { document } = snapshotOf(text);
  const [only] = diagnose(snapshotOf(text)).map(each => toLspDiagnostic(document, each));
  assert.deepEqual(only!.tags, [1]);
  assert.deepEqual(
    only!.relatedInformation?.map(({ location: { range }, message }) => [range.start.line, message]),
    [
      [4, "Unknown key 'author'"],
      [5, "Unknown key 'created'"],
    ],
  );
});

test('one key can be removed, and all', () => {
  assert.equal(
    fixed(agent(custom), 'Remove `author`', {}, 'author'),
    agent(custom.replace('author: Someone\n', '')),
  );
  assert.equal(fixed(agent(custom), 'Remove all 3'), agent(''));
});

test('the quick fixes of a grouped finding are offered at each of its places', () => {
  const text = agent(custom);
  const titlesAt = (word: string) => {
    const start = text.indexOf(word);
    return codeActionsAt(snapshotOf(text), { start, end: start }).map(({ title }) => title);
  };
  assert.deepEqual(titlesAt('version'), ["Remove 'version'", 'Remove all 3']);
  assert.deepEqual(titlesAt('created'), ["Remove 'created'", 'Remove all 3']);
  assert.deepEqual(titlesAt('name'), []);
});

test('custom keys can be kept, one or all, in the configuration of the project', () => {
  const text = agent(custom);
  const start = text.indexOf('author');
  const actions = codeActionsAt(
    snapshotOf(text),
    { start, end: start },
    {},
    { configuration: { uri: 'file:///project/.agentfilesrc', text: '' } },
  );
  const written = actions.flatMap(({ title, edit }) => {
    const edits = edit?.changes?.['file:///project/.agentfilesrc'];
    return edits ? [[title, edits.map(({ newText }) => newText).join('')]] : [];
  });
  assert.deepEqual(written, [
    ["Keep 'author' as a custom key", 'fields:\n  author:\n    type: any\n'],
    [
      'Keep all 3 as custom keys',
      'fields:\n  version:\n    type: any\n  author:\n    type: any\n  created:\n    type: any\n',
    ],
  ]);
  // A tool that sends the keys on, or rejects the file, does so all the same.
  for (const dialect of ['opencode-agent', 'gemini-agent']) {
    const fixes = diagnose(snapshotOf(text, { dialect })).flatMap(diagnostic => fixesOf(diagnostic));
    assert.ok(!fixes.some(({ declares }) => declares), dialect);
  }
});

test('specifiers of one list are one finding', () => {
  const tools = 'tools: Read, Bash(npm *), Bash(yarn *), Bash(git status *), Edit(src/**)\n';
  const lines = found(agent(tools));
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(
    lines[0]!,
    /^Bash\(npm \*\): error noToolSpecifier `Bash\(npm \*\)`, `Bash\(yarn \*\)` and 2 more do not narrow/,
  );
  assert.match(lines[0]!, /The others are `Bash\(git status \*\)` and `Edit\(src\/\*\*\)`\.$/);
  assert.equal(
    fixed(agent(tools), 'Remove all 4 specifiers, which have no effect'),
    agent('tools: Read, Bash, Bash, Bash, Edit\n'),
  );
  assert.equal(found(agent('disallowedTools: Bash(rm *), Bash(sudo *)\n')).length, 1);
});

test('six foreign names in the list of a Gemini agent are one error', () => {
  const names = ['Read', 'Edit', 'Bash', 'Grep', 'frob_all', 'kubectl_get'];
  const text = agent(`tools:\n${names.map(name => `  - ${name}\n`).join('')}`);
  const lines = found(text, { dialect: 'gemini-agent' });
  assert.equal(lines.length, 1, lines.join('\n'));
  for (const name of names) assert.ok(lines[0]!.includes(`\`${name}\``), name);
  assert.match(
    lines[0]!,
    /^Read: error useKnownTool Unknown tools .*`run_shell_command` for `Bash`.*`mcp_<server>_<tool>`/,
  );
  const changed = fixed(text, 'Change the 4 similar names to the names that are meant', {
    dialect: 'gemini-agent',
  });
  assert.deepEqual(found(changed, { dialect: 'gemini-agent' }).length, 1);
  assert.match(changed, /- run_shell_command\n/);
});

test('unknown, removed and unavailable tools of one list are one finding for each cause', () => {
  const lines = found(
    agent('tools: Read, Grpe, Frob, MultiEdit, LS, AskUserQuestion, ExitPlanMode, mcp__github__search\n'),
  );
  const rules = lines.map(line => /(?:warning|hint|information) (\w+)/.exec(line)?.[1]);
  assert.deepEqual(rules, ['useKnownTool', 'noDeadTool', 'noUnavailableTool'], lines.join('\n'));
  assert.match(lines[0]!, /Unknown tools `Grpe` and `Frob`\. .* Use `Grep` for `Grpe`\.$/);
  assert.match(lines[1]!, /Tools `MultiEdit` and `LS` no longer exist\. /);
  assert.match(lines[2]!, /Tools `AskUserQuestion` and `ExitPlanMode` are not available here\. /);
});

test('all of the names can be removed where something is left', () => {
  const lists = [
    ['tools: Read, Frob, Grub, Edit\n', 'tools: Read, Edit\n'],
    ['tools: Frob, Grub, Read\n', 'tools: Read\n'],
    ['tools: Read, Frob, Grub\n', 'tools: Read\n'],
    ['tools: [Frob, Read, "Grub"]\n', 'tools: [Read]\n'],
    ['tools:\n  - Frob\n  - Read\n  - Grub\n', 'tools:\n  - Read\n'],
  ] as const;
  for (const [before, after] of lists) assert.equal(fixed(agent(before), 'Remove all 2'), agent(after));
  const titles = diagnose(snapshotOf(agent('tools: [frob_a, frob_b]\n'), { dialect: 'gemini-agent' }))
    .flatMap(diagnostic => fixesOf(diagnostic))
    .map(({ title }) => title);
  assert.ok(!titles.some(title => title.startsWith('Remove all')), titles.join());
});

test('findings of different lists, and of different severity, stay apart', () => {
  const lines = found(agent('tools: Read, Frob\ndisallowedTools: Grub, Edti, MultiEdit\n'));
  assert.deepEqual(
    lines.map(line => line.split(' ').slice(0, 2).join(' ')),
    ['Frob: warning', 'Grub: error', 'MultiEdit: information'],
  );
});

test('a silenced key is not among the keys', () => {
  const silenced = `version: 1\n# agent-files-disable-next-line noUnknownKey\nauthor: A\ncreated: b\n`;
  assert.match(found(agent(silenced))[0]!, /Unknown keys `version` and `created`\./);
});

test('of very many keys the message tells some', () => {
  const keys = Array.from({ length: 40 }, (_, index) => `zzkey${index}: x\n`).join('');
  const lines = found(agent(keys));
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /Unknown keys `zzkey0`, .* and \d+ more\. .*`zzkey12`, and 27 more\.$/);
});

test('missing files of a text are one diagnostic', () => {
  const text =
    '---\nname: pdf\ndescription: D.\n---\nSee [a](references/a.md), [b](references/b.md), [c](c.md).\n';
  const found = diagnose(
    snapshotOf(text, { path: '.claude/skills/pdf/SKILL.md', others: { '.claude/skills/pdf/d.md': '' } }),
  );
  assert.deepEqual(
    found.map(({ rule, message }) => `${rule.id}: ${message}`),
    [
      'noMissingFile: Files `references/a.md`, `references/b.md`, and `c.md` do not exist. The model is told the path and finds nothing there. Correct the path, or add the file.',
    ],
  );
});
