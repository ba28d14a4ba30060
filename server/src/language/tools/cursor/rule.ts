import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Loaded } from '../../loading/documented/format.ts';
import type { Issue } from '../../loading/issue.ts';
import { cursorRulesDocumentation } from '../shared/documentedSources.ts';

/** A rule of Cursor. Cursor itself writes `globs` without quotes, which is no YAML and is right here. */
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
        // Cursor leaves the keys that are not used without a value.
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
              'The files that bring the rule along, with commas between the patterns. No quotes are needed here, although YAML wants them.',
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
  },
  {
    tool: 'Cursor',
    version: '2.4',
    what: 'rule',
    frontMatter: 'optional',
    verbatim: ['globs'],
    // Cursor writes such lines itself. That it reads them as YAML others say (dyoshikawa/rulesync#1919), not Cursor.
    textLine: {
      effect: 'noted',
      consequence: 'How Cursor reads this is not documented; tools that read it as YAML refuse it.',
      evidence: 'secondHand',
    },
    namedBy: 'file',
    keys: {
      glob: {
        effect: 'ignored',
        problem: 'Cursor’s key is `globs`, so this brings no file along.',
        suggestion: 'globs',
      },
      applyTo: { problem: 'Copilot’s `applyTo` is `globs` in a rule of Cursor.', suggestion: 'globs' },
      paths: { problem: 'Claude Code’s `paths` is `globs` in a rule of Cursor.', suggestion: 'globs' },
    },
    conditions: uselessGlobs,
  },
);

function uselessGlobs({ data, places }: Loaded): Issue[] {
  const hasGlobs = typeof data.globs === 'string' ? data.globs.trim() !== '' : Array.isArray(data.globs);
  if (data.alwaysApply !== true || !hasGlobs) return [];
  return [
    {
      code: 'key.ignored',
      effect: 'noted',
      range: places.key(['globs']),
      field: 'globs',
      problem: 'With `alwaysApply: true` the rule is in every conversation, so `globs` chooses nothing.',
      evidence: 'secondHand',
    },
  ];
}
