import { decoded } from '../decoded.ts';
import { insertEntry } from './edits/entries.ts';
import { listToMapping } from './edits/indentRepairs.ts';
import { repairs } from './edits/outcome.ts';
import { replaceValue } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import type { RuleContext } from './rule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** The name that the tool needs. */
export const useName = issueRule({
  id: 'useName',
  title: 'Give the agent a name',
  why: 'Tools that read the name from the front matter do not load a file without one. Claude Code does not even log it, because it treats the file as documentation.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['name.missing'],
  fixes: (issue, context) => {
    const { document } = context;
    if (document.frontMatter.state !== 'closed') return [];
    const name = nameFromPath(context);
    const empty = document.entry('name');
    const changes = [empty ? replaceValue(document, empty, name) : insertEntry(document, 'name', name)];
    if (!document.yaml.isMap) return listToMapping(document);
    if (!repairs(changes, issue, context)) return [];
    return [{ title: `Set \`name\` to \`${name}\``, changes, safe: false }];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/Code Writer.md',
        text: '---\n^^^ error\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
        fixed: '---\nname: code-writer\ndescription: Writes.\ntools: Read\n---\nYou write.\n',
      },
    ],
    valid: [
      { dialect: 'claude-subagent', text: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n' },
    ],
  },
});

/** Turns the file's name (the folder's for `SKILL.md`) into a name that every tool accepts. */
export function nameFromPath({ document }: Pick<RuleContext, 'document'>): string {
  const parts = decoded(document.uri).split('/');
  const file = parts.at(-1) ?? '';
  const stem =
    file === 'SKILL.md'
      ? (parts.at(-2) ?? '')
      : file.replace(/(?:\.(?:agent|prompt|chatmode|instructions))?\.[^.]*$/, '');
  const slug = stem
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'agent' : slug;
}
