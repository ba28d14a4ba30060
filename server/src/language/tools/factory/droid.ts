import * as z from 'zod';
import type { Source } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import { descriptionField, modelField, nameField } from '../shared/commonFields.ts';
import { factoryFormat } from './loader.ts';
import { factoryToolCategories, factoryTools } from './vocabulary.ts';

const factoryObserved: Source = {
  title: 'Factory Droid 0.225.2, observed',
  verified: '2026-11-29',
  evidence: 'measured',
};

const dropped = 'A value of another type makes Factory drop all of the front matter.';

/** A droid of Factory. */
export const factoryDroid = documentedDialect(
  {
    id: 'factory-droid',
    title: 'Factory droid',
    target: 'factory',
    files: ['**/.factory/droids/**/*.md'],
    documentation: 'https://docs.factory.ai/cli/configuration/custom-droids',
    source: factoryObserved,
    schema: () =>
      z.looseObject({
        name: nameField({
          description: 'The name of the droid. A droid of the project takes precedence over one of the user.',
          defaultText: 'The name of the file.',
          whenWrong: dropped,
        }).optional(),
        description: descriptionField(
          {
            description: 'What the droid does and when to use it. Factory asks for at most 500 characters.',
            defaultText: 'None.',
            whenWrong: dropped,
          },
          z.string().max(500, 'at most 500 characters long'),
        ).optional(),
        model: modelField({
          description:
            'The model: `inherit`, an ID such as `claude-sonnet-4-5-20250929`, or `custom:` and your own model.',
          values: [{ value: 'inherit', description: 'The model of the session.' }],
          defaultText: '`inherit`',
          whenWrong: 'A model that is not allowed or not set up is replaced by that of the session.',
          examples: ['inherit', 'claude-sonnet-4-5-20250929', 'custom:gpt-4o-mini'],
        }),
        reasoningEffort: z
          .string()
          .optional()
          .meta({
            description:
              'How long the model thinks, for models that can. It has an effect only with the droid’s own `model`.',
            values: [
              { value: 'low', description: 'Little.' },
              { value: 'medium', description: 'Enough for most tasks.' },
              { value: 'high', description: 'Long.' },
            ],
            defaultText: 'That of the session.',
            order: 50,
          }),
        tools: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .meta({
            description:
              'What the droid may use: one category, or tool IDs as a list or separated by commas. Case matters, and several of Claude Code’s tools have other names here.',
            kind: 'tools',
            values: factoryToolCategories,
            limits: true,
            defaultText: 'All tools.',
            whenWrong: `Names that are not tools are skipped. ${dropped}`,
            order: 40,
            snippet: ' ${1|read-only,edit,execute,web,mcp|}',
            examples: ['read-only', '[Read, Grep, Execute]'],
          }),
        mcpServers: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .meta({
            description: 'The names of the MCP servers whose tools the droid gets. `[]` means none.',
            kind: 'mcpServerNames',
            defaultText: 'Those of the session.',
            order: 60,
            examples: ['[linear, github]'],
          }),
      }),
    tools: factoryTools,
    body: { placeholders: [] },
    template: [
      '---',
      'name: ${1:${TM_FILENAME_BASE:my-droid}}',
      'description: ${2:What it does, and when to use it.}',
      'model: ${3:inherit}',
      'tools: ${4|read-only,edit,execute,web,mcp|}',
      '---',
      '',
      '${0:You are}',
      '',
    ].join('\n'),
    defines: 'agent',
    published: 1,
  },
  factoryFormat,
);
