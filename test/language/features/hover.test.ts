import { test } from 'node:test';
import { checkHover, checkNoHover } from '../../support/hover.ts';

const docs = 'https://code.claude.com/docs/en';

test('the hover of a key says what it means, its default, the effect of an invalid value, and since when', () => {
  checkHover(
    '---\nmax¦Turns: 5\n---\n',
    'maxTurns',
    `
    **\`maxTurns\`** (integer)

    The number of turns after which the agent is stopped: a positive integer. No effect under \`--agent\`.

    - When absent: No limit.
    - When wrong: Ignored, with a line in the debug log.
    - Example: \`20\`

    [Documentation](${docs}/sub-agents#supported-frontmatter-fields)
    `,
  );
});

test('the hover of a key lists its values', () => {
  checkHover(
    '---\niso¦lation: worktree\n---\n',
    'isolation',
    `
    **\`isolation\`** (string)

    Where the agent works: in the project’s folder, or in its own copy. No effect under \`--agent\`.

    - One of \`worktree\`
    - When absent: In the folder of the session.
    - When wrong: Ignored, with a line in the debug log.
    - Since 2.1.49
    - Example: \`worktree\`

    [Documentation](${docs}/sub-agents#supported-frontmatter-fields)
    `,
  );
});

test('the hover of a value works in any quotes and spelling', () => {
  const plan = `
    **\`plan\`**

    Only reads and plans; changes nothing.

    [Documentation](${docs}/permission-modes)
    `;
  checkHover('---\npermissionMode: pl¦an\n---\n', 'plan', plan);
  checkHover('---\npermissionMode: "pl¦an"\n---\n', 'plan', plan);
  checkHover(
    '---\nmodel: OP¦US\n---\n',
    'OPUS',
    `
    **\`OPUS\`**

    The latest Opus: for complex reasoning. Today \`claude-opus-5-5\`.

    [Documentation](${docs}/model-config)
    `,
  );
});

test('the hover of an alternative spelling names the usual one', () => {
  checkHover(
    '---\npermissionMode: man¦ual\n---\n',
    'manual',
    `
    **\`manual\`**

    Another spelling of \`default\`.

    Asks before the first use of each tool that needs permission.

    [Documentation](${docs}/permission-modes)
    `,
  );
});

test('the hover of a tool says what it does, and when a subagent has it', () => {
  checkHover(
    '---\ntools: Read, We¦bFetch\n---\n',
    'WebFetch',
    `
    **\`WebFetch\`**

    Fetches a web page and reads it.

    Available to a Claude Code subagent.

    [Documentation](${docs}/tools-reference)
    `,
  );
  checkHover(
    '---\ntools:\n  - Ask¦UserQuestion\n---\n',
    'AskUserQuestion',
    `
    **\`AskUserQuestion\`**

    Asks the user a multiple-choice question.

    - **Never available here**: It needs the user in the main conversation, so Claude Code removes it from every subagent, listed or not.

    [Documentation](${docs}/tools-reference)
    `,
  );
});

test('tools with a specifier and MCP tools have a hover', () => {
  checkHover(
    '---\ntools: [Ba¦sh(git:*)]\n---\n',
    'Bash(git:*)',
    `
    **\`Bash(git:*)\`**

    Runs shell commands.

    Available to a Claude Code subagent.

    [Documentation](${docs}/tools-reference)
    `,
  );
  checkHover(
    '---\ntools: mcp__git¦hub__search\n---\n',
    'mcp__github__search',
    `
    **\`mcp__github__search\`**

    One tool of an MCP server.

    [Documentation](${docs}/tools-reference)
    `,
  );
});

test('the hover of an agent in a specifier escapes its description', () => {
  checkHover(
    '=== .claude/agents/b.md\n---\nname: b\ndescription: "![x](https://x.test/y) <b>"\n---\n=== .claude/agents/a.md\n---\ntools: Agent(¦b, Plan)\n---\n',
    'b',
    `
    **\`b\`**

    \\!\\[x\\]\\(https\\://x.test/y\\) \\<b\\>
    `,
  );
});

test('hook events, handler fields and their values have a hover', () => {
  const hooks = (rest: string) => `---\nhooks:\n  ${rest}\n---\n`;
  checkHover(
    hooks('Session¦End:\n    - hooks: []'),
    'SessionEnd',
    `
    **\`SessionEnd\`**

    When a session ends.

    - \`matcher\` is compared with why it ended.

    [Documentation](${docs}/hooks)
    `,
  );
  checkHover(
    hooks('Stop:\n    - hooks:\n        - type: prompt\n          mod¦el: haiku'),
    'model',
    `
    **\`model\`** (string)

    The model that answers.

    - When absent: A fast model.

    [Documentation](${docs}/hooks)
    `,
  );
  checkHover(
    hooks('Stop:\n    - hooks:\n        - type: pro¦mpt'),
    'prompt',
    `
    **\`prompt\`**

    Asks a model once and uses its verdict.

    [Documentation](${docs}/hooks)
    `,
  );
});

test('each name of a matcher has a hover', () => {
  checkHover(
    '---\nhooks:\n  PreToolUse:\n    - matcher: Edit|Wr¦ite\n---\n',
    'Write',
    `
    **\`Write\`**

    Creates or overwrites files.

    Available to a Claude Code subagent.

    [Documentation](${docs}/hooks)
    `,
  );
});

const silent = [
  '---\nun¦known: x\n---\n',
  '---\ndescription: some te¦xt\n---\n',
  '---\nmodel: gpt¦-4\n---\n',
  '---\n# mod¦el\n---\n',
  '---\nmodel: ¦\n---\n',
  '---\nname: a\n---¦\n',
  '---\nname: a\n---\nThe mo¦del\n',
  '---\nmcpServers:\n  - a:\n      env:\n        HO¦ME: x\n---\n',
  '¦',
];
for (const marked of silent)
  test(`there is no hover in ${JSON.stringify(marked)}`, () => checkNoHover(marked));
