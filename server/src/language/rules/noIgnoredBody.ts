import { noteRule } from './noteRule.ts';
import { loadersObserved } from './sources.ts';

/** A prompt where the tool takes none. */
export const noIgnoredBody = noteRule({
  id: 'noIgnoredBody',
  title: 'Write no prompt where the tool takes none',
  why: 'A remote agent, for instance, is described by its card. Text below its front matter is never read.',
  sources: [loadersObserved],
  notes: ['body.ignored'],
  examples: {
    invalid: [],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});
