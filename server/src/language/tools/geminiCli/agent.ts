import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { geminiRemoteAuth } from './fields/auth.ts';
import { geminiMcpServersSchema } from './fields/mcpServers.ts';
import { geminiAgent as loader } from './loader/gemini.ts';
import { geminiObserved, geminiRemoteDocumentation, geminiSubagentsDocumentation } from './sources.ts';
import { geminiBuiltInAgents, geminiTools } from './tools.ts';
import { geminiKinds, geminiModels, geminiPlaceholderTerms, geminiToolForms } from './values.ts';

const whenWrong =
  'Gemini CLI then refuses the whole file. So it does for a key with nothing behind the colon.';
const localOnly = 'Local agents only.';
const remoteOnly = 'Remote agents only.';
const page = 'https://geminicli.com/docs/core/subagents#configuration-schema';

/** An agent of Gemini CLI, local or remote, in a project or in the user's own folder. */
export const geminiAgent = defineDialect({
  id: 'gemini-agent',
  title: 'Gemini CLI agent',
  target: 'gemini',
  // Files in folders below are passed over by the tool, which the loader tells of.
  files: ['**/.gemini/agents/**/*.md'],
  documentation: 'https://geminicli.com/docs/core/subagents',
  source: geminiObserved,
  schema: () =>
    z.looseObject({
      name: z.string().meta({
        description: 'The name by which the agent is called: lower-case letters, digits, `-` and `_`.',
        kind: 'text',
        whenWrong: `${whenWrong} The names of built-in agents load and are never used.`,
        order: 10,
        snippet: ' ${1:${TM_FILENAME_BASE:my-agent}}',
        examples: ['security-auditor'],
        url: page,
      }),
      description: z.string().meta({
        description:
          'When the agent is to be used; the main agent chooses by it. Quote it when it contains `: ` or ` #`. A remote agent may leave it out.',
        kind: 'text',
        whenWrong,
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Reviews changes for security faults. Use before every release.'],
        url: page,
      }),
      kind: z
        .enum(geminiKinds.map(({ value }) => value))
        .optional()
        .meta({
          description:
            'Whether the agent runs here or elsewhere. A list of agents in one file holds remote ones only.',
          values: geminiKinds,
          defaultText: '`remote` where there is an agent card, else `local`.',
          whenWrong,
          order: 70,
          url: page,
        }),
      display_name: z
        .string()
        .optional()
        .meta({
          description: 'The name to show.',
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
          description: `The tools that the agent may use, as a list. ${localOnly} MCP tools are called \`mcp_<server>_<tool>\`. One unknown name, or a text with commas, refuses the whole file.`,
          kind: 'tools',
          limits: true,
          defaultText: 'All tools of the session. An empty list means none.',
          whenWrong: `${whenWrong} Names are exact in case.`,
          order: 30,
          snippet: '\n  - ${1:read_file}',
          examples: ['[read_file, grep_search, glob]', '["mcp_github_*"]'],
          url: 'https://geminicli.com/docs/core/subagents#tool-wildcards',
        }),
      mcp_servers: geminiMcpServersSchema()
        .optional()
        .meta({
          description: `MCP servers for this agent alone. ${localOnly} The documentation calls it \`mcpServers\`, which refuses the whole file.`,
          defaultText: 'The servers of the session.',
          whenWrong: `${whenWrong} Unknown keys of a server are dropped without a word.`,
          order: 60,
          snippet: '\n  ${1:server}:\n    command: ${2:npx}',
          examples: ['{ docs: { command: node, args: [server.js] } }'],
          url: 'https://geminicli.com/docs/core/subagents#configuring-isolated-tools-and-servers',
        }),
      model: z
        .string()
        .optional()
        .meta({
          description: `The model. ${localOnly} The name is not checked: one that Google does not serve fails when the agent runs.`,
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
          description: `How much chance there is in the answers, 0 to 2. ${localOnly} The range is not enforced.`,
          defaultText: '`1`',
          whenWrong: `A number in quotes is text. ${whenWrong}`,
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
          description: `After how many turns the agent must answer. ${localOnly} \`maxTurns\` refuses the whole file.`,
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
          description: `After how many minutes the agent is stopped. ${localOnly}`,
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
          description: `The address of the agent’s A2A card. ${remoteOnly} The agent is there only when the card can be fetched.`,
          defaultText: 'None; then `agent_card_json` must be given.',
          whenWrong: `${whenWrong} With both cards it is refused too.`,
          order: 110,
          examples: ['https://example.com/.well-known/agent.json'],
          source: geminiRemoteDocumentation,
        }),
      agent_card_json: z
        .string()
        .optional()
        .meta({
          description: `The agent’s A2A card itself, as text that is JSON. ${remoteOnly}`,
          kind: 'text',
          defaultText: 'None; then `agent_card_url` must be given.',
          whenWrong: `${whenWrong} With both cards it is refused too.`,
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
  duplicates: 'Gemini CLI keeps the one that it reads first and leaves the others out, with a warning.',
});
