import { issueRule } from './issueRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A shell command in a prompt that cannot run. */
export const useRunnableCommand = issueRule({
  id: 'useRunnableCommand',
  title: 'Allow the shell commands that a prompt runs',
  why: [
    'Claude Code runs the shell commands in the text of a skill or command before the model sees it, in code blocks too.',
    'If one needs permission and neither `allowed-tools` nor the settings grant it, the whole call fails. Commands that',
    'are written in another way are not run, and reach the model as text.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  codes: ['body.shell'],
  severities: { noted: 'hint' },
  examples: {
    invalid: [
      {
        dialect: 'claude-command',
        text: '---\ndescription: Shows the state.\nallowed-tools: Bash(git *)\n---\nState: !`./state.sh`\n       ^^^^^^^^^^^^^ warning\n',
      },
      {
        dialect: 'claude-command',
        text: '---\ndescription: Shows the state.\n---\nState (!`git status`)\n       ^^^^^^^^^^^^^ hint\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-command',
        text: '---\ndescription: Shows the state.\nallowed-tools: Bash(./state.sh *)\n---\nState: !`./state.sh`, !`git status`\n',
      },
    ],
  },
});
