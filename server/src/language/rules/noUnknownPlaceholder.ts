import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A placeholder that the tool does not know. */
export const noUnknownPlaceholder = issueRule({
  id: 'noUnknownPlaceholder',
  title: 'Use only placeholders that the tool replaces',
  why: 'Some tools treat the prompt as a template. If it contains an unknown `${word}`, even in a code block, Gemini CLI and Qwen Code fail when the agent runs. Other tools leave the characters unchanged, or number arguments differently.',
  sources: [loadersObserved],
  codes: ['body.placeholder'],
  severities: { noted: 'hint' },
  fixes: ({ range, data }, { document }) => {
    const name = /^\$\{([^{}\n]+)\}$/.exec(document.slice(range))?.[1];
    const plain = name && (/^[A-Z_]\w*$/.test(name) ? `$${name}` : `<${name}>`);
    const newText = typeof data?.suggestion === 'string' ? data.suggestion : plain;
    return newText === undefined
      ? []
      : [{ title: `Change to \`${newText}\``, changes: [{ range, newText }], safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-command',
        text: '---\ndescription: Fixes an issue.\n---\nFix issue $1.\n          ^^ hint\n',
        fixed: '---\ndescription: Fixes an issue.\n---\nFix issue $0.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\n---\nWrite to ${HOME}.\n         ^^^^^^^ error\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nWrite to $HOME.\n',
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\n---\nWrite what is asked for: ${query}\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\n---\nWrite to ${HOME}.\n',
      },
    ],
  },
});
