import * as z from 'zod';
import { oneOf } from '../../shared/shapes.ts';
import {
  qoderDocumentation as documented,
  qoderColorTerms,
  qoderEffortTerms,
  qoderKindTerms,
  qoderMemoryTerms,
  qoderWhenWrong as whenWrong,
} from '../values.ts';
import { qoderHooksSchema } from './hooks.ts';
import { qoderMcpServersSchema } from './mcpServers.ts';

const names = () => z.union([z.array(z.string()), z.string()]).optional();

/** The fields of an agent of Qoder CLI. */
export function qoderAgentShape() {
  return {
    name: z.string().meta({
      description: 'The name used to call the agent. Any string.',
      kind: 'text',
      whenWrong: `Numbers and booleans need quotes. ${whenWrong}`,
      order: 10,
      snippet: ' ${1:${TM_FILENAME_BASE:my-agent}}',
      examples: ['code-reviewer'],
    }),
    description: z.string().meta({
      description: 'When to use the agent. Quote it when it contains `: ` or ` #`.',
      kind: 'text',
      whenWrong,
      order: 20,
      snippet: ' ${1:What it does, and when to use it.}',
      examples: ['Reviews changes for security problems. Use before every release.'],
    }),
    tools: names().meta({
      description:
        'The tools that the agent may use, as a list or a comma-separated string. They have the names of Claude Code’s tools, which are not checked.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'All tools.',
      whenWrong,
      order: 30,
      snippet: ' ${1:Read, Grep, Glob}',
      examples: ['Read, Grep, Glob', '[Read, Grep]'],
      source: documented,
    }),
    disallowedTools: names().meta({
      description: 'Tools to remove, written like `tools`.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'None.',
      whenWrong,
      order: 40,
      examples: ['Bash, Write'],
      source: documented,
    }),
    model: z
      .string()
      .optional()
      .meta({
        description: 'The model. Any string is accepted.',
        kind: 'model',
        values: [{ value: 'inherit', description: 'The model of the session.' }],
        defaultText: '`inherit`',
        whenWrong,
        order: 50,
        examples: ['inherit'],
      }),
    color: oneOf(qoderColorTerms).optional().meta({
      description: 'The color of the agent in the UI. Case-sensitive; hex values are not accepted.',
      kind: 'color',
      values: qoderColorTerms,
      defaultText: 'None.',
      whenWrong,
      order: 60,
    }),
    permissionMode: z
      .string()
      .optional()
      .meta({
        description: 'Which tool calls need approval. Any string is accepted.',
        limits: true,
        defaultText: 'That of the session.',
        whenWrong,
        order: 70,
        examples: ['plan'],
        source: documented,
      }),
    effort: z
      .union([oneOf(qoderEffortTerms), z.int().positive()])
      .optional()
      .meta({
        description: 'How much the model reasons: a named level, or a positive integer.',
        values: qoderEffortTerms,
        defaultText: 'That of the session.',
        whenWrong,
        order: 80,
        source: documented,
      }),
    maxTurns: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'The number of turns after which the agent is stopped.',
        limits: true,
        defaultText: 'No separate limit.',
        whenWrong: `A quoted number is a string. ${whenWrong}`,
        order: 90,
        examples: ['20'],
      }),
    timeoutMins: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'The number of minutes after which the agent is stopped.',
        limits: true,
        defaultText: 'No separate limit.',
        whenWrong: `A quoted number is a string. ${whenWrong}`,
        order: 100,
        examples: ['10'],
      }),
    temperature: z
      .number()
      .optional()
      .meta({
        description: 'The randomness of the responses. Any number is accepted.',
        defaultText: 'That of the model.',
        whenWrong: `A quoted number is a string. ${whenWrong}`,
        order: 110,
        examples: ['0.2'],
      }),
    skills: names().meta({
      description: 'Skills for the agent, as a list or a comma-separated string.',
      kind: 'skillNames',
      separator: 'comma',
      defaultText: 'None.',
      whenWrong,
      order: 120,
      examples: ['[code-review]'],
      source: documented,
    }),
    background: z
      .boolean()
      .optional()
      .meta({
        description: 'Whether the agent runs in the background.',
        defaultText: 'Not observed.',
        whenWrong: `\`yes\`, \`on\` and quoted values are not booleans. ${whenWrong}`,
        order: 130,
      }),
    memory: oneOf(qoderMemoryTerms).optional().meta({
      description: 'Where the memory of the agent is stored.',
      values: qoderMemoryTerms,
      defaultText: 'Not observed.',
      whenWrong,
      order: 140,
    }),
    isolation: z
      .literal('worktree')
      .optional()
      .meta({
        description: 'Runs the agent in a copy of the repository.',
        values: [{ value: 'worktree', description: 'In a separate git worktree.' }],
        defaultText: 'None: it runs in the project itself.',
        whenWrong,
        order: 150,
      }),
    initialPrompt: z
      .string()
      .optional()
      .meta({
        description: 'The first message to the agent.',
        kind: 'text',
        defaultText: 'None.',
        whenWrong: `When the YAML is invalid and repaired, the lines of a block are joined to one. ${whenWrong}`,
        order: 160,
        examples: ['Read the README first.'],
      }),
    kind: oneOf(qoderKindTerms).optional().meta({
      description: 'Whether the agent runs locally or remotely.',
      values: qoderKindTerms,
      defaultText: '`local`',
      whenWrong,
      order: 170,
      hidden: true,
    }),
    mcpServers: qoderMcpServersSchema()
      .optional()
      .meta({
        description: 'MCP servers for this agent: a mapping of names to servers, or a list of names.',
        kind: 'mcpServerNames',
        defaultText: 'The servers of the session.',
        whenWrong,
        order: 180,
        snippet: '\n  ${1:server}:\n    command: ${2:npx}',
        examples: ['{ docs: { command: node, args: [server.js] } }', '[docs]'],
      }),
    hooks: qoderHooksSchema().optional().meta({
      description: 'Hooks that are registered while the agent runs. Any event name is accepted.',
      kind: 'hooks',
      defaultText: 'None.',
      whenWrong,
      order: 190,
      snippet:
        '\n  ${1:PreToolUse}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
    }),
  };
}
