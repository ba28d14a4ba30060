import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { geminiRemoteAuth } from './fields/auth.ts';
import { geminiMcpServersSchema } from './fields/mcpServers.ts';
import { geminiAgent as loader } from './loader/gemini.ts';
import { geminiObserved, geminiRemoteDocumentation, geminiSubagentsDocumentation } from './sources.ts';
import { geminiBuiltInAgents, geminiTools } from './tools.ts';
import { geminiKinds, geminiModels, geminiPlaceholderTerms, geminiToolForms } from './values.ts';

const whenWrong = 'Gemini CLI does not load the file. The same applies to a key without a value.';
const localOnly = 'Local agents only.';
const remoteOnly = 'Remote agents only.';
const page = 'https://geminicli.com/docs/core/subagents#configuration-schema';

/** An agent of Gemini CLI, local or remote, in a project or in the user folder. */
export const geminiAgent = defineDialect({
  id: 'gemini-agent',
  title: 'Gemini CLI agent',
  target: 'gemini',
  // The tool skips files in nested folders, which the loader reports.
  files: ['**/.gemini/agents/**/*.md'],
  inPlugins: { manifest: 'gemini-extension.json', files: ['agents/**/*.md'], readAs: '.gemini/' },
  documentation: 'https://geminicli.com/docs/core/subagents',
  source: geminiObserved,
  schema: () =>
    z.looseObject({
      name: z.string().meta({
        description: 'The name used to call the agent: lowercase letters, digits, `-` and `_`.',
        kind: 'text',
        whenWrong: `${whenWrong} An agent with the name of a built-in one loads but is never used.`,
        order: 10,
        snippet: ' ${1:${TM_FILENAME_BASE:my-agent}}',
        examples: ['security-auditor'],
        url: page,
      }),
      description: z.string().meta({
        description:
          'When to use the agent; the main agent chooses by it. Quote it when it contains `: ` or ` #`. Optional for a remote agent.',
        kind: 'text',
        whenWrong,
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Reviews changes for security problems. Use before every release.'],
        url: page,
      }),
      kind: z
        .enum(geminiKinds.map(({ value }) => value))
        .optional()
        .meta({
          description:
            'Whether the agent runs locally or elsewhere. A list of agents in one file can hold only remote ones.',
          values: geminiKinds,
          defaultText: '`remote` with an agent card, otherwise `local`.',
          whenWrong,
          order: 70,
          url: page,
        }),
      display_name: z
        .string()
        .optional()
        .meta({
          description: 'The displayed name.',
          kind: 'text',
          defaultText: 'The name.',
          whenWrong,
          order: 80,
          examples: ['Security Auditor'],
        }),
      tools: z
        .array(z.string().meta({ values: geminiToolForms }))
        .optional()
        .meta({
          description: `The tools that the agent may use, as a list. ${localOnly} MCP tools are named \`mcp_<server>_<tool>\`. With one unknown name, or a comma-separated string, the file is not loaded.`,
          kind: 'tools',
          limits: true,
          defaultText: 'All tools of the session. An empty list means none.',
          whenWrong: `${whenWrong} Names are case-sensitive.`,
          order: 30,
          snippet: '\n  - ${1:read_file}',
          examples: ['[read_file, grep_search, glob]', '["mcp_github_*"]'],
          url: 'https://geminicli.com/docs/core/subagents#tool-wildcards',
        }),
      mcp_servers: geminiMcpServersSchema()
        .optional()
        .meta({
          description: `MCP servers for this agent only. ${localOnly} The documentation calls it \`mcpServers\`, with which the file is not loaded.`,
          defaultText: 'The servers of the session.',
          whenWrong: `${whenWrong} Unknown keys of a server are dropped silently.`,
          order: 60,
          snippet: '\n  ${1:server}:\n    command: ${2:npx}',
          examples: ['{ docs: { command: node, args: [server.js] } }'],
          url: 'https://geminicli.com/docs/core/subagents#configuring-isolated-tools-and-servers',
        }),
      model: z
        .string()
        .optional()
        .meta({
          description: `The model. ${localOnly} The name is not checked: with a model that Google does not serve, the agent fails when it runs.`,
          kind: 'model',
          values: geminiModels,
          defaultText: '`inherit`, the model of the session.',
          whenWrong,
          order: 40,
          examples: ['gemini-2.5-pro'],
          url: page,
        }),
      temperature: z
        .number()
        .optional()
        .meta({
          description: `The randomness of the responses, 0 to 2. ${localOnly} The range is not enforced.`,
          defaultText: '`1`',
          whenWrong: `A quoted number is a string. ${whenWrong}`,
          order: 90,
          examples: ['0.2'],
          source: geminiSubagentsDocumentation,
          url: page,
        }),
      max_turns: z
        .int()
        .positive()
        .optional()
        .meta({
          description: `The number of turns after which the agent must respond. ${localOnly} With \`maxTurns\` the file is not loaded.`,
          limits: true,
          defaultText: '`30`',
          whenWrong,
          order: 50,
          examples: ['10'],
          url: page,
        }),
      timeout_mins: z
        .int()
        .positive()
        .optional()
        .meta({
          description: `The number of minutes after which the agent is stopped. ${localOnly}`,
          limits: true,
          defaultText: '`10`',
          whenWrong,
          order: 55,
          examples: ['5'],
          url: page,
        }),
      agent_card_url: z
        .url()
        .optional()
        .meta({
          description: `The URL of the agent’s A2A card. ${remoteOnly} The agent is available only when the card can be fetched.`,
          defaultText: 'None; `agent_card_json` is required instead.',
          whenWrong: `${whenWrong} The same applies when both cards are given.`,
          order: 110,
          examples: ['https://example.com/.well-known/agent.json'],
          source: geminiRemoteDocumentation,
        }),
      agent_card_json: z
        .string()
        .optional()
        .meta({
          description: `The agent’s A2A card itself, as a JSON string. ${remoteOnly}`,
          kind: 'text',
          defaultText: 'None; `agent_card_url` is required instead.',
          whenWrong: `${whenWrong} The same applies when both cards are given.`,
          order: 120,
          snippet: ' |\n  {\n    "name": "${1:Agent}"\n  }',
          source: geminiRemoteDocumentation,
        }),
      auth: geminiRemoteAuth(),
    }),
  tools: geminiTools,
  agents: geminiBuiltInAgents,
  loader,
  body: { placeholders: geminiPlaceholderTerms },
  template: agentTemplate(
    'tools:',
    '  - ${3:read_file}',
    '  - ${4:grep_search}',
    'model: ${5|inherit,auto,pro,flash,flash-lite|}',
  ),
  defines: 'agent',
  published: 5,
  duplicates: 'Gemini CLI keeps the first one that it reads and skips the others with a warning.',
});
