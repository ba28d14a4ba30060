import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import type { Source } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import { descriptionField, modelField, nameField } from '../shared/commonFields.ts';
import { gooseFormat } from './loader.ts';

const gooseObserved: Source = {
  title: 'Goose, its source at 2533f355 and 08c49cf3, run',
  url: 'https://block.github.io/goose/',
  verified: '2026-11-29',
  evidence: 'measured',
};

const refused = 'Goose does not load the agent.';

/** An agent of Goose in its own folder. It also reads the shared folder, and Claude Code’s. */
export const gooseAgent = documentedDialect(
  {
    id: 'goose-agent',
    title: 'Goose agent',
    target: 'goose',
    files: ['**/.goose/agents/*.md', '**/.config/goose/agents/*.md'],
    documentation: 'https://block.github.io/goose/',
    source: gooseObserved,
    schema: () =>
      z.looseObject({
        name: nameField({ whenWrong: `Missing, a list or a mapping: ${refused}` }),
        description: descriptionField({
          defaultText: '“Agent”, with the model.',
          whenWrong: `A list or a mapping: ${refused}`,
        }).optional(),
        model: modelField({ whenWrong: `A list or a mapping: ${refused}` }),
      }),
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
  },
  gooseFormat,
);

/** The tool, with its one kind of file. */
export const goose: Tool = {
  id: 'goose',
  title: 'Goose',
  dialects: [gooseAgent],
};
