import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import type { Consequence, Loaded } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
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
import { skillsOf } from '../shared/references.ts';

const unsaid: Consequence = {
  effect: 'noted',
  consequence: 'Junie does not document what it does with other names',
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
          'a lowercase letter, followed by lowercase letters, digits, `_` and `-`',
          {
            defaultText: 'The name of the file.',
          },
        ).optional(),
        description: descriptionField(),
        model: modelField({
          description: 'The model: an ID, or `sonnet`, `opus` or `grok`.',
          values: [
            { value: 'sonnet', description: 'Anthropic’s current Sonnet.' },
            { value: 'opus', description: 'Anthropic’s current Opus.' },
            { value: 'grok', description: 'xAI’s current Grok.' },
          ],
        }),
        tools: toolsField({
          description:
            'The groups of tools that the agent may use. An empty list does not restrict anything.',
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
            description: 'Skills that the agent has from the start.',
            kind: 'skillNames',
            separator: 'comma',
            order: 50,
          }),
        allowPromptArgument: switchField('Lets the caller add to the prompt.', '`false`', { order: 60 }),
        mcpServers: mcpServersField({
          description: 'The MCP servers of the agent. `[]` is reported to keep all of them.',
          source: junieReported,
        }),
        permissionMode: z.string().optional().meta({
          description: 'How the agent asks for permission.',
          limits: true,
          order: 70,
          source: junieReported,
        }),
        reasoningLevel: z.string().optional().meta({
          description: 'How long the model thinks. `effort` is another name for it.',
          order: 71,
          source: junieReported,
        }),
        effort: z.string().optional().meta({
          description: 'Another name for `reasoningLevel`.',
          order: 72,
          hidden: true,
          source: junieReported,
        }),
        maxTurns: z.int().positive('a positive integer').optional().meta({
          description: 'The maximum number of turns.',
          limits: true,
          order: 73,
          source: junieReported,
        }),
      }),
    tools: junieTools,
    template: agentTemplate('tools: [${3:Read, Grep, Glob}]'),
    references: skillsOf('Junie'),
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
          consequence: 'Junie does not read an empty list as a restriction: the agent has every tool',
          advice: 'List the tools that it may use',
        },
      },
      { key: 'disallowedTools', tools: junieTools, product: 'junie', names: 'open', wrong: unsaid },
    ],
    conditions: reportServers,
  },
);

function reportServers({ data, places }: Loaded, issues: IssueCollector): void {
  if (!Array.isArray(data.mcpServers) || data.mcpServers.length > 0) return;
  issues.add(
    'tools.empty',
    'ignored',
    places.value(['mcpServers']),
    {
      problem: problems.emptyKey('mcpServers'),
      consequence:
        'Junie is reported not to read an empty list as a restriction: the agent keeps every MCP server',
    },
    { field: 'mcpServers', data: { meaning: 'all' }, evidence: 'secondHand' },
  );
}

/** The tool, with its one kind of file. */
export const junie: Tool = {
  id: 'junie',
  title: 'Junie',
  dialects: [junieAgent],
};
