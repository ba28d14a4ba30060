import { noteRule } from './noteRule.ts';
import { claudeCodeObserved } from './sources.ts';

/** A specifier that grants, or takes, the whole tool. */
export const noToolSpecifier = noteRule({
  id: 'noToolSpecifier',
  title: 'Do not rely on specifiers in a tool list',
  why: [
    'In an agent’s `tools` a specifier does not narrow: `Bash(git:*)` grants all of Bash, and `Bash(rm:*)` in',
    '`disallowedTools` takes all of it away. Use `permissions.deny` in the settings, or a `PreToolUse` hook.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  notes: ['tools.specifier'],
  severities: { widened: 'warning' },
  fixes: (note, { document }) => {
    const written = document.slice(note.range);
    const open = written.indexOf('(');
    // Where it narrows in one place of two, nothing is to be taken away.
    if (open < 1 || note.effect === 'noted') return [];
    const range = { start: note.range.start + open, end: note.range.end };
    return [
      {
        title: `Write \`${written.slice(0, open)}\`, which is what it grants`,
        changes: [{ range, newText: '' }],
        safe: false,
      },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Bash(git:*)\n             ^^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, Bash\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, Bash\n---\nYou write.\n',
      },
    ],
  },
});
