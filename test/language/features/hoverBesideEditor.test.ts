import { test } from 'node:test';
import { claudeSubagent } from '../../../server/src/language/tools/claudeCode/subagent.ts';
import { checkHover, checkNoHover } from '../../support/hover.ts';

const options = { builtInSupport: claudeSubagent.builtInSupport![0] };
const docs = 'https://code.claude.com/docs/en';

test('the hover of a key that VS Code explains adds only what VS Code omits', () => {
  checkHover(
    '---\nmem¦ory: user\n---\n',
    'memory',
    `
    **Claude Code subagent**

    The beginning of its \`MEMORY.md\` (200 lines or 25 KB) is in the agent’s context. Read, Write and Edit are added to its tools, even where \`tools\` omits them.

    - When absent: No memory.
    - When wrong: Ignored, with a line in the debug log. Case-sensitive.
    - Since 2.1.33
    - Example: \`project\`

    [Documentation](${docs}/sub-agents#supported-frontmatter-fields)
    `,
    options,
  );
});

test('the hover of a tool that VS Code explains says whether subagents have it', () => {
  checkHover(
    '---\ntools: Re¦ad\n---\n',
    'Read',
    `
    **Claude Code subagent**

    Available to a Claude Code subagent.

    [Documentation](${docs}/tools-reference)
    `,
    options,
  );
});

test('the hover contradicts a wrong warning of VS Code', () => {
  checkHover(
    '---\npermissionMode: au¦to\n---\n',
    'auto',
    `
    **\`auto\`**

    A classifier decides about each call instead of asking.

    VS Code marks \`auto\` as wrong. Claude Code accepts it: nothing needs to change.

    [Documentation](${docs}/permission-modes)
    `,
    options,
  );
  checkHover(
    '---\nmodel: claude-opus¦-4-6\n---\n',
    'claude-opus-4-6',
    'VS Code marks `claude-opus-4-6` as wrong. Claude Code accepts it: nothing needs to change.',
    options,
  );
});

test('the hover does not contradict a correct warning of VS Code', () => {
  checkNoHover('---\nname: a\ndescription: b\nmodel: gpt¦-4\n---\n', options);
  checkNoHover('---\nname: a\ndescription: b\nmemory: pro¦j\n---\n', options);
});

test('the hover explains a hook event and a handler key that VS Code marks and Claude Code supports', () => {
  const hooks = (rest: string) => `---\nname: a\ndescription: b\nhooks:\n  ${rest}\n---\n`;
  checkHover(
    hooks('Session¦End:\n    - hooks:\n        - type: command\n          command: x'),
    'SessionEnd',
    `
    **\`SessionEnd\`**

    When a session ends.

    - \`matcher\` is compared with why it ended.

    VS Code marks \`SessionEnd\` as wrong. Claude Code accepts it: nothing needs to change.

    [Documentation](${docs}/hooks)
    `,
    options,
  );
  checkHover(
    hooks('Stop:\n    - hooks:\n        - type: command\n          command: x\n          asy¦nc: true'),
    'async',
    `
    **\`async\`** (true or false)

    Runs in the background and blocks nothing.

    VS Code marks \`async\` as wrong. Claude Code accepts it: nothing needs to change.

    [Documentation](${docs}/hooks)
    `,
    options,
  );
});
