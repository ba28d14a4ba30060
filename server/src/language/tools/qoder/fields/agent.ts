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
      description: 'The name by which the agent is called. Any text.',
      kind: 'text',
      whenWrong: `Numbers and booleans need quotes. ${whenWrong}`,
      order: 10,
      snippet: ' ${1:${TM_FILENAME_BASE:my-agent}}',
      examples: ['code-reviewer'],
    }),
    description: z.string().meta({
      description: 'When the agent is to be used. Quote it when it contains `: ` or ` #`.',
      kind: 'text',
      whenWrong,
      order: 20,
      snippet: ' ${1:What it does, and when to use it.}',
      examples: ['Reviews changes for security faults. Use before every release.'],
    }),
    tools: names().meta({
      description:
        'The tools that the agent may use, as a list or as one text with commas. They have Claude Code’s names, which are not checked.',
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
      description: 'Tools to take away, written like `tools`.',
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
        description: 'The model. Any text is taken.',
        kind: 'model',
        values: [{ value: 'inherit', description: 'The model of the session.' }],
        defaultText: '`inherit`',
        whenWrong,
        order: 50,
        examples: ['inherit'],
      }),
    color: oneOf(qoderColorTerms).optional().meta({
      description: 'The colour in which the agent is shown. Case counts; hex values are not taken.',
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
        description: 'Which tool calls need approval. Any text is taken.',
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
        description: 'How much the model thinks: a word, or a whole number above 0.',
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
        description: 'After how many turns the agent is stopped.',
        limits: true,
        defaultText: 'No limit of its own.',
        whenWrong: `A number in quotes is text. ${whenWrong}`,
        order: 90,
        examples: ['20'],
      }),
    timeoutMins: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'After how many minutes the agent is stopped.',
        limits: true,
        defaultText: 'No limit of its own.',
        whenWrong: `A number in quotes is text. ${whenWrong}`,
        order: 100,
        examples: ['10'],
      }),
    temperature: z
      .number()
      .optional()
      .meta({
        description: 'How much chance there is in the answers. Any number is taken.',
        defaultText: 'That of the model.',
        whenWrong: `A number in quotes is text. ${whenWrong}`,
        order: 110,
        examples: ['0.2'],
      }),
    skills: names().meta({
      description: 'Skills to give the agent, as a list or as one text with commas.',
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
        whenWrong: `\`yes\`, \`on\` and words in quotes are no booleans. ${whenWrong}`,
        order: 130,
      }),
    memory: oneOf(qoderMemoryTerms).optional().meta({
      description: 'Where the agent keeps what it remembers.',
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
        values: [{ value: 'worktree', description: 'In a git worktree of its own.' }],
        defaultText: 'None: it runs in the project itself.',
        whenWrong,
        order: 150,
      }),
    initialPrompt: z
      .string()
      .optional()
      .meta({
        description: 'The first message that the agent is given.',
        kind: 'text',
        defaultText: 'None.',
        whenWrong: `Where the YAML has to be mended, lines of a block are joined to one. ${whenWrong}`,
        order: 160,
        examples: ['Read the README first.'],
      }),
    kind: oneOf(qoderKindTerms).optional().meta({
      description: 'Whether the agent runs here or elsewhere.',
      values: qoderKindTerms,
      defaultText: '`local`',
      whenWrong,
      order: 170,
      hidden: true,
    }),
    mcpServers: qoderMcpServersSchema()
      .optional()
      .meta({
        description: 'MCP servers for this agent: a map from names to servers, or a list of names.',
        kind: 'mcpServerNames',
        defaultText: 'The servers of the session.',
        whenWrong,
        order: 180,
        snippet: '\n  ${1:server}:\n    command: ${2:npx}',
        examples: ['{ docs: { command: node, args: [server.js] } }', '[docs]'],
      }),
    hooks: qoderHooksSchema().optional().meta({
      description: 'Hooks that are set while the agent runs. Any name of an event is taken.',
      kind: 'hooks',
      defaultText: 'None.',
      whenWrong,
      order: 190,
      snippet:
        '\n  ${1:PreToolUse}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
    }),
  };
}
