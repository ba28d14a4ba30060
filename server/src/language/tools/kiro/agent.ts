import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { KeyFact } from '../../loading/documented/format.ts';
import {
  descriptionField,
  modelField,
  nameField,
  switchField,
  toolListField,
} from '../shared/commonFields.ts';
import { kiroAgentsDocumentation, kiroAgentsReported } from '../shared/documentedSources.ts';
import { kiroTools } from './vocabulary.ts';

/** A key of the JSON agents of CLI 2, which does not read Markdown. */
function ofCli2(here: string, advice?: string): KeyFact {
  return {
    consequence: `Kiro reads it only in the JSON agents of CLI 2, which does not read Markdown${here}`,
    ...(advice && { advice }),
    evidence: 'secondHand',
  };
}

/** An agent of Kiro, written in Markdown: for the IDE from 1.0 and the CLI from 3.0. */
export const kiroAgent = documentedDialect(
  {
    id: 'kiro-agent',
    title: 'Kiro agent',
    target: 'kiro',
    files: ['**/.kiro/agents/**/*.md'],
    documentation: 'https://kiro.dev/docs/custom-agents/',
    source: kiroAgentsDocumentation,
    schema: () =>
      z.looseObject({
        name: nameField({
          defaultText: 'The path below `agents`, without `.md`: `team/planner`.',
        }).optional(),
        description: descriptionField().optional(),
        model: modelField({ examples: ['claude-sonnet-4'] }),
        tools: toolListField({
          description:
            'Tags for kinds of tools, as a list; `@server` and `@server/tool` name those of MCP servers.',
          examples: ['[read, write, shell]', '["@github", read]'],
          defaultText: 'All tools.',
        }),
        mcpServers: z.record(z.string(), z.unknown()).optional().meta({
          description: 'The agent’s own MCP servers, by name. `${NAME}` is filled in from the environment.',
          defaultText: 'None of its own.',
          order: 60,
          snippet: '\n  ${1:server}:\n    command: ${2:npx}\n    args: [${3:"-y"}]',
        }),
        resources: z
          .array(z.string())
          .optional()
          .meta({
            description: 'Files and skills to include: `file://…`, `skill://…`.',
            defaultText: 'None.',
            order: 70,
            examples: ['["file://README.md", "skill://review"]'],
          }),
        permissions: z.unknown().optional().meta({
          description:
            'What is allowed, denied or needs confirmation. The documentation shows a list of `capability`, `effect` and `match`; files also have a mapping with `rules`.',
          limits: true,
          defaultText: 'Everything needs confirmation.',
          order: 50,
          snippet:
            '\n  - capability: ${1:shell}\n    effect: ${2|allow,ask,deny|}\n    match: [${3:"git *"}]',
        }),
        hooks: z.unknown().optional().meta({
          description: 'What runs on session events.',
          order: 80,
          source: kiroAgentsReported,
        }),
        welcomeMessage: z.string().optional().meta({
          description: 'What the agent says first.',
          order: 90,
          source: kiroAgentsReported,
        }),
        keyboardShortcut: z.string().optional().meta({
          description: 'The keys that choose the agent.',
          order: 91,
          source: kiroAgentsReported,
        }),
        excludedTools: toolListField({
          description: 'Tools that the agent may not use.',
          defaultText: 'None.',
          order: 41,
          source: kiroAgentsReported,
        }),
        includeMcpJson: switchField('Also gives the agent the MCP servers of the settings.', '`false`', {
          order: 61,
          source: kiroAgentsReported,
        }),
        includePowers: switchField('Also gives the agent the installed powers.', '`false`', {
          order: 62,
          source: kiroAgentsReported,
        }),
      }),
    tools: kiroTools,
    body: { placeholders: [] },
    template: agentTemplate('tools: [${3:read, shell}]'),
    defines: 'agent',
    published: 3,
  },
  {
    tool: 'Kiro',
    version: 'IDE 1.0',
    what: 'agent',
    frontMatter: 'optional',
    namedBy: 'nameOrFile',
    limits: { allow: 'tools', deny: 'excludedTools' },
    toolLists: [
      {
        key: 'tools',
        tools: kiroTools,
        product: 'kiro',
        names: 'open',
        wrong: {
          effect: 'noted',
          consequence: 'Kiro does not document what it does with other names; `write` also deletes',
        },
        mcp: {
          pattern: /^@/,
          write: (server, tool) => (tool === undefined ? `@${server}` : `@${server}/${tool}`),
        },
      },
    ],
    claudeModels: {
      effect: 'noted',
      consequence: 'Kiro is reported not to know this short name of Claude Code',
      advice: 'Write the full ID, such as `claude-sonnet-4`',
      evidence: 'secondHand',
    },
    keys: {
      allowedTools: ofCli2(
        '; there it names the tools that run without asking and limits nothing',
        'Use `permissions` for that, and `tools` for what the agent may use at all',
      ),
      toolAliases: ofCli2('; it is not documented here'),
      toolsSettings: ofCli2('', 'Put what a tool may do under `permissions`'),
      useLegacyMcpJson: ofCli2('', 'Use `includeMcpJson`'),
      prompt: ofCli2('', 'Write the prompt below the front matter'),
    },
  },
);
