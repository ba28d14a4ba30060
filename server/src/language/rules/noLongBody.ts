import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

const skill = '---\nname: agent\ndescription: Writes lines.\n---\n';

/** A prompt beyond the tool's limit. */
export const noLongBody = issueRule({
  id: 'noLongBody',
  title: 'Keep the prompt within the tool’s limit',
  why: 'Some tools cut or refuse prompts beyond a length. Move reference material to files that the agent reads when it needs them.',
  sources: [loadersObserved],
  issues: ['body.tooLong'],
  examples: {
    invalid: [
      {
        dialect: 'agent-skill',
        text: `${skill}${'Write a line.\n'.repeat(501)}^^^^^^^^^^^^^ information\n`,
      },
    ],
    valid: [{ dialect: 'agent-skill', text: `${skill}${'Write a line.\n'.repeat(500)}` }],
  },
});
