import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Loader } from '../../../../server/src/language/loading/loader.ts';
import { claudeCodeOutputStyle } from '../../../../server/src/language/tools/claudeCode/loader/outputStyle.ts';
import { claudeCodeRule } from '../../../../server/src/language/tools/claudeCode/loader/rule.ts';
import {
  claudeCodePluginAgent,
  claudeCodeProjectAgent,
} from '../../../../server/src/language/tools/claudeCode/loader/subagent.ts';
import { claudeCodeMemory } from '../../../../server/src/language/tools/claudeCode/memory.ts';
import { load } from '../../../support/conformance.ts';
import { issueLines } from '../../../support/issueLines.ts';

/** Each text with all of its issues, in the order of the text. */
function issues(
  title: string,
  loader: Loader,
  path: string,
  table: readonly (readonly [text: string, ...issues: string[]])[],
) {
  test(title, () => {
    for (const [text, ...expected] of table) assert.deepEqual(issueLines(loader, text, path), expected, text);
  });
}

issues('reports every key but `paths` in a rule', claudeCodeRule, '.claude/rules/web/style.md', [
  ['# Style\n'],
  ['---\npaths: src/**/*.ts, "*.md"\n---\nText\n'],
  ['---\npaths:\n  - "**/*.ts"\n  - src/*.{ts,tsx}\n---\nText\n'],
  ['---\npaths: "**/*.ts"\nglobs: "**/*.ts"\nalwaysApply: false\n---\nText\n'],
  ['---\nalwaysApply: true\n---\nText\n'],
  ['---\nglobs: src/*.ts\n---\nText\n', 'key.unknown ignored «globs» {"suggestion":"paths"}'],
  ['---\ndescription: d\nglobs:\nalwaysApply: false\n---\nText\n', 'key.unknown noted «description»'],
  [
    '---\nglobs: **/*.ts\n---\nText\n',
    'key.unknown ignored «globs» {"suggestion":"paths"}',
    'yaml.repaired noted «**/*.ts» {"key":"globs"}',
  ],
  ['---\nalwaysApply: false\n---\nText\n', 'key.unknown noted «alwaysApply»'],
  ['---\npath: x\n---\nText\n', 'key.unknown ignored «path» {"suggestion":"paths"}'],
  ['---\npaths: **/*.ts\n---\nText\n', 'yaml.repaired noted «**/*.ts» {"key":"paths"}'],
  [
    '---\npaths: ["**/*", src/[a-z].ts]\n---\nText\n',
    'yaml.repaired changed «["**/*", src/[a-z].ts]» {"key":"paths"}',
  ],
  ['---\npaths: 5\n---\nText\n', 'value.type ignored «5» {"expected":["list","string"]}'],
  ['---\npaths: "src/[x"\n---\nText\n', 'value.type ignored «src/[x»'],
  ['---\npaths:\n---\nText\n', 'value.null noted «paths»'],
]);

test('loses the front matter of a rule for an unquoted glob in a list', () => {
  const text = '---\npaths:\n  - **/*.ts\n---\nText\n';
  assert.match(issueLines(claudeCodeRule, text, '.claude/rules/x.md').join(), /^yaml\.invalid ignored /);
  assert.deepEqual(load(claudeCodeRule, text, '.claude/rules/x.md').fields, {});
});

test('reports patterns of a rule that match nothing, or not what they look like', () => {
  const nothing: readonly (readonly [pattern: string, subject?: string])[] = [
    ['"./src/**"'],
    ['"src/** lib/**"'],
    ['|\n  src/**\n  lib/**', 'src/**\nlib/**'],
    ['"src/**;lib/**"'],
    ['"src/**|lib/**"'],
    ['"+(src)/**"'],
    ['"@(a|b)/x"'],
    ['"src/[id]/**"'],
    ['"!src/**"'],
    ["'src\\**'", 'src\\**'],
    ['"~/src/**"'],
    ['"../**"'],
    ['"."'],
    ['"src/{1..3}.ts"'],
    ['"{b}"'],
    ['"src/[a/**"'],
  ];
  for (const [pattern, subject = pattern.slice(1, -1)] of nothing) {
    const { issues } = load(claudeCodeRule, `---\npaths: ${pattern}\n---\nText\n`, '.claude/rules/a.md');
    assert.deepEqual(
      issues.map(({ code, effect, subject }) => [code, effect, subject]),
      [['value.type', 'ignored', subject]],
      pattern,
    );
  }
  const excluded = '---\npaths: ["src/**", "!src/deep/**"]\n---\nText\n';
  assert.deepEqual(
    load(claudeCodeRule, excluded, '.claude/rules/a.md').issues.map(({ subject }) => subject),
    ['!src/deep/**'],
  );
  const fine = ['"x y/**"', '"*.{ts,tsx}"', "'src/\\[id\\]/**'", '"[a-z]/**"', '["src/**", "*.md"]', 'src/'];
  for (const pattern of fine)
    assert.deepEqual(
      load(claudeCodeRule, `---\npaths: ${pattern}\n---\nText\n`, '.claude/rules/a.md').issues,
      [],
      pattern,
    );
});

test('reports keys of other tools for the condition of a rule, and patterns that match everything', () => {
  for (const key of ['globs', 'path', 'Paths', 'applyTo'])
    assert.deepEqual(
      load(claudeCodeRule, `---\n${key}: "src/**"\n---\nText\n`, '.claude/rules/a.md').issues.map(
        ({ code, effect, data }) => [
          code,
          effect,
          data && 'suggestion' in data ? data.suggestion : undefined,
        ],
      ),
      [['key.unknown', 'ignored', 'paths']],
    );
  for (const pattern of ['**', '*', '**/*', '/**'])
    assert.deepEqual(
      load(claudeCodeRule, `---\npaths: "${pattern}"\n---\nText\n`, '.claude/rules/a.md').issues.map(
        ({ code, effect }) => [code, effect],
      ),
      [['key.ignored', 'noted']],
    );
});

test('reads the name and the globs of a rule', () => {
  const { loads, name, fields } = load(
    claudeCodeRule,
    '---\npaths: src/*.{ts,tsx}, docs/**\n---\nText\n',
    '/p/.claude/rules/web/style.md',
  );
  assert.deepEqual([loads, name, fields], [true, 'web/style', { paths: ['src/*.{ts,tsx}', 'docs/**'] }]);
});

issues('reports the issues of an output style', claudeCodeOutputStyle, '.claude/output-styles/terse.md', [
  ['Be terse.\n'],
  ['---\nname: Terse\ndescription: Short.\nkeep-coding-instructions: true\n---\nBe terse.\n'],
  ['---\nname: Terse\ndescription: "a" b\n---\nText\n', 'yaml.invalid ignored «"» {"key":"description"}'],
  [
    '---\nkeep-coding-instruction: true\n---\nText\n',
    'key.unknown noted «keep-coding-instruction» {"suggestion":"keep-coding-instructions"}',
  ],
  ['---\nkeep-coding-instructions: some\n---\nText\n', 'value.type ignored «some» {"expected":["boolean"]}'],
  ['---\nforce-for-plugin: true\n---\nText\n', 'key.ignored ignored «force-for-plugin»'],
  ['Answer $ARGUMENTS.\n', 'body.placeholder noted «$ARGUMENTS»'],
]);

test('names an output style after its `name`, or else after its file', () => {
  const nameOf = (text: string) => load(claudeCodeOutputStyle, text, 'plug/output-styles/terse.md').name;
  assert.equal(nameOf('---\nname: Very terse\n---\nText\n'), 'Very terse');
  assert.equal(nameOf('---\nname: "a" b\n---\nText\n'), 'terse');
  assert.deepEqual(
    issueLines(claudeCodeOutputStyle, '---\nforce-for-plugin: true\n---\n', 'plug/output-styles/x.md'),
    [],
  );
});

const agent = (body: string) => `---\nname: a\ndescription: d\n---\n${body}`;

issues(
  'reports placeholders that are not filled in in an agent’s prompt',
  claudeCodeProjectAgent,
  '.claude/agents/a.md',
  [
    [agent('Work on $ARGUMENTS.\n'), 'body.placeholder noted «$ARGUMENTS»'],
    [agent('$ARGUMENTS, then $ARGUMENTS\n'), 'body.placeholder noted «$ARGUMENTS»'],
    [agent('Run ${CLAUDE_PLUGIN_ROOT}/x.sh\n'), 'body.placeholder noted «${CLAUDE_PLUGIN_ROOT}»'],
    [agent('Commands take `$ARGUMENTS`.\n')],
    [agent('```md\n$ARGUMENTS\n```\n')],
    [agent('Write \\$ARGUMENTS, \\$1, $HOME, $ARGUMENTS_FILE; it costs $1.50, $12 or $1-2.\n')],
    [agent('Look in ${CLAUDE_PROJECT_DIR}.\n'), 'body.placeholder noted «${CLAUDE_PROJECT_DIR}»'],
    [agent('Work on $1, then `$1`.\n'), 'body.placeholder noted «$1»'],
    [agent('Follow @docs/style.md and ask @alice.\n'), 'body.placeholder noted «@docs/style.md»'],
    [agent('State: !`git status`\n'), 'body.shell noted «!`git status`»'],
    [agent('Write `` !`git status` `` in a command.\n')],
  ],
);

issues(
  'does not report the placeholders of plugins in a plugin’s agent',
  claudeCodePluginAgent,
  'plug/agents/a.md',
  [
    [agent('Run ${CLAUDE_PLUGIN_ROOT}/x.sh\n')],
    [agent('Work on $ARGUMENTS.\n'), 'body.placeholder noted «$ARGUMENTS»'],
  ],
);

test('reads no front matter in memory files, and ignores those of packages', () => {
  const text = '---\nname: [\n---\n# Project\n';
  const { loads, issues: said, body } = load(claudeCodeMemory, text, 'CLAUDE.md');
  assert.deepEqual([loads, said, body], [true, [], { start: 0, end: text.length }]);
  assert.equal(load(claudeCodeMemory, text, 'node_modules/x/CLAUDE.md').ignored, true);
});
