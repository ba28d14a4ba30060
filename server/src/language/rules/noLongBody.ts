import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

const skill = '---\nname: agent\ndescription: Writes lines.\n---\n';

/** A prompt longer than the tool's limit. */
export const noLongBody = issueRule({
  id: 'noLongBody',
  title: 'Keep the prompt within the tool’s limit',
  why: 'Some tools truncate or reject prompts over a length limit. Move reference material to files that the agent reads when it needs them.',
  sources: [loadersObserved],
  codes: ['body.tooLong'],
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
