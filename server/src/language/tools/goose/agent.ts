import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { KeyFact } from '../../loading/documented/format.ts';
import { descriptionField, modelField, nameField } from '../shared/commonFields.ts';
import { gooseReported } from '../shared/documentedSources.ts';

const toolList: KeyFact = {
  code: 'tools.ineffective',
  effect: 'ignored',
  problem: 'Goose has no tool list for an agent: this has no effect, and the agent may use every tool.',
};

/** An agent of Goose in a folder of its own. It also reads the shared one. */
export const gooseAgent = documentedDialect(
  {
    id: 'goose-agent',
    title: 'Goose agent',
    target: 'goose',
    files: ['**/.goose/agents/*.md', '**/.config/goose/agents/*.md'],
    documentation: 'https://block.github.io/goose/',
    source: gooseReported,
    schema: () =>
      z.looseObject({
        name: nameField(),
        description: descriptionField().optional(),
        model: modelField(),
      }),
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
  },
  {
    tool: 'Goose',
    version: '1.34',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'name',
    keys: { tools: toolList, 'allowed-tools': toolList, allowedTools: toolList, disallowedTools: toolList },
  },
);
