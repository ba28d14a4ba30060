import { noteRule } from './noteRule.ts';
import { loadersObserved } from './sources.ts';

/** Two keys of which only one can hold. */
export const noConflictingKeys = noteRule({
  id: 'noConflictingKeys',
  title: 'Give only one of two keys that exclude each other',
  why: 'Where two keys say the same thing in two ways, the tool heeds one of them, or refuses the file.',
  sources: [loadersObserved],
  notes: ['key.conflict'],
  examples: {
    invalid: [],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});
