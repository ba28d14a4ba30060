import { doubleQuoted, replaceValue } from './edits/scalar.ts';
import { noteRule } from './noteRule.ts';
import { claudeCodeObserved, claudeCodeSubagents, loadersObserved } from './sources.ts';
import { nameFromPath } from './useName.ts';

/** A name that the tool does not take. */
export const useValidName = noteRule({
  id: 'useValidName',
  title: 'Give the agent a name that the tool takes',
  why: [
    'What a name may be differs: Claude Code takes almost any text but a leading `-`, a `:` or more than 256 characters;',
    'others want lower-case letters, digits and hyphens. A name of small letters, digits and single hyphens is',
    'good everywhere.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeCodeSubagents, loadersObserved],
  notes: ['name.invalid'],
  fixes: (_note, context) => {
    const entry = context.document.entry('name');
    if (!entry) return [];
    const written = context.document.slice(entry.range);
    const isText = typeof entry.value === 'string';
    const better = isText ? slug(String(entry.value)) || nameFromPath(context) : undefined;
    const yaml =
      better === undefined
        ? entry.node && /^[\w.-]+$/.test(written)
          ? doubleQuoted(written)
          : undefined
        : better;
    if (yaml === undefined) return [];
    return [
      {
        title: `Change the name to \`${yaml}\``,
        changes: [replaceValue(context.document, entry, yaml)],
        safe: false,
      },
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: docs:writer\n      ^^^^^^^^^^^ error\ndescription: Writes.\n---\nYou write.\n',
        fixed: '---\nname: docs-writer\ndescription: Writes.\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: 42\n      ^^ error\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
        fixed: '---\nname: "42"\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: Docs Writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});

/** Only what is surely wrong is changed: the rest of a name is its author's choice. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  return plain.slice(0, 50).replace(/-+$/, '');
}
