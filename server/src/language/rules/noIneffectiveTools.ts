import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A tool list that restricts nothing. */
export const noIneffectiveTools = issueRule({
  id: 'noIneffectiveTools',
  title: 'Limit tools in the way that the tool heeds',
  why: 'A tool list in a shape or place that the tool does not heed leaves the agent with everything. Cursor has no tool list at all; Qwen Code drops a map; in OpenCode an allowed tool does not forbid the others.',
  sources: [loadersObserved],
  issues: ['tools.ineffective'],
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
