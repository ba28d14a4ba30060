import { removeEntry } from './edits/entries.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key without a value. */
export const noEmptyValue = noteRule({
  id: 'noEmptyValue',
  title: 'Give every key a value, or leave it out',
  why: 'A key with nothing behind the colon is null in YAML. Some tools treat it as absent; OpenCode does not start, and Gemini CLI refuses the file.',
  sources: [claudeCodeObserved, loadersObserved],
  notes: ['value.null'],
  fixes: (note, { document }) => {
    const entry = document.entry(note.field ?? '');
    return entry
      ? [{ title: `Remove the empty \`${entry.key}\``, changes: [removeEntry(entry)], safe: false }]
      : [];
  },
  examples: {
    invalid: [],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});
