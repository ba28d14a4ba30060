import { quotings } from './edits/quoting.ts';
import { replaceBySuggestion } from './edits/suggestion.ts';
import { noteRule, textIn } from './noteRule.ts';
import { loadersObserved } from './sources.ts';

/** Front matter that the tool gives up on, prompt and all. */
export const noLostFrontMatter = noteRule({
  id: 'noLostFrontMatter',
  title: 'Write front matter that the tool does not throw away',
  why: 'OpenCode and Kilo do not report YAML that they cannot read. They take the whole file, fences included, for the prompt: the agent has no description, no model, no permissions, and every tool.',
  sources: [loadersObserved],
  notes: ['frontMatter.lost'],
  fixes: (note, context) => [
    replaceBySuggestion(note, context),
    ...quotings(context, textIn(note, 'key') ?? note.field),
  ],
  examples: {
    invalid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\npermission:\n  *: deny\n  ^ error\n  read: allow\n---\nYou write.\n',
        fixed: '---\ndescription: Writes.\npermission:\n  "*": deny\n  read: allow\n---\nYou write.\n',
      },
      {
        dialect: 'kilo-workflow',
        text: '---\n^^^ warning\ndescription: Ships.\n---\n# Ship\n\nShip it.\n',
      },
    ],
    valid: [
      {
        dialect: 'opencode-agent',
        text: '---\ndescription: Writes.\npermission:\n  "*": deny\n  read: allow\n---\nYou write.\n',
      },
    ],
  },
});
