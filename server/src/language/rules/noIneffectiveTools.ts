import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A tool list that restricts nothing. */
export const noIneffectiveTools = issueRule({
  id: 'noIneffectiveTools',
  title: 'Limit tools in a form that the tool respects',
  why: 'A tool list in a form or place that the tool does not read leaves the agent with every tool. Cursor has no tool list; Qwen Code drops a mapping; in OpenCode, allowing one tool does not deny the others.',
  sources: [loadersObserved],
  codes: ['tools.ineffective'],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ndisallowedTools: "*"\n                  ^ error\n---\nYou write.\n',
      },
      {
        dialect: 'qwen-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools:\n  read_file: true\n  ^^^^^^^^^^^^^^^ error\n---\nYou write.\n',
      },
      {
        dialect: 'cursor-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read\n^^^^^ warning\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
      {
        dialect: 'qwen-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools:\n  - read_file\n---\nYou write.\n',
      },
    ],
  },
});
