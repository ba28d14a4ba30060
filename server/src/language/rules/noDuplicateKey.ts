import { removeEntry } from './edits/entries.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** The same key twice. */
export const noDuplicateKey = noteRule({
  id: 'noDuplicateKey',
  title: 'Give each key once',
  why: 'Where a key is given twice, some tools keep the last value, others refuse the file. Keep the one that you mean.',
  sources: [claudeCodeObserved, loadersObserved],
  notes: ['yaml.duplicateKey'],
  unnecessary: true,
  fixes: (note, { document }) => {
    const entry = document.yaml.entries.find(
      ({ keyRange }) => keyRange.start <= note.range.start && note.range.start <= keyRange.end,
    );
    if (!entry) return [];
    return [
      {
        title: `Remove this \`${entry.key}\`, which has no effect`,
        changes: [removeEntry(entry)],
        safe: true,
      },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: opus\n^^^^^ warning\nmodel: sonnet\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\nmodel: sonnet\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmodel: sonnet\n---\nYou write.\n',
      },
    ],
  },
});
