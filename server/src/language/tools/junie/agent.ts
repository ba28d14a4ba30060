import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Consequence } from '../../loading/documented/format.ts';
import {
  descriptionField,
  mcpServersField,
  modelField,
  nameOfForm,
  switchField,
  toolsField,
} from '../shared/commonFields.ts';
import { junieDocumentation, junieReported } from '../shared/documentedSources.ts';
import { junieTools } from '../shared/documentedTools.ts';

const unsaid: Consequence = {
  effect: 'noted',
  consequence: 'What Junie does with other names is not documented.',
};

/** An agent of Junie's CLI. */
export const junieAgent = documentedDialect(
  {
    id: 'junie-agent',
    title: 'Junie agent',
    target: 'junie',
    files: ['**/.junie/agents/*.md'],
    documentation: 'https://junie.jetbrains.com/docs/junie-cli-subagents.html',
    source: junieDocumentation,
    schema: () =>
      z.looseObject({
        name: nameOfForm(
          /^[a-z][a-z0-9_-]*$/,
          'a small letter, followed by small letters, digits, `_` and `-`',
          {
            defaultText: 'The name of the file.',
          },
        ).optional(),
        description: descriptionField(),
        model: modelField({
          description: 'The model: an id, or `sonnet`, `opus` or `grok`.',
          values: [
            { value: 'sonnet', description: 'The present Sonnet of Anthropic.' },
            { value: 'opus', description: 'The present Opus of Anthropic.' },
            { value: 'grok', description: 'The present Grok of xAI.' },
          ],
        }),
        tools: toolsField({
          description: 'The groups of tools that the agent may use. An empty list restricts nothing.',
          examples: ['[Read, Grep, Glob]'],
        }),
        disallowedTools: toolsField({
          description: 'The groups of tools that are taken away.',
          defaultText: 'None.',
          order: 41,
        }),
        skills: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .meta({
            description: 'Skills that the agent has at once.',
            kind: 'skillNames',
            separator: 'comma',
            order: 50,
          }),
        allowPromptArgument: switchField('Lets the caller add to the prompt.', '`false`', { order: 60 }),
        mcpServers: mcpServersField({
          description: 'The MCP servers of the agent. `[]` is said to keep all of them.',
          source: junieReported,
        }),
        permissionMode: z.string().optional().meta({
          description: 'How the agent asks for permission.',
          limits: true,
          order: 70,
          source: junieReported,
        }),
        reasoningLevel: z.string().optional().meta({
          description: 'How long the model thinks. `effort` is another name of it.',
          order: 71,
          source: junieReported,
        }),
        effort: z.string().optional().meta({
          description: 'Another name of `reasoningLevel`.',
          order: 72,
          hidden: true,
          source: junieReported,
        }),
        maxTurns: z.int().positive('a whole number above 0').optional().meta({
          description: 'How many turns the agent has.',
          limits: true,
          order: 73,
          source: junieReported,
        }),
      }),
    tools: junieTools,
    template: agentTemplate('tools: [${3:Read, Grep, Glob}]'),
    defines: 'agent',
  },
  {
    tool: 'Junie',
    version: 'CLI of 2026-11',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'nameOrFile',
    limits: { allow: 'tools', deny: 'disallowedTools', mode: 'permissionMode' },
    toolLists: [
      {
        key: 'tools',
        tools: junieTools,
        product: 'junie',
        names: 'open',
        wrong: unsaid,
        empty: {
          meaning: 'all',
          effect: 'ignored',
          consequence:
            'To Junie an empty list is no restriction: the agent has every tool. Name those that it may use.',
        },
      },
      { key: 'disallowedTools', tools: junieTools, product: 'junie', names: 'open', wrong: unsaid },
    ],
    conditions: ({ data, places }) =>
      Array.isArray(data.mcpServers) && data.mcpServers.length === 0
        ? [
            {
              code: 'tools.empty',
              effect: 'ignored',
              range: places.value(['mcpServers']),
              field: 'mcpServers',
              problem:
                'Junie is said to take an empty list for no restriction: the agent keeps every MCP server.',
              data: { meaning: 'all' },
              evidence: 'secondHand',
            },
          ]
        : [],
  },
);
