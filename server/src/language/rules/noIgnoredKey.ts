import type { LoadNote } from '../loading/loader.ts';
import { removeEntry } from './edits/entries.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that the tool knows and does not heed in this place. */
export const noIgnoredKey = noteRule({
  id: 'noIgnoredKey',
  title: 'Leave out keys that have no effect here',
  why: 'Some keys hold in one place only: agents of Claude Code plugins, for instance, cannot set `hooks`, `mcpServers`, `permissionMode` or `initialPrompt`.',
  sources: [claudeCodeObserved, loadersObserved],
  notes: ['key.ignored'],
  unnecessary: note => !isReadElsewhere(note),
  fixes: (note, { document }) => {
    if (isReadElsewhere(note)) return [];
    const { entries } = document.yaml;
    const entry = entries.find(({ keyRange }) => keyRange.start === note.range.start);
    if (!entry) return [];
    const all = entries.filter(({ key }) => key === entry.key);
    return [{ title: `Remove \`${entry.key}\``, changes: all.map(removeEntry), safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-plugin-agent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: plan\n^^^^^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-plugin-agent',
        text: '---\nname: writer\ndescription: Writes.\nmaxTurns: 5\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\npermissionMode: plan\n---\nYou write.\n',
      },
    ],
  },
});

/** True for a key that another tool reads from the same file: there is nothing to remove. */
function isReadElsewhere({ data }: LoadNote): boolean {
  return data?.elsewhere === true;
}
