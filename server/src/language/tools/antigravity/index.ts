import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import {
  choiceField,
  descriptionField,
  mcpServersField,
  nameField,
  switchField,
  toolListField,
} from '../shared/commonFields.ts';
import { antigravityReported } from '../shared/documentedSources.ts';
import { antigravityTools } from '../shared/documentedTools.ts';
import { skillsOf } from '../shared/references.ts';

/** An agent of Antigravity where no other tool reads it. Its project folder is that of the shared agents. */
export const antigravityAgent = documentedDialect(
  {
    id: 'antigravity-agent',
    title: 'Antigravity agent',
    target: 'antigravity',
    files: ['**/.agents/agents/*/agent.md', '**/.gemini/config/agents/**/*.md'],
    shares: {
      files: ['**/.agents/agents/*.md'],
      keys: ['mainAgent', 'subagent', 'commandExecutionPolicy', 'inheritMcp'],
    },
    documentation: 'https://antigravity.google/docs/subagents',
    source: antigravityReported,
    schema: () =>
      z.looseObject({
        name: nameField(),
        description: descriptionField(),
        model: choiceField(
          [
            { value: 'inherit', description: 'The model of the caller.' },
            { value: 'flash', description: 'The fast model.' },
            { value: 'pro', description: 'The strong model.' },
          ],
          {
            description: 'The class of model. IDs are not accepted.',
            kind: 'model',
            defaultText: '`inherit`',
            order: 30,
          },
        ),
        tools: toolListField({
          description:
            'The tools that the agent may use. The vendor warns that a wrong name may make the agent hang.',
          examples: ['[view_file, grep_search]'],
        }),
        mainAgent: switchField('Whether the user can start it.', '`true`', { order: 50 }),
        subagent: switchField('Whether other agents can start it.', '`true`', { order: 51 }),
        hidden: switchField('Leaves it out of the lists.', '`false`', { order: 52 }),
        commandExecutionPolicy: z
          .string()
          .optional()
          .meta({
            description: 'How commands are run. `sandbox` is documented; files also have `auto` and `eager`.',
            limits: true,
            order: 60,
            examples: ['sandbox'],
          }),
        mcpServers: mcpServersField({ order: 70 }),
        inheritMcp: switchField('Also gives it the MCP servers of the caller.', '`false`', { order: 71 }),
        skills: z
          .unknown()
          .optional()
          .meta({ description: 'The skills of the agent.', kind: 'skillNames', order: 72 }),
        plugins: z.unknown().optional().meta({ description: 'The plugins of the agent.', order: 73 }),
      }),
    tools: antigravityTools,
    body: { placeholders: [] },
    template: [
      '---',
      'name: ${1:my-agent}',
      'description: ${2:What it does, and when to use it.}',
      'tools: [${3:view_file, grep_search}]',
      'model: ${4|inherit,flash,pro|}',
      '---',
      '',
      '${0:You are}',
      '',
    ].join('\n'),
    references: skillsOf('Antigravity'),
    defines: 'agent',
  },
  {
    tool: 'Antigravity',
    version: 'CLI 1.1.6',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'name',
    limits: { allow: 'tools', mode: 'commandExecutionPolicy' },
    errors: {
      model: {
        choice: {
          effect: 'ignored',
          consequence: 'Antigravity is reported to accept no other models',
          evidence: 'secondHand',
        },
      },
    },
    toolLists: [
      {
        key: 'tools',
        tools: antigravityTools,
        product: 'antigravity',
        names: 'open',
        wrong: {
          effect: 'ignored',
          consequence: 'Antigravity’s vendor warns that an agent with a wrong tool name may hang',
          evidence: 'secondHand',
        },
      },
    ],
  },
);

/** The tool, with its one kind of file. */
export const antigravity: Tool = {
  id: 'antigravity',
  title: 'Antigravity',
  dialects: [antigravityAgent],
};
