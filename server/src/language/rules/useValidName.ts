import type { Entry } from '../document/yamlTree.ts';
import { repairs } from './edits/outcome.ts';
import { doubleQuoted, replaceValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import type { RuleContext } from './rule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';
import { nameFromPath } from './useName.ts';

/** A name that the tool does not accept. */
export const useValidName = issueRule({
  id: 'useValidName',
  title: 'Use a name that the tool accepts',
  why: [
    'The rules for names differ: Claude Code accepts almost any string without a leading `-` or a `:`, up to 256',
    'characters; other tools require lowercase letters, digits and hyphens. A name of lowercase letters, digits and single',
    'hyphens is valid everywhere.',
  ].join('\n'),
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['name.invalid'],
  fixes: (issue, context) => {
    const { document } = context;
    const entry = document.entry('name');
    if (!entry) return [];
    for (const yaml of betterNames(entry, context).flatMap(name => [name, doubleQuoted(name)])) {
      const changes = [replaceValue(document, entry, yaml)];
      if (repairs(changes, issue, context))
        return [{ title: `Change the name to \`${yaml}\``, changes, safe: false }];
    }
    return [];
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
      {
        dialect: 'gemini-agent',
        path: '.gemini/agents/planner.md',
        text: '---\nname: generalist\n      ^^^^^^^^^^ error\ndescription: Plans.\n---\nYou plan.\n',
        fixed: '---\nname: planner\ndescription: Plans.\n---\nYou plan.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: Docs Writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});

/** Returns names similar to the one at `entry`, the nearest first. The loader decides which ones are valid. */
function betterNames(entry: Entry, context: RuleContext): string[] {
  const isText = typeof entry.value === 'string';
  const written = isText ? String(entry.value) : context.document.slice(entry.range);
  if (!isText && !/^[\w.-]+$/.test(written)) return [];
  const plain = slug(written);
  const further = [plain, plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')];
  return [
    ...(isText ? [] : [written]),
    ...further,
    nameFromPath(context),
    ...further.map(name => name && `${name}-agent`),
  ].filter(name => name !== '');
}

/** Changes only what is certainly invalid: the rest of a name is the author's choice. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  return plain.slice(0, 50).replace(/-+$/, '');
}
