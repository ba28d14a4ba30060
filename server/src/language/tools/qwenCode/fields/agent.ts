import * as z from 'zod';
import { oneOf } from '../../shared/shapes.ts';
import { qwenHooksDocumentation, qwenSubagentsDocumentation } from '../sources.ts';
import {
  qwenApprovalModes,
  qwenColors,
  qwenExecutorKinds,
  qwenHookEvents,
  qwenModels,
  qwenPermissionModes,
  qwenServerForm,
  qwenToolForms,
} from '../values.ts';

const skipped = 'Qwen Code then skips the file silently.';
const dropped = 'Qwen Code then drops the field silently.';
const page = qwenSubagentsDocumentation.url!;

function toolList(forms: typeof qwenToolForms) {
  return z.union([z.array(z.string().meta({ values: forms })), z.string()]).optional();
}

/** The fields of an agent of Qwen Code. */
export function qwenAgentShape() {
  return {
    name: z.string().meta({
      description:
        'The name used to call the agent: 2 to 50 letters, digits, `-` and `_`, with a letter or digit at both ends.',
      kind: 'text',
      whenWrong: `The names \`self\`, \`system\`, \`user\`, \`model\`, \`tool\`, \`config\`, \`default\` and \`main\` are reserved. ${skipped}`,
      order: 10,
      snippet: ' ${1:${TM_FILENAME_BASE:my-agent}}',
      examples: ['code-reviewer'],
    }),
    description: z.string().meta({
      description:
        'When to use the agent; the main agent chooses by it. Quote it when it contains `: ` or ` #`: otherwise lists in brackets below it are lost. Up to 1,000 characters are recommended.',
      kind: 'text',
      whenWrong: `Numbers and lists become strings. An empty value or a mapping is invalid. ${skipped}`,
      order: 20,
      snippet: ' ${1:What it does, and when to use it.}',
      examples: ['Reviews changes for security problems. Use before every release.'],
    }),
    tools: toolList(qwenToolForms).meta({
      description:
        'The tools that the agent may use, as a list or a comma-separated string. An empty list means every tool. Display names such as `ReadFile` are accepted too; names are not checked.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'All tools of the session.',
      whenWrong:
        'A mapping, a number or a boolean is ignored, so the agent gets every tool. With an empty name in the list, the file is skipped.',
      order: 30,
      snippet: '\n  - ${1:read_file}',
      examples: ['[read_file, grep_search, glob]', 'read_file, glob'],
      url: `${page}#tool-configuration`,
    }),
    // A `*` disallows nothing.
    disallowedTools: toolList([...qwenToolForms.filter(({ value }) => value !== '*'), qwenServerForm]).meta({
      description:
        'Tools to remove from those of the agent. `mcp__server` removes all tools of an MCP server.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'None.',
      whenWrong:
        'A mapping, a number or a boolean is ignored. With an empty name in the list, the file is skipped.',
      order: 40,
      snippet: '\n  - ${1:run_shell_command}',
      examples: ['[write_file, edit, run_shell_command]'],
      url: `${page}#tool-configuration`,
    }),
    model: z
      .string()
      .optional()
      .meta({
        description: 'The model: `inherit`, `fast`, a model ID, or `provider:id`.',
        kind: 'model',
        values: qwenModels,
        defaultText: '`inherit`, the model of the session.',
        whenWrong: `Any string is accepted; a list is joined with commas. A string of spaces, a mapping, or a provider without a model is invalid. ${skipped}`,
        order: 50,
        examples: ['fast', 'openai:gpt-5'],
        url: `${page}#model-selection`,
      }),
    approvalMode: oneOf(qwenApprovalModes)
      .optional()
      .meta({
        description:
          'Which tool calls of the agent need approval. In a session in `yolo` or `auto-edit` mode, the mode of the session applies instead.',
        values: qwenApprovalModes,
        limits: true,
        defaultText: 'That of the session; `auto-edit` in a trusted folder when that is `default`.',
        whenWrong: `Claude Code’s values belong in \`permissionMode\`. ${skipped}`,
        order: 60,
        examples: ['plan'],
        url: `${page}#permission-mode`,
      }),
    permissionMode: oneOf(qwenPermissionModes).optional().meta({
      description: 'The same with Claude Code’s values. `approvalMode` overrides it.',
      values: qwenPermissionModes,
      limits: true,
      defaultText: 'None.',
      whenWrong: dropped,
      order: 110,
    }),
    maxTurns: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'The number of turns after which the agent is stopped.',
        limits: true,
        defaultText: 'No separate limit.',
        whenWrong: `A quoted number is accepted. ${dropped} With a mapping, the file is skipped.`,
        order: 70,
        examples: ['50'],
      }),
    color: oneOf(qwenColors).optional().meta({
      description: 'The color of the agent in the UI. Case-sensitive; hex values are not accepted.',
      kind: 'color',
      values: qwenColors,
      defaultText: '`auto`',
      whenWrong: dropped,
      order: 80,
    }),
    background: z
      .boolean()
      .optional()
      .meta({
        description: 'Whether the agent runs in the background by default.',
        defaultText: 'Decided by the caller.',
        whenWrong: `\`yes\` and \`on\` are strings, not booleans. ${dropped} With a mapping, the file is skipped.`,
        order: 90,
      }),
    mcpServers: z
      .record(
        z.string(),
        z
          .looseObject({
            type: z.string().optional().meta({ description: 'The transport of the server.' }),
            command: z.string().optional().meta({ description: 'The program to start.' }),
            args: z.array(z.string()).optional().meta({ description: 'The arguments of the program.' }),
            env: z
              .record(z.string(), z.string())
              .optional()
              .meta({ description: 'Environment variables for the program.' }),
            url: z.string().optional().meta({ description: 'The URL of the server.' }),
          })
          .meta({ description: 'One server. It is not checked when the file is read.' }),
      )
      .optional()
      .meta({
        description: 'MCP servers for this agent. They override servers of the session with the same name.',
        defaultText: 'The servers of the session.',
        whenWrong: 'A list of names, or a server that is not a mapping, is dropped silently.',
        order: 100,
        snippet: '\n  ${1:server}:\n    command: ${2:npx}',
        examples: ['{ docs: { command: node, args: [server.js] } }'],
      }),
    hooks: z
      .record(
        z.string(),
        z.array(
          z.looseObject({
            matcher: z.string().optional().meta({
              description: 'A regular expression that limits when the hooks run.',
              kind: 'hookMatcher',
              defaultText: 'Every occurrence of the event.',
              source: qwenHooksDocumentation,
            }),
            hooks: z.array(z.looseObject({})).meta({
              description: 'The hooks to run, as in the settings.',
              source: qwenHooksDocumentation,
            }),
          }),
        ),
      )
      .optional()
      .meta({
        description:
          'Hooks that are registered while the agent runs. They run for every matching event of the session, not only for those of the agent.',
        kind: 'hooks',
        keys: qwenHookEvents,
        defaultText: 'None.',
        whenWrong: 'An event whose value is not a list is dropped silently; any event name is kept.',
        order: 120,
        snippet:
          '\n  ${1:PreToolUse}:\n    - matcher: ${2:run_shell_command}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
        source: qwenHooksDocumentation,
      }),
    executor: z
      .looseObject({
        kind: oneOf(qwenExecutorKinds).meta({
          description: 'The kind of program.',
          values: qwenExecutorKinds,
          whenWrong: 'The file is refused.',
        }),
        command: z.string().meta({ description: 'The program to start.', whenWrong: 'The file is refused.' }),
        args: z
          .array(z.string())
          .optional()
          .meta({ description: 'The arguments of the program.', whenWrong: 'The file is refused.' }),
      })
      .optional()
      .meta({
        description:
          'An external program that runs the agent. It cannot be combined with `tools`, `disallowedTools`, `model`, `maxTurns`, `mcpServers` or `hooks`.',
        defaultText: 'Qwen Code itself.',
        whenWrong: 'The file is refused, also when the rest of its YAML is invalid.',
        order: 130,
        snippet: '\n  kind: ${1|acp,codex|}\n  command: ${2:my-agent}',
        examples: ['{ kind: acp, command: my-agent }'],
      }),
    executionBackend: z
      .literal('container')
      .optional()
      .meta({
        description:
          'Runs the agent in a container. It cannot be combined with `executor`, `mcpServers` or `hooks`.',
        values: [{ value: 'container', description: 'In a container; only in a trusted project.' }],
        defaultText: 'As the session is configured.',
        whenWrong: 'The file is refused, also without a value.',
        order: 140,
      }),
    runConfig: z
      .looseObject({
        max_turns: z
          .int()
          .positive()
          .optional()
          .meta({
            description: 'The number of turns after which the agent is stopped.',
            whenWrong: `A quoted number is invalid here. ${skipped}`,
          }),
        max_time_minutes: z
          .number()
          .positive()
          .optional()
          .meta({
            description: 'The number of minutes after which the agent is stopped.',
            whenWrong: `A quoted number is invalid here. ${skipped}`,
          }),
      })
      .optional()
      .meta({
        description: 'Limits in their older form, which is the only one of `max_time_minutes`.',
        limits: true,
        defaultText: 'No limits.',
        whenWrong: `Other numbers are invalid. ${skipped}`,
        order: 150,
        snippet: '\n  max_time_minutes: ${1:10}',
      }),
    modelConfig: z
      .looseObject({ model: z.string().optional().meta({ description: 'The model.' }) })
      .optional()
      .meta({
        description: 'The model in its older form.',
        deprecation: 'Write `model` at the top level.',
        defaultText: 'None.',
        whenWrong: 'Anything but a mapping with a string has no effect.',
        order: 160,
        hidden: true,
      }),
  };
}
