import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A comment that becomes part of a value when the tool repairs the YAML. */
export const noSwallowedComment = issueRule({
  id: 'noSwallowedComment',
  title: 'Remove comments from front matter that the tool repairs',
  why: [
    'When Claude Code cannot parse the front matter, it quotes every doubtful line and tries again. The quotes then',
    'enclose trailing comments too: `model: sonnet # fast` becomes the model `sonnet # fast`. Fix the YAML, and the',
    'comment is a comment again.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  codes: ['yaml.commentKept'],
  fixes: issue => {
    return [{ title: 'Remove the comment', changes: [{ range: issue.range, newText: '' }], safe: true }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Use it when: asked\nmodel: sonnet # fast\n             ^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Use it when: asked\nmodel: sonnet\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: sonnet # fast\n---\nYou write.\n',
      },
    ],
  },
});
