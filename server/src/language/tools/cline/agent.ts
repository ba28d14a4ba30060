import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { descriptionField, nameField, toolsField } from '../shared/commonFields.ts';
import { namesShape } from '../shared/shapes.ts';
import { clineAgent as loader } from './loader/cline.ts';
import { clineObserved } from './sources.ts';
import { clineTools } from './tools.ts';

const required = ['name', 'description'];
const whenWrong = 'The file is skipped.';

/** An agent of Cline: a YAML file with front matter and a prompt, in a project or in the user's own folder. */
export const clineAgent = defineDialect({
  id: 'cline-agent',
  title: 'Cline agent',
  target: 'cline',
  files: ['**/.cline/agents/*.yaml', '**/.cline/agents/*.yml'],
  misplaced: [
    {
      from: /(\/\.cline\/agents\/[^/]+)\.md$/,
      to: '$1.yaml',
      files: ['**/.cline/agents/*.md'],
      keys: required,
      consequence: 'Cline reads only files that end in `.yaml` or `.yml`',
    },
    {
      from: /\/\.cline\/agents\/(?:[^/]+\/)+([^/]+\.ya?ml)$/,
      to: '/.cline/agents/$1',
      files: ['**/.cline/agents/*/**/*.yaml', '**/.cline/agents/*/**/*.yml'],
      keys: required,
      consequence: 'Cline does not read subfolders of `.cline/agents`',
    },
    {
      from: /\/\.agents\/agents\/([^/]+\.ya?ml)$/,
      to: '/.cline/agents/$1',
      files: ['**/.agents/agents/*.yaml', '**/.agents/agents/*.yml'],
      keys: required,
      consequence: 'Cline reads agents only from `.cline/agents`',
    },
  ],
  documentation: clineObserved.url!,
  source: clineObserved,
  schema: () =>
    z.looseObject({
      name: nameField({
        description:
          'The name of the agent. Names that differ in case only are the same: the first file wins.',
        whenWrong,
      }),
      description: descriptionField({ whenWrong }),
      tools: toolsField({
        description:
          'The tools that the agent may use, as a list or a comma-separated string. Unknown names are not reported.',
        whenWrong,
      }),
      skills: namesShape().optional().meta({
        description: 'The skills that the agent may use, as a list or a comma-separated string.',
        kind: 'skillNames',
        separator: 'comma',
        whenWrong,
        order: 50,
      }),
      providerId: z.string().optional().meta({
        description: 'The provider of the model.',
        kind: 'text',
        defaultText: 'That of the session.',
        whenWrong,
        order: 60,
      }),
      modelId: z.string().optional().meta({
        description: 'The model, by the ID that its provider gives it. It is not checked.',
        kind: 'model',
        defaultText: 'That of the session.',
        whenWrong,
        order: 61,
      }),
      maxIterations: z
        .number()
        .int()
        .positive()
        .optional()
        .meta({
          description: 'The number of turns after which the agent is stopped: a positive integer.',
          limits: true,
          whenWrong,
          order: 62,
          examples: ['20'],
        }),
    }),
  tools: clineTools,
  references: { places: [{ path: ['skills'], to: 'skill', separator: 'comma' }] },
  loader,
  body: { placeholders: [] },
  template: agentTemplate('tools: ${3:read_files, search_codebase}'),
  defines: 'agent',
  duplicates: 'Cline keeps the first one that it reads, and skips the others silently.',
});
