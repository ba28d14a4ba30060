import { issueRule } from './issueRule.ts';
import { renaming } from './noUnknownKey.ts';
import { loadersObserved } from './sources.ts';

/** A key that another key has replaced. */
export const noDeprecatedKey = issueRule({
  id: 'noDeprecatedKey',
  title: 'Use the current key instead of a deprecated one',
  why: 'The older key still works. The vendor has replaced it and may remove it.',
  sources: [loadersObserved],
  codes: ['key.deprecated'],
  severities: { noted: 'hint' },
  fixes: (issue, context) => [renaming(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\nmaxSteps: 5\n^^^^^^^^ hint\n---\nYou write.\n',
        fixed: '---\ndescription: Writes.\nsteps: 5\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\nsteps: 5\n---\nYou write.\n',
      },
    ],
  },
});
