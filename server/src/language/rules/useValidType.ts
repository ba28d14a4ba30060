import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, claudeCodeSubagents, loadersObserved } from './sources.ts';

/** A value of a wrong type. */
export const useValidType = noteRule({
  id: 'useValidType',
  title: 'Give each key a value of its type',
  why: 'A list where the tool wants a text, a map where it wants a list: the value is dropped, the file is refused, or worse, in some tools none of the agents load.',
  sources: [claudeCodeObserved, claudeCodeSubagents, loadersObserved],
  notes: ['value.type'],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: 5\n       ^ warning\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: [Read]\n---\nYou write.\n',
      },
    ],
  },
});
