import * as z from 'zod';
import { namesShape } from '../../shared/shapes.ts';
import { claudeCodeObserved } from '../sources.ts';
import { claudeAllMcpTools, claudeMcpToolForms } from '../tools.ts';
import { claudeMcpServerForms } from '../values.ts';
import { claudeAgentRunShape } from './agentRun.ts';
import { claudeHooksSchema } from './hooks.ts';
import { claudeMcpServersSchema } from './mcpServers.ts';

const docs = 'https://code.claude.com/docs/en';

/** The fields of a subagent in a project's or the user's `.claude/agents`: what it is, what it receives, how it runs. */
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
          'It need not be the file’s name. Lowercase letters and hyphens are conventional; spaces, uppercase and other letters work too.',
          'It must not start with `-`, contain `:`, or be longer than 256 characters. `Review` and `review` are two agents.',
        ].join(' '),
        kind: 'text',
        whenWrong:
          'The file is skipped. A missing, empty or numeric name is not even logged: the file is treated as documentation.',
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
          'Claude decides by this text alone, so say when: “Use after every change to the database schema.” Its length is not limited, and all of it is in the context of every session.',
          'Quote it, or write it as a block (`|`), when it contains `: ` or ` #`. A `---` anywhere in it ends the front matter, even inside quotes.',
        ].join(' '),
        kind: 'text',
        whenWrong: 'Without a description the file is skipped; only the debug log says so.',
        since: '1.0.60',
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Reviews changes for security issues. Use before every release.'],
      }),
    tools: namesShape()
      .optional()
      .meta({
        description: [
          'The tools that the agent may use; it does not get any others.',
          'Names separated by commas or spaces, or a list. They are exact and case-sensitive: `read` is not a tool. `*` stands for all tools, `mcp__server` and `mcp__server__*` for those of an MCP server, `mcp__server__tool` for one.',
          'A specifier in parentheses has no effect: `Bash(git:*)` grants all of Bash. Use `permissions.deny` in the settings or a `PreToolUse` hook for that.',
        ].join(' '),
        kind: 'tools',
        separator: 'commaOrSpace',
        values: claudeMcpToolForms,
        limits: true,
        defaultText: 'All tools that subagents can have, including those of MCP servers.',
        whenWrong:
          'Unknown names are silently dropped. An empty value, a number, a boolean or a mapping gives no tools at all, and an agent whose names all resolve to nothing does not start.',
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
          'The tools to remove, from all tools or from those in `tools`.',
          'Written like `tools`; it is applied first. A specifier removes the whole tool: `Bash(rm:*)` removes Bash. `mcp__*` removes the tools of all MCP servers. `*` has no effect.',
        ].join(' '),
        kind: 'tools',
        separator: 'commaOrSpace',
        values: [...claudeMcpToolForms, claudeAllMcpTools],
        specifiers: false,
        limits: true,
        defaultText: 'None.',
        whenWrong: 'Unknown names and values of another type are silently ignored.',
        since: '2.0.30',
        url: `${docs}/tools-reference`,
        order: 60,
        snippet: ' ${1:Write, Edit}',
        examples: ['Write, Edit, NotebookEdit'],
      }),
    skills: namesShape()
      .optional()
      .meta({
        description: [
          'Skills whose whole text is in the agent’s context from the start.',
          'A list, or names separated by commas; a plugin’s skill is `plugin:skill`. A skill with `disable-model-invocation: true` cannot be loaded this way. No effect under `--agent`.',
        ].join(' '),
        kind: 'skillNames',
        separator: 'comma',
        defaultText: 'None.',
        whenWrong: 'An unknown skill is dropped when the agent starts, with a line in the debug log.',
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
          'MCP servers for the agent: a list of names of configured servers, or of servers defined here.',
          'A server defined here is connected only while the agent runs, and in a project’s agent only once the folder is trusted (since 2.1.238).',
        ].join(' '),
        kind: 'mcpServerNames',
        values: claudeMcpServerForms,
        defaultText: 'The servers of the session.',
        whenWrong:
          'An invalid item is dropped with a line in the debug log. A mapping or a string instead of the list is ignored without one.',
        url: `${docs}/mcp`,
        order: 100,
        snippet: '\n  - ${1:server-name}',
        examples: ['[github]'],
      }),
    hooks: claudeHooksSchema()
      .optional()
      .meta({
        description: [
          'Handlers that run at points in the agent’s life cycle, and only while it runs: events, each with a list of groups of handlers.',
          '`Stop` becomes `SubagentStop` in a subagent. A project’s agent needs a trusted folder for its hooks to run.',
        ].join(' '),
        kind: 'hooks',
        limits: true,
        defaultText: 'None; the hooks of the settings run in any case.',
        whenWrong:
          'A value that is not a mapping, or an invalid entry under `PreToolUse` or `PermissionRequest`, keeps the whole agent from loading. An unknown event, or an invalid entry under another one, is dropped.',
        since: '2.1.0',
        url: `${docs}/hooks#hooks-in-skills-and-agents`,
        order: 110,
        snippet:
          '\n  ${1:PreToolUse}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
      }),
    ...claudeAgentRunShape(),
    ...Object.fromEntries(undocumented.map(name => [name, undocumentedField()])),
  };
}

/** Keys that Claude Code knows but does not document: never unknown, never completed. */
const undocumented = ['observer', 'observerMessage', 'observeSubagents'];

function undocumentedField() {
  return z.unknown().optional().meta({
    description: 'Known to Claude Code but not documented. Its effect may change at any time.',
    whenWrong: 'Nothing is reported.',
    hidden: true,
    source: claudeCodeObserved,
  });
}
