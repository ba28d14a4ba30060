import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import type { KeyFact } from '../../loading/documented/format.ts';
import { descriptionField, modelField, nameField } from '../shared/commonFields.ts';
import { gooseReported } from '../shared/documentedSources.ts';

const toolList: KeyFact = {
  code: 'tools.ineffective',
  effect: 'ignored',
  consequence: 'Goose has no tool list for an agent: the agent may use every tool',
};

/** An agent of Goose in its own folder. It also reads the shared folder. */
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

/** The tool, with its one kind of file. */
export const goose: Tool = {
  id: 'goose',
  title: 'Goose',
  dialects: [gooseAgent],
};
