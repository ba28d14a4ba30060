import * as z from 'zod';
import { claudeEffortLevels, claudeModels } from '../vocabulary/claudeModels.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation } from '../vocabulary/claudeSources.ts';
import { claudeAllMcpTools, claudeMcpToolForms } from '../vocabulary/claudeTools.ts';
import {
  claudeCacheTtls,
  claudeColors,
  claudeIsolations,
  claudeMcpServerForms,
  claudeMemoryScopes,
  claudePermissionModes,
} from '../vocabulary/claudeValues.ts';
import { claudeHooksSchema } from './claudeHooks.ts';
import { claudeMcpServersSchema } from './claudeMcpServers.ts';
import { namesShape, oneOf, truthTerms } from './shapes.ts';

const docs = 'https://code.claude.com/docs/en';

/** The fields of a subagent in a project's or the user's `.claude/agents`. */
export function claudeAgentShape() {
  return {
    name: z
      .string()
      .min(1)
      .max(256)
      .regex(/^[^-:][^:]*$/)
      .meta({
        description: [
          'The name by which Claude and you call the agent.',
          'It need not be the file’s name. Lower-case letters and hyphens are the custom; blanks, upper case and other letters work too.',
          'It must not begin with `-`, contain `:`, or be longer than 256 characters. `Review` and `review` are two agents.',
        ].join(' '),
        kind: 'text',
        whenWrong:
          'The file is skipped. A missing, empty or numeric name leaves no trace even in the log: the file is taken for documentation.',
        since: '1.0.60',
        order: 10,
        snippet: ' ${1:my-agent}',
        examples: ['code-reviewer'],
      }),
    description: z
      .string()
      .min(1)
      .meta({
        description: [
          'When Claude should use the agent.',
          'Claude decides by this text alone, so name the occasions: “Use after every change to the database schema.” There is no limit on its length, and all of it is in the context of every session.',
          'Quote it, or write it as a block (`|`), when it contains `: ` or ` #`. A `---` anywhere in it ends the front matter, even inside quotes.',
        ].join(' '),
        kind: 'text',
        whenWrong: 'Without a text here the file is skipped; only the debug log says so.',
        since: '1.0.60',
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Reviews changes for security faults. Use before every release.'],
      }),
    tools: namesShape()
      .optional()
      .meta({
        description: [
          'The tools that the agent may use; all others are kept from it.',
          'Names separated by commas or blanks, or a list. They are exact and case-sensitive: `read` is no tool. `*` stands for all tools, `mcp__server` and `mcp__server__*` for those of an MCP server, `mcp__server__tool` for one.',
          'A specifier in parentheses narrows nothing: `Bash(git:*)` grants all of Bash. Use `permissions.deny` in the settings or a `PreToolUse` hook for that.',
        ].join(' '),
        kind: 'tools',
        separator: 'commaOrSpace',
        values: claudeMcpToolForms,
        limits: true,
        defaultText: 'All tools that subagents can have, those of MCP servers included.',
        whenWrong:
          'Unknown names are dropped silently. An empty value, a number, a truth value or a map gives no tools at all, and an agent whose names all resolve to nothing refuses to start.',
        since: '1.0.60',
        url: `${docs}/tools-reference`,
        order: 30,
        snippet: ' ${1:Read, Grep, Glob}',
        examples: ['Read, Grep, Glob', '[Read, Edit, mcp__github]'],
      }),
    disallowedTools: namesShape()
      .optional()
      .meta({
        description: [
          'The tools to take away, from all tools or from those in `tools`.',
          'Written like `tools`; it is applied first. A specifier takes the whole tool: `Bash(rm:*)` takes Bash. `mcp__*` takes the tools of all MCP servers. `*` has no effect.',
        ].join(' '),
        kind: 'tools',
        separator: 'commaOrSpace',
        values: [...claudeMcpToolForms, claudeAllMcpTools],
        specifiers: false,
        limits: true,
        defaultText: 'None.',
        whenWrong: 'Unknown names and values of another type are ignored silently.',
        since: '2.0.30',
        url: `${docs}/tools-reference`,
        order: 60,
        snippet: ' ${1:Write, Edit}',
        examples: ['Write, Edit, NotebookEdit'],
      }),
    model: z
      .string()
      .optional()
      .meta({
        description: [
          'The model that the agent runs on: an alias, a full model id, or `inherit`.',
          'Aliases are case-insensitive and move with new releases; a full id stays. Another model given for a single call goes before this one.',
          '`CLAUDE_CODE_SUBAGENT_MODEL` counts only where this is absent (since 2.1.251), unless `CLAUDE_CODE_SUBAGENT_MODEL_FORCE=1` is set.',
        ].join(' '),
        kind: 'model',
        values: claudeModels,
        defaultText: '`inherit`.',
        whenWrong:
          'Any text is sent to the API as it is, and a wrong one fails only there. Another type counts as absent.',
        since: '1.0.64',
        url: `${docs}/model-config`,
        order: 40,
        examples: ['sonnet', 'claude-sonnet-5-5'],
      }),
    color: z
      .string()
      .optional()
      .meta({
        description: 'The colour of the agent in the interface.',
        kind: 'color',
        values: claudeColors,
        defaultText: 'Chosen by Claude Code.',
        whenWrong: 'Any other value is accepted and not shown.',
        order: 50,
        examples: ['green'],
      }),
    permissionMode: oneOf(claudePermissionModes)
      .optional()
      .meta({
        description: [
          'How the agent deals with calls that need permission.',
          'It is ignored when the conversation that starts the agent is in `bypassPermissions`, `acceptEdits` or `auto` mode: then that mode counts. Case-sensitive.',
        ].join(' '),
        values: claudePermissionModes,
        limits: true,
        defaultText: 'The mode of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        since: '2.0.43',
        url: `${docs}/permission-modes`,
        order: 70,
        examples: ['plan'],
      }),
    maxTurns: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'After how many turns the agent is stopped: a whole number above 0.',
        defaultText: 'No limit.',
        whenWrong: 'Ignored, with a line in the debug log.',
        limits: true,
        order: 80,
        snippet: ' ${1:20}',
        examples: ['20'],
      }),
    skills: namesShape()
      .optional()
      .meta({
        description: [
          'Skills whose whole text is in the agent’s context from the start.',
          'A list, or names separated by commas; a plugin’s skill is `plugin:skill`. A skill with `disable-model-invocation: true` cannot be loaded this way.',
        ].join(' '),
        kind: 'skillNames',
        separator: 'comma',
        defaultText: 'None.',
        whenWrong: 'An unknown skill is left out when the agent starts, with a line in the debug log.',
        since: '2.0.43',
        url: `${docs}/skills`,
        order: 90,
        snippet: '\n  - ${1:skill-name}',
        examples: ['[api-conventions, error-handling]'],
      }),
    mcpServers: claudeMcpServersSchema()
      .optional()
      .meta({
        description: [
          'MCP servers for the agent: a list of names of configured servers, or of servers defined right here.',
          'A server defined here is connected only while the agent runs, and in a project’s agent only once the folder is trusted (since 2.1.238).',
        ].join(' '),
        kind: 'mcpServerNames',
        values: claudeMcpServerForms,
        defaultText: 'The servers of the session.',
        whenWrong:
          'A bad item is dropped with a line in the debug log. A map or a text instead of the list is ignored without one.',
        url: `${docs}/mcp`,
        order: 100,
        snippet: '\n  - ${1:server-name}',
        examples: ['[github]'],
      }),
    hooks: claudeHooksSchema()
      .optional()
      .meta({
        description: [
          'Handlers that run at points of the agent’s life, and only while it runs: events, each with a list of groups of handlers.',
          '`Stop` becomes `SubagentStop` in a subagent. A project’s agent needs a trusted folder for its hooks to run.',
        ].join(' '),
        kind: 'hooks',
        limits: true,
        defaultText: 'None of its own; the hooks of the settings run all the same.',
        whenWrong:
          'A value that is no map, or a bad entry under `PreToolUse` or `PermissionRequest`, keeps the whole agent from loading. An unknown event, or a bad entry under another one, is left out.',
        since: '2.1.0',
        url: `${docs}/hooks#hooks-in-skills-and-agents`,
        order: 110,
        snippet:
          '\n  ${1:PreToolUse}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
      }),
    memory: oneOf(claudeMemoryScopes)
      .optional()
      .meta({
        description: [
          'Gives the agent a folder in which it keeps notes from one conversation to the next.',
          'The beginning of its `MEMORY.md` (200 lines or 25 KB) is in the agent’s context. Read, Write and Edit are added to its tools, also where `tools` leaves them out.',
        ].join(' '),
        values: claudeMemoryScopes,
        defaultText: 'No memory.',
        whenWrong: 'Ignored, with a line in the debug log. Case-sensitive.',
        since: '2.1.33',
        order: 120,
        examples: ['project'],
      }),
    background: z
      .boolean()
      .optional()
      .meta({
        description: 'Whether the agent always runs in the background.',
        values: truthTerms(
          'Always in the background, where fewer tools are available.',
          'As Claude Code decides.',
        ),
        defaultText: '`false`; interactive sessions run subagents in the background anyway.',
        whenWrong: '`yes`, `on` and `1` are no truth values here: ignored, with a line in the debug log.',
        since: '2.1.49',
        order: 130,
      }),
    effort: z
      .union([oneOf(claudeEffortLevels), z.int()])
      .optional()
      .meta({
        description: 'How hard the model thinks: a level, or a whole number. Case-insensitive.',
        values: claudeEffortLevels,
        defaultText: 'The level of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        since: '2.1.78',
        url: `${docs}/model-config`,
        order: 140,
        examples: ['high'],
      }),
    isolation: oneOf(claudeIsolations)
      .optional()
      .meta({
        description: 'Where the agent works: in the project’s folder, or in a copy of its own.',
        values: claudeIsolations,
        defaultText: 'In the folder of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        since: '2.1.49',
        order: 150,
        examples: ['worktree'],
      }),
    initialPrompt: z.string().optional().meta({
      description:
        'Sent as the first prompt when the agent is the main thread (`--agent`, or `agent` in the settings). Without effect in a subagent.',
      kind: 'text',
      defaultText: 'None.',
      whenWrong: 'Anything but a text is ignored silently.',
      since: '2.1.83',
      order: 160,
      snippet: ' ${1:Prompt}',
    }),
    omitClaudeMd: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether the agent does without the CLAUDE.md files of user and project. Without effect under `--agent`.',
        values: truthTerms('No CLAUDE.md file is in its context.', 'CLAUDE.md files are in its context.'),
        defaultText: '`false`.',
        whenWrong: 'Ignored silently.',
        since: '2.1.271',
        order: 170,
        source: claudeSubagentsDocumentation,
      }),
    experimental: z
      .looseObject({
        cacheTtl: oneOf(claudeCacheTtls)
          .optional()
          .meta({
            description: 'How long the prompt cache is kept.',
            values: claudeCacheTtls,
            whenWrong: 'Ignored silently. At the top level, outside `experimental`, it is an unknown key.',
            examples: ['1h'],
          }),
      })
      .optional()
      .meta({
        description: 'Settings that may change or go away. Today there is one, `cacheTtl`.',
        whenWrong: 'Ignored silently.',
        since: '2.1.248',
        order: 180,
        snippet: '\n  cacheTtl: ${1|5m,1h|}',
        source: claudeSubagentsDocumentation,
      }),
    ...Object.fromEntries(undocumented.map(name => [name, undocumentedField()])),
  };
}

/** Keys that Claude Code knows and does not document: never unknown, never offered. */
const undocumented = ['observer', 'observerMessage', 'observeSubagents'];

function undocumentedField() {
  return z.unknown().optional().meta({
    description: 'Known to Claude Code and not documented. What it does may change at any time.',
    whenWrong: 'Nothing is reported.',
    hidden: true,
    source: claudeCodeObserved,
  });
}
