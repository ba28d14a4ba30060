import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Consequence, Loaded } from '../../loading/documented/format.ts';
import type { Issue } from '../../loading/issue.ts';
import { descriptionField, modelField, nameOfForm } from '../shared/commonFields.ts';
import { factoryDroidsDocumentation } from '../shared/documentedSources.ts';
import { factoryAbsentTools, factoryToolCategories, factoryTools } from './vocabulary.ts';

const refused: Consequence = {
  effect: 'rejected',
  consequence: 'Factory does not load the droid, and says so only in the log of its CLI.',
};

/** A droid of Factory: its validator is strict, and tells its log only. */
export const factoryDroid = documentedDialect(
  {
    id: 'factory-droid',
    title: 'Factory droid',
    target: 'factory',
    files: ['**/.factory/droids/**/*.md'],
    documentation: 'https://docs.factory.ai/cli/configuration/custom-droids',
    source: factoryDroidsDocumentation,
    schema: () =>
      z.looseObject({
        name: nameOfForm(/^[a-z0-9_-]+$/, 'small letters, digits, `-` and `_` only', {
          description:
            'What the droid is called by: small letters, digits, `-` and `_`. The project’s wins over the user’s.',
          whenWrong: 'The droid is not loaded.',
        }),
        description: descriptionField(
          {
            description: 'What the droid does and when to use it, in at most 500 characters.',
            defaultText: 'None, with a warning.',
          },
          z.string().max(500, 'at most 500 characters long'),
        ).optional(),
        model: modelField({
          description:
            'The model: `inherit`, an id such as `claude-sonnet-4-5-20250929`, or `custom:` and your own model.',
          values: [{ value: 'inherit', description: 'The model of the session.' }],
          defaultText: '`inherit`',
          whenWrong: 'A model that is not allowed or not set up gives way to that of the session.',
          examples: ['inherit', 'claude-sonnet-4-5-20250929', 'custom:gpt-4o-mini'],
        }),
        reasoningEffort: z
          .string()
          .optional()
          .meta({
            description:
              'How long the model thinks, for models that can. It counts with the droid’s own `model` only.',
            values: [
              { value: 'low', description: 'Little.' },
              { value: 'medium', description: 'As most tasks want.' },
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
              'What the droid may use: one category, or a list of tool ids. Case counts, and several of Claude Code’s tools have other names here.',
            kind: 'tools',
            values: factoryToolCategories,
            limits: true,
            defaultText: 'All tools.',
            whenWrong: 'An unknown id makes the droid invalid: it is not loaded.',
            order: 40,
            snippet: ' ${1|read-only,edit,execute,web,mcp|}',
            examples: ['read-only', '[Read, Grep, Execute]'],
          }),
        mcpServers: z
          .array(z.string())
          .optional()
          .meta({
            description: 'The names of the MCP servers whose tools the droid gets. `[]` is none.',
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
  },
  {
    tool: 'Factory',
    version: 'of 2026-07',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'name',
    limits: { allow: 'tools' },
    place: {
      folder: '.factory/droids',
      reads: file => !file.includes('/'),
      advice: 'Factory reads the files directly in `droids` only, not those in folders below it.',
    },
    badDelimiters: refused,
    badYaml: refused,
    errors: {
      name: { missing: refused, null: refused, empty: refused, form: refused },
      description: {
        form: { effect: 'noted', consequence: 'Factory shows it in a list, and asks to keep it short.' },
      },
    },
    noPrompt: refused,
    toolLists: [
      {
        key: 'tools',
        tools: factoryTools,
        categories: factoryToolCategories,
        product: 'factory',
        // Tools of MCP servers are listed by ids of any form.
        names: 'open',
        absent: factoryAbsentTools,
        wrong: {
          effect: 'rejected',
          consequence:
            'An unknown id makes the droid invalid: Factory does not load it, and says so only in the log of its CLI.',
        },
        unsure: {
          effect: 'ignored',
          consequence:
            'Unless it is the id of an MCP tool, it makes the droid invalid, and Factory does not load it.',
        },
      },
    ],
    claudeModels: {
      effect: 'changed',
      consequence:
        'Factory’s import translates it; in a file of its own the droid runs on the model of the session. Write `inherit`, or a whole id such as `claude-sonnet-4-5-20250929`.',
    },
    keys: {
      effort: { problem: 'Factory’s key for this is `reasoningEffort`.', suggestion: 'reasoningEffort' },
      model_display_name: {
        problem:
          'Factory does not take `model_display_name`: write `model`, with `custom:` and the model’s own name.',
        effect: 'ignored',
      },
      permissionMode: {
        code: 'key.limit',
        effect: 'ignored',
        problem:
          'Factory documents no `permissionMode` for a droid. One that is to change nothing needs `tools: read-only`.',
        holds: value => value === 'plan',
      },
    },
    conditions: loaded => [...uselessEffort(loaded), ...unlistedTools(loaded)],
  },
);

function uselessEffort({ data, places }: Loaded): Issue[] {
  if (data.reasoningEffort === undefined || (data.model !== undefined && data.model !== 'inherit')) return [];
  return [
    {
      code: 'key.ignored',
      effect: 'ignored',
      range: places.key(['reasoningEffort']),
      field: 'reasoningEffort',
      problem:
        'Factory ignores `reasoningEffort` in a droid that inherits its model. Name a model, or remove this line.',
    },
  ];
}

/** Names with commas between them, which are neither a category nor a list. */
function unlistedTools({ data, places }: Loaded): Issue[] {
  if (typeof data.tools !== 'string' || !data.tools.includes(',')) return [];
  return [
    {
      code: 'value.type',
      effect: 'ignored',
      range: places.value(['tools']),
      field: 'tools',
      problem:
        'Factory documents one category or a list here, and no names with commas between them. Write `[` and `]` around them.',
      data: { expected: 'a list' },
    },
  ];
}
