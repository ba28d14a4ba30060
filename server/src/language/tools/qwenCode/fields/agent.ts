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

const skipped = 'Qwen Code then skips the file without a word.';
const dropped = 'Qwen Code then drops the field without a word.';
const page = qwenSubagentsDocumentation.url!;

function toolList(forms: typeof qwenToolForms) {
  return z.union([z.array(z.string().meta({ values: forms })), z.string()]).optional();
}

/** The fields of an agent of Qwen Code. */
export function qwenAgentShape() {
  return {
    name: z.string().meta({
      description:
        'The name by which the agent is called: 2 to 50 letters, digits, `-` and `_`, with a letter or digit at both ends.',
      kind: 'text',
      whenWrong: `The words \`self\`, \`system\`, \`user\`, \`model\`, \`tool\`, \`config\`, \`default\` and \`main\` are taken. ${skipped}`,
      order: 10,
      snippet: ' ${1:${TM_FILENAME_BASE:my-agent}}',
      examples: ['code-reviewer'],
    }),
    description: z.string().meta({
      description:
        'When the agent is to be used; the main agent chooses by it. Quote it when it contains `: ` or ` #`: otherwise lists in brackets below it are lost. Up to 1,000 characters are advised.',
      kind: 'text',
      whenWrong: `Numbers and lists become text. An empty one or a map is wrong. ${skipped}`,
      order: 20,
      snippet: ' ${1:What it does, and when to use it.}',
      examples: ['Reviews changes for security faults. Use before every release.'],
    }),
    tools: toolList(qwenToolForms).meta({
      description:
        'The tools that the agent may use, as a list or as one text with commas. An empty list means every tool. Display names such as `ReadFile` are taken as well; names are not checked.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'All tools of the session.',
      whenWrong: `A map, a number or a boolean is ignored, so the agent gets every tool. With an empty name in the list the file is skipped.`,
      order: 30,
      snippet: '\n  - ${1:read_file}',
      examples: ['[read_file, grep_search, glob]', 'read_file, glob'],
      url: `${page}#tool-configuration`,
    }),
    disallowedTools: toolList([...qwenToolForms, qwenServerForm]).meta({
      description:
        'Tools to take away from those that the agent has. `mcp__server` takes away all of an MCP server.',
      kind: 'tools',
      separator: 'comma',
      limits: true,
      defaultText: 'None.',
      whenWrong:
        'A map, a number or a boolean is ignored. With an empty name in the list the file is skipped.',
      order: 40,
      snippet: '\n  - ${1:run_shell_command}',
      examples: ['[write_file, edit, run_shell_command]'],
      url: `${page}#tool-configuration`,
    }),
    model: z
      .string()
      .optional()
      .meta({
        description: 'The model: `inherit`, `fast`, a model’s id, or `provider:id`.',
        kind: 'model',
        values: qwenModels,
        defaultText: '`inherit`, the model of the session.',
        whenWrong: `Any text is taken; a list is joined with commas. A blank one, a map, or a provider without a model is wrong. ${skipped}`,
        order: 50,
        examples: ['fast', 'openai:gpt-5'],
        url: `${page}#model-selection`,
      }),
    approvalMode: oneOf(qwenApprovalModes)
      .optional()
      .meta({
        description:
          'Which of the agent’s tool calls need approval. A session in `yolo` or `auto-edit` mode passes its own on, whatever is written here.',
        values: qwenApprovalModes,
        limits: true,
        defaultText: 'That of the session; `auto-edit` in a trusted folder when that is `default`.',
        whenWrong: `Claude Code’s words go into \`permissionMode\`. ${skipped}`,
        order: 60,
        examples: ['plan'],
        url: `${page}#permission-mode`,
      }),
    permissionMode: oneOf(qwenPermissionModes).optional().meta({
      description: 'The same in Claude Code’s words. `approvalMode` wins over it.',
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
        description: 'After how many turns the agent is stopped.',
        limits: true,
        defaultText: 'No limit of its own.',
        whenWrong: `A number in quotes is taken. ${dropped} A map is worse: the file is skipped.`,
        order: 70,
        examples: ['50'],
      }),
    color: oneOf(qwenColors).optional().meta({
      description: 'The colour in which the agent is shown. Case counts; hex values are not taken.',
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
        description: 'Whether the agent runs in the background when nobody says otherwise.',
        defaultText: 'Decided by who starts it.',
        whenWrong: `\`yes\` and \`on\` are words, not booleans. ${dropped} A map is worse: the file is skipped.`,
        order: 90,
      }),
    mcpServers: z
      .record(
        z.string(),
        z
          .looseObject({
            type: z.string().optional().meta({ description: 'How the server is reached.' }),
            command: z.string().optional().meta({ description: 'The program to start.' }),
            args: z.array(z.string()).optional().meta({ description: 'The program’s arguments.' }),
            env: z
              .record(z.string(), z.string())
              .optional()
              .meta({ description: 'Environment variables for the program.' }),
            url: z.string().optional().meta({ description: 'The server’s address.' }),
          })
          .meta({ description: 'One server, by its name. It is not checked when the file is read.' }),
      )
      .optional()
      .meta({
        description: 'MCP servers for this agent. They win over those of the session with the same name.',
        defaultText: 'The servers of the session.',
        whenWrong: `A list of names, or a server that is no map, is dropped without a word.`,
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
              description: 'A regular expression that narrows when the hooks run.',
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
          'Hooks that are set while the agent runs. They run for every matching event of the session, not only for the agent’s own.',
        kind: 'hooks',
        keys: qwenHookEvents,
        defaultText: 'None.',
        whenWrong: 'An event that holds no list is dropped without a word; any name of an event is kept.',
        order: 120,
        snippet:
          '\n  ${1:PreToolUse}:\n    - matcher: ${2:run_shell_command}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
        source: qwenHooksDocumentation,
      }),
    executor: z
      .looseObject({
        kind: oneOf(qwenExecutorKinds).meta({
          description: 'What kind of program it is.',
          values: qwenExecutorKinds,
          whenWrong: 'The file is refused.',
        }),
        command: z.string().meta({ description: 'The program to start.', whenWrong: 'The file is refused.' }),
        args: z
          .array(z.string())
          .optional()
          .meta({ description: 'The program’s arguments.', whenWrong: 'The file is refused.' }),
      })
      .optional()
      .meta({
        description:
          'A program outside that does the agent’s work. It goes with none of `tools`, `disallowedTools`, `model`, `maxTurns`, `mcpServers` and `hooks`.',
        defaultText: 'Qwen Code itself.',
        whenWrong: 'The file is refused, and so it is when the rest of its YAML is at fault.',
        order: 130,
        snippet: '\n  kind: ${1|acp,codex|}\n  command: ${2:my-agent}',
        examples: ['{ kind: acp, command: my-agent }'],
      }),
    executionBackend: z
      .literal('container')
      .optional()
      .meta({
        description:
          'Runs the agent in a container. It goes with none of `executor`, `mcpServers` and `hooks`.',
        values: [{ value: 'container', description: 'In a container; only in a trusted project.' }],
        defaultText: 'As the session is configured.',
        whenWrong: 'The file is refused, with no value behind the colon too.',
        order: 140,
      }),
    runConfig: z
      .looseObject({
        max_turns: z
          .int()
          .positive()
          .optional()
          .meta({
            description: 'After how many turns the agent is stopped.',
            whenWrong: `A number in quotes is wrong here. ${skipped}`,
          }),
        max_time_minutes: z
          .number()
          .positive()
          .optional()
          .meta({
            description: 'After how many minutes the agent is stopped.',
            whenWrong: `A number in quotes is wrong here. ${skipped}`,
          }),
      })
      .optional()
      .meta({
        description: 'Limits, in their older form. `max_time_minutes` has no other.',
        limits: true,
        defaultText: 'No limits.',
        whenWrong: `Bad numbers are wrong. ${skipped}`,
        order: 150,
        snippet: '\n  max_time_minutes: ${1:10}',
      }),
    modelConfig: z
      .looseObject({ model: z.string().optional().meta({ description: 'The model.' }) })
      .optional()
      .meta({
        description: 'The model, in its older form.',
        deprecation: 'Write `model` at the top level.',
        defaultText: 'None.',
        whenWrong: 'Anything but a map with a text has no effect.',
        order: 160,
        hidden: true,
      }),
  };
}
