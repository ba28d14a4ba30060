import { removeItemFix } from './edits/listItems.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A tool that is no more. */
export const noDeadTool = noteRule({
  id: 'noDeadTool',
  title: 'Replace tools that no longer exist',
  why: 'Tools come and go. The name of one that is gone is dropped like any unknown name.',
  sources: [claudeCodeObserved],
  notes: ['tools.dead'],
  fixes: (note, context) => [replaceBySuggestion(note, context, 'replacement'), removeItemFix(note, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, MultiEdit\n             ^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, Edit\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Edit\n---\nYou write.\n',
      },
    ],
  },
});
