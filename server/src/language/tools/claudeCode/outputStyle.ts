import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { booleanEntries } from '../shared/shapes.ts';
import { claudeCodeOutputStyle } from './loader/outputStyle.ts';
import { besideManifest, inClaudePlugin, pluginPaths } from './plugins.ts';
import { claudeOutputStylesDocumentation } from './sources.ts';

/** An output style of Claude Code: instructions that replace its own on how to work and answer. */
export const claudeOutputStyle = defineDialect({
  id: 'claude-output-style',
  title: 'Claude Code output style',
  target: 'claude',
  files: ['**/.claude/output-styles/**/*.md'],
  inPlugins: inClaudePlugin(pluginPaths.outputStyles, 'output-styles/**/*.md'),
  misplaced: [besideManifest('output-styles/**/*.md')],
  documentation: 'https://code.claude.com/docs/en/output-styles#frontmatter',
  source: claudeOutputStylesDocumentation,
  schema: () =>
    z.looseObject({
      name: z
        .string()
        .optional()
        .meta({
          description: 'The name by which the style is selected.',
          kind: 'text',
          defaultText: 'The name of the file.',
          whenWrong: 'Nothing is reported.',
          order: 10,
          snippet: ' ${1:My style}',
          examples: ['Terse'],
        }),
      description: z
        .string()
        .optional()
        .meta({
          description: 'A description of the style, shown where it is selected.',
          kind: 'text',
          defaultText: 'None.',
          whenWrong: 'Nothing is reported.',
          order: 20,
          snippet: ' ${1:What it is like.}',
          examples: ['Short answers without explanations'],
        }),
      'keep-coding-instructions': boolean(
        'Whether Claude Code’s own instructions for programming stay in addition to the style.',
        'They stay, and the style is added.',
        'The style replaces them.',
        30,
      ),
      'force-for-plugin': boolean(
        'Whether the style applies whenever its plugin is enabled, whatever style is selected. Only in a plugin.',
        'It applies whenever the plugin is enabled.',
        'It has to be selected.',
        40,
      ),
    }),
  loader: claudeCodeOutputStyle,
  body: { placeholders: [] },
  template: [
    '---',
    'name: ${1:${TM_FILENAME_BASE:My style}}',
    'description: ${2:What it is like.}',
    'keep-coding-instructions: ${3|true,false|}',
    '---',
    '',
    '${0:You are}',
    '',
  ].join('\n'),
  defines: 'style',
});

function boolean(description: string, yes: string, no: string, order: number) {
  return z
    .boolean()
    .optional()
    .meta({
      description,
      values: booleanEntries(yes, no),
      defaultText: '`false`.',
      whenWrong: 'Nothing is reported.',
      order,
    });
}
