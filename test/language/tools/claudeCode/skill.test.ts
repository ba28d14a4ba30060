import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Loader } from '../../../../server/src/language/loading/loader.ts';
import { claudeCodeCommand } from '../../../../server/src/language/tools/claudeCode/loader/command.ts';
import { claudeCodeSkill } from '../../../../server/src/language/tools/claudeCode/loader/skillFile.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

const skillPath = '.claude/skills/deploy/SKILL.md';
const commandPath = '.claude/commands/git/commit.md';
/** A valid skill with these lines added. */
const skill = (lines: string) => `---\nname: deploy\ndescription: Deploys.\n${lines}\n---\nDeploy.\n`;

/** Each text with all of its issues, in the order of the text. */
function issues(
  title: string,
  table: readonly (readonly [text: string, ...issues: string[]])[],
  loader: Loader = claudeCodeSkill,
  path = skillPath,
) {
  test(title, () => {
    for (const [text, ...expected] of table) {
      assert.deepEqual(issueLines(loader, text, path), expected, text);
      assert.equal(load(loader, text, path).loads, true, text);
    }
  });
}

issues('reports no issue in a valid skill', [
  [skill('allowed-tools: Bash(git add *), Bash(git commit:*) Read mcp__github__search')],
  [skill('allowed-tools:\n  - Read\n  - Bash(git add *)\ndisallowed-tools: WebFetch')],
  [skill('disable-model-invocation: Yes\nuser-invocable: 1\ncontext: fork\nbackground: "off"')],
  [skill('model: inherit\neffort: high\ncontext: fork\nagent: Explore\nshell: powershell')],
  [skill('paths: src/**/*.{ts,tsx}, "*.md"\narguments: issue branch\nargument-hint: "[issue]"')],
  [skill('license: MIT\ncompatibility: Needs git\nmetadata:\n  version: 1\ndisplay-name: Deploy')],
  [skill('tools-of-old: x'.replace('tools-of-old', 'fallback'))],
  ['---\nname: Any label, even this\ndescription: d\n---\nText\n'],
  ['Just text.\n'],
]);

issues('reports `$1` in a prompt that never uses the first argument, `$0`', [
  [
    '---\ndescription: d\n---\nFix issue #$1 with priority $2.\n',
    'body.placeholder noted «$1» {"suggestion":"$0"}',
  ],
  ['---\ndescription: d\n---\nFix $0, then $1.\n'],
  ['---\ndescription: d\n---\nFix $1, of $ARGUMENTS.\n'],
  ['---\ndescription: d\narguments: [issue, priority]\n---\nFix $issue with $1.\n'],
  ['---\ndescription: d\n---\nIt costs $10 or \\$1. Run `echo $1`.\n\n```sh\necho $1\n```\n'],
]);

issues('reports a price and a field of awk, which Claude Code fills in', [
  [
    '---\ndescription: d\n---\nIt costs $1.50, or $2 a day.\n',
    'body.placeholder noted «$1» {"suggestion":"\\\\$1"}',
  ],
  [
    "---\ndescription: d\n---\n```sh\nawk '{print $2}' x\n```\n",
    'body.placeholder noted «$2» {"suggestion":"\\\\$2"}',
  ],
  ['---\ndescription: d\n---\nIt costs \\$1.50, $$ and US$5.\n'],
]);

issues('reports shell commands that Claude Code may not run', [
  [
    '---\ndescription: d\nallowed-tools: Bash(git *)\n---\nState: !`./state.sh`\n',
    'body.shell changed «!`./state.sh`» {"rule":"Bash(./state.sh *)"}',
  ],
  [
    '---\ndescription: d\n---\n```md\nState: !`make all`\n```\n',
    'body.shell changed «!`make all`» {"rule":"Bash(make *)"}',
  ],
  [
    '---\ndescription: d\n---\n```!\ngit status\nmake all\n```\n',
    'body.shell changed «```!\ngit status\nmake all\n```» {"rule":"Bash(make *)"}',
  ],
  ['---\ndescription: d\ndisallowed-tools: Bash\n---\n!`echo one`\n', 'body.shell changed «!`echo one`»'],
  ['---\ndescription: d\nallowed-tools: Bash(./state.sh:*)\n---\n!`./state.sh now`\n'],
  ['---\ndescription: d\nallowed-tools: Bash\n---\n!`./state.sh | wc -l`\n'],
  ['---\ndescription: d\n---\n!`git status --short | head -5 && echo one`\n'],
  // The `!` is inside a code span.
  ['---\ndescription: d\n---\n- (`yes`, `go !`) = sure of it; long ones = "thinking" (`hm`)\n'],
  ['---\ndescription: d\n---\nStatus:!`git status`\n', 'body.shell noted «!`git status`»'],
  ['---\ndescription: d\n---\n```bash!\ngit status\n```\n', 'body.shell noted «```bash!»'],
]);

issues('reports what a list of grants does not grant', [
  [skill('allowed-tools: "*"'), 'tools.specifier ignored «*»'],
  [
    skill('allowed-tools: Write(out.txt)'),
    'tools.specifier ignored «Write(out.txt)» {"suggestion":"Edit(out.txt)"}',
  ],
  [
    skill('allowed-tools: Bash(a *, b *)'),
    'tools.specifier ignored «Bash(a *, b *)» {"suggestion":"Bash(a *), Bash(b *)"}',
  ],
  [skill('disallowed-tools: "*"')],
  [skill('disallowedTools: Write')],
]);

issues('reports names of arguments that are never filled in', [
  [skill('arguments: issue, branch'), 'name.invalid ignored «issue,»'],
  [skill('arguments: ["issue branch"]'), 'name.invalid ignored «issue branch»'],
  [skill('arguments: $issue'), 'name.invalid ignored «$issue»'],
  [skill('arguments: [ARGUMENTS]'), 'name.invalid ignored «ARGUMENTS»'],
  [skill('arguments: "1"'), 'name.invalid ignored «1»'],
]);

issues('reports a skill that nobody can call, and a value that hides it from the user', [
  [skill('disable-model-invocation: true\nuser-invocable: false'), 'key.conflict ignored «user-invocable»'],
  [skill('user-invocable: maybe'), 'value.type changed «maybe» {"expected":["boolean"]}'],
  [skill('user-invocable:'), 'value.type changed «user-invocable» {"expected":["boolean"]}'],
]);

issues('loads a skill without front matter that is not found or not read', [
  ['name: deploy\ndescription: d\n---\nText\n', 'frontMatter.missing ignored «name: deploy»'],
  ['\n---\nname: deploy\ndescription: d\n---\nText\n', 'frontMatter.late ignored «---»'],
  ['---\nname: deploy\ndescription: d\n\nText\n', 'frontMatter.unclosed ignored «---»'],
  ['---\nname: deploy\nhooks: {}\n\nText\n', 'frontMatter.unclosed unrestricted «---»'],
  ['---\nname: deploy\ndescription: "a" b\n---\nText\n', 'yaml.invalid ignored «"» {"key":"description"}'],
  [
    '---\nname: deploy\ndescription: Use it when: asked\n---\nText\n',
    'yaml.repaired noted «Use it when: asked» {"key":"description"}',
  ],
  [
    '---\ndescription: a --- b\ndisable-model-invocation: true\n---\nText\n',
    'frontMatter.closedEarly unrestricted «---» {"lost":["disable-model-invocation"]}',
  ],
]);

test('names and describes a skill without its front matter', () => {
  const result = load(
    claudeCodeSkill,
    '---\ndescription: "a" b\nmodel: opus\n---\n\n# Deploy\n\nDo.\n',
    skillPath,
  );
  assert.deepEqual(
    [result.loads, result.name, result.description, result.model, result.fields],
    [true, 'deploy', 'Deploy', null, {}],
  );
  const unclosed = load(claudeCodeSkill, '---\nname: x\n\nDo.\n', skillPath);
  assert.equal(unclosed.description, '---');
});

issues('reports keys of agents and of other products in a skill', [
  [skill('tools: Read'), 'key.unknown noted «tools» {"suggestion":"allowed-tools"}'],
  [skill('allowed_tools: Read'), 'key.unknown noted «allowed_tools» {"suggestion":"allowed-tools"}'],
  [skill('allowedTools: Read'), 'key.unknown noted «allowedTools» {"suggestion":"allowed-tools"}'],
  [skill('user-invokable: true'), 'key.unknown noted «user-invokable» {"suggestion":"user-invocable"}'],
  [skill('color: red'), 'key.unknown noted «color»'],
  [skill('toString: 1'), 'key.unknown noted «toString»'],
  [skill('agent: Explore'), 'key.ignored noted «agent»'],
]);

issues('reports invalid values in a skill', [
  [skill('disable-model-invocation: maybe'), 'value.type ignored «maybe» {"expected":["boolean"]}'],
  [skill('argument-hint: [file]'), 'yaml.repaired noted «[file]» {"key":"argument-hint"}'],
  [skill('argument-hint: [a] | [b]'), 'yaml.repaired noted «[a] | [b]» {"key":"argument-hint"}'],
  [skill('arguments: 5'), 'value.type noted «5» {"expected":["list","string"]}'],
  [skill('context: frok'), 'value.choice ignored «frok» {"choices":["fork"],"suggestion":"fork"}'],
  [skill('context: all'), 'value.choice noted «all» {"choices":["fork"]}'],
  [skill('model: sonet'), 'value.model noted «sonet» {"suggestion":"sonnet"}'],
  [skill('effort: lots'), 'value.choice ignored «lots» {"choices":["low","medium","high","xhigh","max"]}'],
  [skill('shell: zsh'), 'value.choice changed «zsh» {"choices":["bash","powershell"]}'],
  [skill('metadata: x'), 'value.type ignored «x» {"expected":["mapping"]}'],
  [skill('paths: "src/[a"'), 'value.type ignored «src/[a»'],
  [skill('paths: **/*.ts'), 'yaml.repaired noted «**/*.ts» {"key":"paths"}'],
  ['---\nname: x\ndescription: [a]\n---\nText\n', 'description.invalid ignored «[a]»'],
  ['---\nname: x\n---\nText\n', 'description.missing noted «---»'],
  ['---\nname: x\ndisable-model-invocation: true\n---\nText\n'],
  [`---\nname: x\ndescription: ${'d'.repeat(1537)}\n---\nText\n`, 'description.cut changed «dd»'],
]);

issues('reports unknown tools in a skill only where they resemble a known name', [
  [skill('allowed-tools: bash(git *), Read'), 'tools.unknown ignored «bash» {"suggestion":"Bash"}'],
  [skill('allowed-tools: MultiEdit'), 'tools.dead noted «MultiEdit» {"replacement":"Edit"}'],
  [skill('allowed-tools: run_in_terminal my_tool')],
  [skill('allowed-tools: 5'), 'value.type ignored «5» {"expected":["list","string"]}'],
]);

const hooks = (event: string, entry: string) =>
  skill(`allowed-tools: Read\nhooks:\n  ${event}:\n    - ${entry}`);

issues('drops all hooks and `allowed-tools` of a skill for an invalid hook that may guard', [
  [hooks('PreToolUse', 'command: ./x.sh'), 'hooks.invalid unrestricted «command: ./x.sh»'],
  [hooks('Stop', 'command: ./x.sh'), 'hooks.invalid ignored «command: ./x.sh»'],
  [hooks('Stopp', 'hooks: []'), 'hooks.event ignored «Stopp» {"suggestion":"Stop"}'],
  [skill('hooks: x'), 'hooks.invalid unrestricted «x» {"expected":["mapping"]}'],
]);

test('reads the fields of a skill that take effect', () => {
  const taken = (text: string) => load(claudeCodeSkill, text, skillPath).fields;
  assert.deepEqual(taken(skill('user-invocable: ON\nallowed-tools: Read, Bash(git *)\nmodel: " opus "')), {
    name: 'deploy',
    description: 'Deploys.',
    'user-invocable': true,
    'allowed-tools': ['Read', 'Bash(git *)'],
    model: 'opus',
  });
  assert.deepEqual(taken(hooks('PreToolUse', 'command: ./x.sh')), {
    name: 'deploy',
    description: 'Deploys.',
  });
  assert.deepEqual(taken(hooks('Stop', 'command: ./x.sh'))['allowed-tools'], ['Read']);
  assert.deepEqual(taken(skill('arguments: issue branch')).arguments, ['issue', 'branch']);
});

test('reports a skill in the wrong place, and ignores other files next to skills', () => {
  const text = skill('license: MIT');
  const said = (path: string, source = text) => {
    const { loads, ignored, issues: all } = load(claudeCodeSkill, source, path);
    assert.equal(loads, false, path);
    return ignored ? 'ignored' : all.map(({ code, effect }) => `${code} ${effect}`).join();
  };
  assert.equal(said('.claude/skills/deploy.md'), 'file.notRead rejected');
  assert.equal(said('.claude/skills/deploy/skill.md'), 'file.notRead rejected');
  assert.equal(said('.claude/skills/web/deploy/SKILL.md'), 'file.notRead rejected');
  assert.equal(said('.claude/skills/README.md', '# Our skills\n'), 'ignored');
  assert.equal(said('.claude/skills/maker/templates/SKILL.md'), 'ignored');
  assert.equal(said('.claude/skills/maker/examples/x/SKILL.md'), 'ignored');
  assert.equal(load(claudeCodeSkill, text, 'somewhere/deploy/SKILL.md').loads, true);
});

test('reports `${CLAUDE_PLUGIN_ROOT}` outside plugins', () => {
  const text = `${skill('license: MIT')}Run \${CLAUDE_PLUGIN_ROOT}/x.sh, not \`\${CLAUDE_PLUGIN_DATA}\`.\n`;
  const hint = 'body.placeholder noted «${CLAUDE_PLUGIN_ROOT}»';
  assert.deepEqual(issueLines(claudeCodeSkill, text, skillPath), [hint]);
  assert.deepEqual(issueLines(claudeCodeCommand, text, '.claude/commands/deploy.md'), [hint]);
  assert.deepEqual(issueLines(claudeCodeSkill, text, 'plug/skills/deploy/SKILL.md'), []);
  assert.deepEqual(issueLines(claudeCodeSkill, text, 'deploy/SKILL.md'), []);
});

issues(
  'reports `name` and `paths` in a command',
  [
    ['Just text: $ARGUMENTS\n'],
    ['---\nname: commit\n---\nText\n'],
    ['---\nname: git:commit\n---\nText\n'],
    ['---\nname: other\n---\nText\n', 'key.ignored noted «name»'],
    ['---\npaths: x\n---\nText\n', 'key.ignored noted «paths»'],
    ['---\nallowed-tools: Bash(git add:*), Read\nargument-hint: "[x]"\n---\nText\n'],
    ['---\nargument-hint: "<a>" --b "<c>"\n---\nText\n', 'yaml.invalid ignored «"» {"key":"argument-hint"}'],
  ],
  claudeCodeCommand,
  commandPath,
);

test('names a command after its path', () => {
  assert.equal(load(claudeCodeCommand, 'x', commandPath).name, 'git:commit');
  assert.equal(load(claudeCodeCommand, 'x', 'plug/commands/x.md').name, 'x');
  assert.equal(load(claudeCodeCommand, 'x', 'x.md').name, 'x');
});
