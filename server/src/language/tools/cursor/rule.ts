import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Loaded } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
import { cursorRulesDocumentation } from '../shared/documentedSources.ts';

/** A rule of Cursor. Cursor itself writes `globs` without quotes, which is invalid YAML and correct here. */
export const cursorRule = documentedDialect(
  {
    id: 'cursor-rule',
    title: 'Cursor rule',
    target: 'cursor',
    files: ['**/.cursor/rules/**/*.mdc'],
    documentation: 'https://cursor.com/docs/rules',
    source: cursorRulesDocumentation,
    schema: () =>
      z.looseObject({
        // Cursor leaves unused keys without a value.
        description: z
          .string()
          .nullable()
          .optional()
          .meta({
            description:
              'What the rule is about. Where the rule has neither `alwaysApply` nor `globs`, the model chooses it by this text.',
            kind: 'text',
            defaultText: 'None: the rule is then used only when it is named.',
            order: 10,
            snippet: ' ${1:What the rule is about.}',
            examples: ['How we write tests'],
          }),
        globs: z
          .union([z.string(), z.array(z.string()), z.null()])
          .optional()
          .meta({
            description:
              'The files that activate the rule, as comma-separated patterns. No quotes are needed here, although YAML requires them.',
            kind: 'globs',
            separator: 'comma',
            defaultText: 'None.',
            order: 20,
            snippet: ' ${1:**/*.ts}',
            examples: ['**/*.ts', 'src/**/*.ts, test/**/*.ts'],
          }),
        alwaysApply: z.boolean().nullable().optional().meta({
          description: 'Gives the rule to the model in every conversation, whatever `globs` says.',
          defaultText: '`false`',
          order: 30,
        }),
      }),
    template: [
      '---',
      'description: ${1:What the rule is about.}',
      'globs: ${2:**/*.ts}',
      'alwaysApply: ${3|false,true|}',
      '---',
      '',
      '$0',
      '',
    ].join('\n'),
    defines: 'rule',
    published: 6,
  },
  {
    tool: 'Cursor',
    version: '2.4',
    what: 'rule',
    frontMatter: 'optional',
    verbatim: ['globs'],
    // Cursor writes such lines itself. Only others say that it reads them as YAML (dyoshikawa/rulesync#1919).
    textLine: {
      effect: 'noted',
      consequence: 'Cursor does not document how it reads this; tools that read it as YAML reject it',
      evidence: 'secondHand',
    },
    namedBy: 'file',
    keys: {
      glob: {
        effect: 'ignored',
        consequence: 'Cursor’s key is `globs`: this does not match any file',
        suggestion: 'globs',
      },
      applyTo: { consequence: 'Cursor’s key for Copilot’s `applyTo` is `globs`', suggestion: 'globs' },
      paths: { consequence: 'Cursor’s key for Claude Code’s `paths` is `globs`', suggestion: 'globs' },
    },
    conditions: reportGlobs,
  },
);

function reportGlobs({ data, places }: Loaded, issues: IssueCollector): void {
  const hasGlobs = typeof data.globs === 'string' ? data.globs.trim() !== '' : Array.isArray(data.globs);
  if (data.alwaysApply !== true || !hasGlobs) return;
  issues.add(
    'key.ignored',
    'noted',
    places.key(['globs']),
    {
      problem: problems.ignoredKey('globs'),
      consequence: 'Cursor includes a rule with `alwaysApply: true` in every conversation',
    },
    { field: 'globs', evidence: 'secondHand' },
  );
}
