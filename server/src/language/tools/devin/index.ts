import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import { descriptionField, modelField, nameField, toolsField } from '../shared/commonFields.ts';
import { devinReported } from '../shared/documentedSources.ts';
import { devinTools } from '../shared/documentedTools.ts';
import { devinRule } from './rule.ts';

/** An agent of Devin, formerly Windsurf, in its own folder. It also reads the shared folder. */
export const devinAgent = documentedDialect(
  {
    id: 'devin-agent',
    title: 'Devin agent',
    target: 'devin',
    files: [
      '**/.devin/agents/*.md',
      '**/.devin/agents/*/AGENT.md',
      '**/.config/devin/agents/*.md',
      '**/.config/devin/agents/*/AGENT.md',
    ],
    shares: { files: ['**/.agents/agents/*.md'], keys: ['allowed-tools', 'max-nesting'] },
    documentation: 'https://docs.devin.ai/',
    source: devinReported,
    schema: () =>
      z.looseObject({
        name: nameField({ defaultText: 'The name of the folder.' }).optional(),
        description: descriptionField().optional(),
        model: modelField(),
        'allowed-tools': toolsField({
          description:
            'The tools that the agent may use. Names that Devin does not know are dropped silently.',
          examples: ['[read, grep, exec]'],
        }),
        permissions: z
          .looseObject({
            allow: z.array(z.string()).optional().meta({ description: 'What needs no confirmation.' }),
            deny: z.array(z.string()).optional().meta({ description: 'What is forbidden.' }),
            ask: z.array(z.string()).optional().meta({ description: 'What needs confirmation.' }),
          })
          .optional()
          .meta({
            description:
              'What is allowed, forbidden or needs confirmation: lists under `allow`, `deny` and `ask`.',
            limits: true,
            order: 50,
          }),
        'max-nesting': z.int().optional().meta({
          description: 'How deeply agents may start other agents.',
          limits: true,
          order: 60,
        }),
      }),
    tools: devinTools,
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
  },
  {
    tool: 'Devin',
    version: 'CLI of 2026-11',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'nameOrFile',
    limits: { allow: 'allowed-tools', mode: 'permissions' },
    toolLists: [
      {
        key: 'allowed-tools',
        tools: devinTools,
        product: 'devin',
        names: 'open',
        wrong: {
          effect: 'ignored',
          consequence: 'Devin is reported to drop such names silently',
          evidence: 'secondHand',
        },
      },
    ],
  },
);

/** The tool, with its kinds of files. */
export const devin: Tool = {
  id: 'devin',
  title: 'Devin',
  dialects: [devinAgent, devinRule],
  alwaysLoaded: {
    instructions: ['AGENTS.md'],
    rule: ({ fields }) => fields.trigger === 'always_on',
    limit: {
      of: 'rule',
      size: 12_000,
      unit: 'characters',
      per: 'file',
      beyond: 'is reported to cut it there',
    },
  },
};
