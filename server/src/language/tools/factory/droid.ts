import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Consequence, Loaded } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
import { descriptionField, modelField, nameOfForm } from '../shared/commonFields.ts';
import { factoryDroidsDocumentation } from '../shared/documentedSources.ts';
import { factoryAbsentTools, factoryToolCategories, factoryTools } from './vocabulary.ts';

const refused: Consequence = {
  effect: 'rejected',
  consequence: 'Factory does not load the droid and reports it only in the log of its CLI',
};

/** A droid of Factory: its validator is strict and writes only to a log. */
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
        name: nameOfForm(/^[a-z0-9_-]+$/, 'lowercase letters, digits, `-` and `_` only', {
          description:
            'The name of the droid: lowercase letters, digits, `-` and `_`. A droid of the project takes precedence over one of the user.',
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
              'What the droid may use: one category, or a list of tool IDs. Case matters, and several of Claude Code’s tools have other names here.',
            kind: 'tools',
            values: factoryToolCategories,
            limits: true,
            defaultText: 'All tools.',
            whenWrong: 'An unknown ID makes the droid invalid: it is not loaded.',
            order: 40,
            snippet: ' ${1|read-only,edit,execute,web,mcp|}',
            examples: ['read-only', '[Read, Grep, Execute]'],
          }),
        mcpServers: z
          .array(z.string())
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
      what: 'only the files directly in `droids`, not those in subfolders',
    },
    badDelimiters: refused,
    badYaml: refused,
    errors: {
      name: { missing: refused, null: refused, empty: refused, form: refused },
      description: {
        form: { effect: 'noted', consequence: 'Factory shows it in a list and asks to keep it short' },
      },
    },
    noPrompt: refused,
    toolLists: [
      {
        key: 'tools',
        tools: factoryTools,
        categories: factoryToolCategories,
        product: 'factory',
        // IDs of MCP tools have any form.
        names: 'open',
        absent: factoryAbsentTools,
        wrong: {
          effect: 'rejected',
          consequence:
            'Factory does not load a droid with an unknown tool ID and reports it only in the log of its CLI',
        },
        unsure: {
          effect: 'ignored',
          consequence: 'Factory does not load the droid, unless this is the ID of an MCP tool',
        },
      },
    ],
    claudeModels: {
      effect: 'changed',
      consequence:
        'Factory translates this short name of Claude Code only on import; here the droid runs on the model of the session',
      advice: 'Write `inherit`, or a full ID such as `claude-sonnet-4-5-20250929`',
    },
    keys: {
      effort: { consequence: 'Factory’s key for this is `reasoningEffort`', suggestion: 'reasoningEffort' },
      model_display_name: {
        effect: 'ignored',
        consequence: 'Factory does not read it',
        advice: 'Write `model`, with `custom:` and the model’s own name',
      },
      permissionMode: {
        code: 'key.limit',
        effect: 'ignored',
        consequence: 'Factory documents no permission mode for a droid',
        advice: 'Set `tools: read-only` for a droid that must not change anything',
        holds: value => value === 'plan',
      },
    },
    conditions: (loaded, issues) => {
      reportEffort(loaded, issues);
      reportTools(loaded, issues);
    },
  },
);

function reportEffort({ data, places }: Loaded, issues: IssueCollector): void {
  if (data.reasoningEffort === undefined || (data.model !== undefined && data.model !== 'inherit')) return;
  issues.add(
    'key.ignored',
    'ignored',
    places.key(['reasoningEffort']),
    {
      problem: problems.ignoredKey('reasoningEffort'),
      consequence: 'Factory ignores it in a droid that inherits its model',
      advice: 'Name a model, or remove this line',
    },
    { field: 'reasoningEffort' },
  );
}

/** Reports comma-separated names, which are neither a category nor a list. */
function reportTools({ data, places }: Loaded, issues: IssueCollector): void {
  if (typeof data.tools !== 'string' || !data.tools.includes(',')) return;
  issues.add(
    'value.type',
    'ignored',
    places.value(['tools']),
    {
      problem: '`tools` must be a list or one category',
      consequence: 'Factory documents no comma-separated names here',
      advice: 'Write `[` and `]` around them',
    },
    { field: 'tools' },
  );
}
