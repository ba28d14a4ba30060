import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { vscodeClaudeRules } from '../copilot/vscode/prompts.ts';
import { claudeImports } from './imports.ts';
import { claudeCodeRule } from './loader/rule.ts';
import { claudeMemoryDocumentation } from './sources.ts';

/** A rule of Claude Code: instructions for every session, or for work on some of the files. */
export const claudeRule = defineDialect({
  id: 'claude-rule',
  title: 'Claude Code rule',
  target: 'claude',
  files: ['**/.claude/rules/**/*.md'],
  documentation: 'https://code.claude.com/docs/en/memory#path-specific-rules',
  source: claudeMemoryDocumentation,
  schema: () =>
    z.looseObject({
      paths: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({
          description: [
            'The files to which the rule applies: it is read when Claude works on one of them.',
            'Globs in a list, or separated by commas; braces expand. Quote one that starts with `*`: in a list the front matter is lost without the quotes.',
          ].join(' '),
          kind: 'globs',
          separator: 'comma',
          defaultText: 'The rule is read in every session.',
          whenWrong: 'A pattern with an unclosed `[` matches nothing.',
          order: 10,
          snippet: '\n  - "${1:src/**/*.ts}"',
          examples: ['["src/api/**/*.ts", "*.{md,mdx}"]'],
        }),
      ...Object.fromEntries(
        ['globs', 'alwaysApply', 'description'].map(name => [
          name,
          z.unknown().optional().meta({
            description: 'A key of Cursor’s rules, without effect here.',
            whenWrong: 'Always ignored.',
            hidden: true,
          }),
        ]),
      ),
    }),
  builtInSupport: [vscodeClaudeRules],
  loader: claudeCodeRule,
  body: claudeImports,
  template: ['---', 'paths:', '  - "${1:src/**/*.ts}"', '---', '', '${0:Rules}', ''].join('\n'),
  defines: 'rule',
});
