import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Entry } from '../document/yamlTree.ts';
import { mayBeCustomKey } from '../loading/customKeys.ts';
import type { Issue } from '../loading/issue.ts';
import { problems, problemsOfSeveral } from '../loading/problems.ts';
import { removeEntries, renameKey } from './edits/entries.ts';
import { lessens } from './edits/outcome.ts';
import { issueRule } from './issueRule.ts';
import type { Fix, RuleContext } from './rule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** A key that the tool does not know. */
export const noUnknownKey = issueRule({
  id: 'noUnknownKey',
  title: 'Use keys that the tool knows',
  why: [
    'The effect of an unknown key differs: Claude Code ignores it, Gemini CLI rejects the file, OpenCode sends it to the',
    'model provider. Custom keys are fine where the tool ignores them. Declare them under `fields` in `.agentfilesrc`, and',
    'they are known here too.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['key.unknown'],
  // What the tool merely ignores is often meant so; a misspelled key is not.
  severities: issue => (isCustom(issue) ? 'hint' : undefined),
  advice: issue => (isCustom(issue) ? 'Declare custom keys under `fields` in `.agentfilesrc`' : undefined),
  unnecessary: isCustom,
  fixes: (issue, context) => [
    renaming(issue, context),
    removal([issue], context, key => `Remove \`${key}\``),
    declaration([issue], context, key => `Keep \`${key}\` as a custom key`),
  ],
  grouping: {
    within: 'file',
    joins: ({ data }) => data?.suggestion === undefined,
    problem: problemsOfSeveral.unknownKeys,
    fixes: (issues, context) => [
      removal(issues, context, () => `Remove all ${issues.length}`),
      declaration(issues, context, () => `Keep all ${issues.length} as custom keys`),
    ],
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ncolour: green\n^^^^^^ information\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ncolor: green\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\ncolor: green\n^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ncolor: green\n---\nYou write.\n',
      },
    ],
  },
});

/** Renames the key of an issue to the one that its loader suggests, unless that one is in use. */
export function renaming(
  issue: Issue<'key.unknown' | 'key.limit' | 'key.deprecated'>,
  { document }: RuleContext,
): Fix | undefined {
  const suggestion = issue.data?.suggestion;
  const entry = document.yaml.entries.find(({ keyRange }) => keyRange.start === issue.range.start);
  if (suggestion === undefined || !entry || document.entry(suggestion)) return undefined;
  return {
    title: `Change \`${entry.key}\` to \`${suggestion}\``,
    changes: [renameKey(entry, suggestion)],
    safe: false,
  };
}

/** True for a key that the tool merely ignores, and that resembles none of its own: most are custom keys. */
export function isCustom(issue: Issue): boolean {
  return mayBeCustomKey(issue) && issue.data?.suggestion === undefined;
}

/**
 * Removes the keys of the issues, wherever they are given. Where the front matter ends early, or the tool reads it as
 * text, only if that leads to fewer unknown keys.
 */
function removal(
  issues: readonly Issue[],
  context: RuleContext,
  titleFor: (key: string) => string,
): Fix | undefined {
  const { document } = context;
  const entries = issues.map(({ range }) => entryAt(document, range));
  if (!entries.every(entry => entry !== undefined)) return undefined;
  const keys = new Set(entries.map(({ key }) => key));
  const changes = removeEntries(
    document,
    document.yaml.entries.filter(({ key }) => keys.has(key)),
  );
  if (!changes) return undefined;
  const isPlain =
    issues.every(({ problem }, at) => problem === problems.unknownKey(entries[at]!.key)) &&
    !entries.some(({ lines }) => document.slice(lines).includes('---'));
  return isPlain || lessens(changes, context, 'key.unknown')
    ? { title: titleFor(entries[0]!.key), changes, safe: false }
    : undefined;
}

/** Declares the keys of the issues as custom keys. That silences only what the tool merely ignores. */
function declaration(
  issues: readonly Issue[],
  { document }: RuleContext,
  titleFor: (key: string) => string,
): Fix | undefined {
  const keys = issues.map(({ range }) => entryAt(document, range)?.key);
  const isPossible = keys.every(key => key !== undefined) && issues.every(mayBeCustomKey);
  return isPossible ? { title: titleFor(keys[0]!), changes: [], declares: keys, safe: false } : undefined;
}

/** The top-level entry whose key starts at a range. */
function entryAt(document: AgentDocument, { start }: OffsetRange): Entry | undefined {
  return document.yaml.entries.find(({ keyRange }) => keyRange.start === start);
}
