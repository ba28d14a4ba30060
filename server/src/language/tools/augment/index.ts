import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import type { Consequence } from '../../loading/documented/format.ts';
import { descriptionField, modelField, nameField, toolsField } from '../shared/commonFields.ts';
import { augmentReported } from '../shared/documentedSources.ts';
import { augmentTools } from '../shared/documentedTools.ts';

const unsaid: Consequence = {
  effect: 'noted',
  consequence: 'Augment’s handling of other names is not known',
  evidence: 'secondHand',
};
const list = { tools: augmentTools, product: 'augment', names: 'open', wrong: unsaid } as const;

/** An agent of Augment's CLI. */
export const augmentAgent = documentedDialect(
  {
    id: 'augment-agent',
    title: 'Augment agent',
    target: 'augment',
    files: ['**/.augment/agents/*.md'],
    documentation: 'https://docs.augmentcode.com/cli/subagents',
    source: augmentReported,
    schema: () =>
      z.looseObject({
        name: nameField(),
        description: descriptionField().optional(),
        model: modelField({ description: 'The model, such as `sonnet4.5`.', examples: ['sonnet4.5'] }),
        color: z.string().optional().meta({ description: 'The name of a terminal color.', order: 50 }),
        tools: toolsField({ examples: ['[view, codebase-retrieval]'] }),
        disabled_tools: toolsField({
          description: 'The tools that are taken away. It takes precedence over `tools`.',
          defaultText: 'None.',
          order: 41,
        }),
      }),
    tools: augmentTools,
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
  },
  {
    tool: 'Augment',
    version: 'CLI of 2026-11',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'name',
    limits: { allow: 'tools', deny: 'disabled_tools' },
    toolLists: [
      { key: 'tools', ...list },
      { key: 'disabled_tools', ...list },
    ],
  },
);

/** The tool, with its one kind of file. */
export const augment: Tool = {
  id: 'augment',
  title: 'Augment',
  dialects: [augmentAgent],
};
