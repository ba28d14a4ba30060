import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Loaded } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
import { choiceField } from '../shared/commonFields.ts';
import { devinRulesReported } from '../shared/documentedSources.ts';

const triggers = [
  { value: 'always_on', description: 'In every conversation.' },
  { value: 'glob', description: 'With the files that `globs` names.' },
  { value: 'model_decision', description: 'When the model finds by `description` that it applies.' },
  { value: 'manual', description: 'Only when it is mentioned.' },
  { value: 'agent', description: 'When an agent asks for it.' },
];

/** A rule of Devin, formerly Windsurf, whose folder it still reads. */
export const devinRule = documentedDialect(
  {
    id: 'devin-rule',
    title: 'Devin rule',
    target: 'devin',
    files: ['**/.devin/rules/**/*.md', '**/.windsurf/rules/**/*.md'],
    documentation: 'https://docs.devin.ai/',
    source: devinRulesReported,
    schema: () =>
      z.looseObject({
        trigger: choiceField(triggers, { description: 'When the rule is used.', order: 10 }),
        description: z.string().nullable().optional().meta({
          description: 'What the rule is about. With `trigger: model_decision` the model decides by it.',
          kind: 'text',
          order: 20,
          snippet: ' ${1:What the rule is about.}',
        }),
        globs: z
          .union([z.string(), z.array(z.string()), z.null()])
          .optional()
          .meta({
            description: 'With `trigger: glob`: the files that activate the rule, as patterns.',
            kind: 'globs',
            order: 30,
            snippet: ' "${1:**/*.ts}"',
            examples: ['"**/*.ts"', '["src/**/*.ts", "test/**"]'],
          }),
      }),
    template: ['---', 'trigger: ${1|always_on,model_decision,manual|}', '---', '', '$0', ''].join('\n'),
    defines: 'rule',
  },
  {
    tool: 'Devin',
    version: 'CLI of 2026-11',
    what: 'rule',
    frontMatter: 'optional',
    verbatim: ['globs'],
    namedBy: 'file',
    keys: {
      alwaysApply: {
        consequence: 'Devin’s key for Cursor’s `alwaysApply` is `trigger`',
        advice: 'Use `trigger: always_on`, or `trigger: glob` with `globs`',
      },
    },
    conditions: reportTrigger,
  },
);

/** Reports globs that no trigger uses. */
function reportTrigger({ data, places }: Loaded, issues: IssueCollector): void {
  if (data.globs === undefined || data.globs === null || data.trigger !== undefined) return;
  issues.add(
    'key.missing',
    'ignored',
    places.key(['globs']),
    {
      problem: problems.missingKey('trigger'),
      consequence: 'Devin is reported to use `globs` with `trigger: glob` only',
      advice: 'Add `trigger: glob`',
    },
    { field: 'trigger', data: { key: 'trigger' }, evidence: 'secondHand' },
  );
}
