import { test } from 'node:test';
import { checkHover } from '../../support/hover.ts';

test('the opening delimiter shows the agent as loaded', () => {
  checkHover(
    '-¦--\nname: a\ndescription: First line.\ntools: Read, Grep\nmodel: opus\n---\nYou are.\n',
    '---',
    `
    **Claude Code 2.1.332 loads this agent**

    |  | As loaded |
    | --- | --- |
    | Name | \`a\` |
    | Description | First line. |
    | Model | \`opus\` |
    | Tools | \`Read\`, \`Grep\` |
    `,
  );
});

test('the hover lists what is changed or dropped, and escapes text of the file', () => {
  checkHover(
    '-¦--\nname: a\ndescription: "x | <img src=x>"\ntools: Read, Foo\nmaxTurns: 0\n---\nYou are.\n',
    '---',
    `
    **Claude Code 2.1.332 loads this agent, with changes**

    |  | As loaded |
    | --- | --- |
    | Name | \`a\` |
    | Description | x \\| \\<img src=x\\> |
    | Model | \`inherit\`. |
    | Tools | \`Read\` |

    - Unknown tool \`Foo\`. Claude Code drops the name.
    - \`maxTurns\` must be a positive integer. Claude Code ignores this value.
    `,
  );
});

test('the hover of a file that does not load says why', () => {
  checkHover(
    '-¦--\nname: a\n---\nYou are.\n',
    '---',
    `
    **Claude Code 2.1.332 does not load this file**

    - \`description\` is missing. Claude Code does not load this file. Add a description that says when to use the agent.
    `,
  );
});

test('the hover says that a file is not an agent', () => {
  checkHover(
    '-¦--\ntitle: Notes\n---\nAbout agents.\n',
    '---',
    'Claude Code reads this file as documentation, not as an agent.',
  );
});
