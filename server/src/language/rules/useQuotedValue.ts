import { toolsThatCannotRead } from '../otherReaders.ts';
import { listed } from '../wordList.ts';
import { quotings } from './edits/quoting.ts';
import { yamlRepairs } from './edits/yamlRepairs.ts';
import { issueRule } from './issueRule.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved, loadersObserved, yamlSpecification } from './sources.ts';

/** A value that YAML cannot read as text, and that the tool repairs. */
const repaired = issueRule({
  id: 'useQuotedValue',
  title: 'Quote values that YAML does not read as text',
  why: [
    'In YAML, an unquoted `: ` starts another key, and text cannot start with `@`, `` ` ``, `*`, `[` or `{`. Some tools',
    'repair such lines, as written or by guessing; strict tools drop the file or all of its front matter. In quotes, or as a block scalar,',
    'the value is read the same by all tools.',
  ].join('\n'),
  sources: [claudeCodeObserved, loadersObserved, yamlSpecification],
  codes: ['yaml.repaired'],
  // Nothing is lost.
  severities: { noted: 'hint' },
  fixes: (issue, context) => [
    ...quotings(context, issue.data?.key ?? issue.field, issue.range.start).map(fix =>
      issue.data?.isWhole ? { ...fix, safe: false } : fix,
    ),
    // What the tool reads now may differ from what it reads after the other repairs.
    ...yamlRepairs(issue, context).map(fix => ({ ...fix, safe: false })),
  ],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Use it when: asked\n             ^^^^^^^^^^^^^^^^^^ information\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: "Use it when: asked"\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: "Use it when: asked"\n---\nYou write.\n',
      },
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: See https://example.org:80/x\n---\nYou write.\n',
      },
    ],
  },
});

/** Names the tools that do not load a file whose values the own tool reads as written. */
export const useQuotedValue: Rule = {
  ...repaired,
  *check(context) {
    let others: readonly string[] | undefined;
    for (const finding of repaired.check(context)) {
      others ??= finding.issue?.effect === 'noted' ? toolsThatCannotRead(context) : undefined;
      if (finding.issue?.effect !== 'noted' || !others || others.length === 0) {
        yield finding;
        continue;
      }
      const refusal = `${listed(others)} ${others.length === 1 ? 'does' : 'do'} not load such a file`;
      const consequence = [finding.consequence, refusal].filter(Boolean).join('; ');
      yield { ...finding, severity: 'information', consequence };
    }
  },
};
