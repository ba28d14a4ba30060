import * as z from 'zod';
import { booleanEntries, oneOf } from '../../shared/shapes.ts';
import {
  copilotAgentsDocumentation,
  copilotCliDocumentation,
  vscodeAgentsDocumentation,
} from '../sources.ts';
import {
  copilotModels,
  copilotTargets,
  githubPermissionLevels,
  githubPermissionScopes,
  vscodeReasoningEfforts,
} from '../values.ts';
import { copilotHandoffSchema } from './handoff.ts';
import { copilotHooksSchema } from './hooks.ts';
import { copilotMcpServersSchema } from './mcpServers.ts';

const refused = 'Copilot CLI does not load the file.';
const vscodeOnly = 'VS Code only; Copilot CLI ignores it with a warning, and GitHub ignores it.';

/** The fields of a custom agent, for VS Code, the cloud agent and Copilot CLI together. */
export function copilotAgentShape() {
  return {
    name: z
      .string()
      .optional()
      .meta({
        description:
          'The displayed name, by which other agents call it. It may differ from that of the file; with two agents of the same name, `--agent` uses the first.',
        kind: 'text',
        defaultText: 'The name of the file.',
        whenWrong: `A number, a boolean, a list or no value: ${refused}`,
        order: 10,
        snippet: ' ${1:My agent}',
        examples: ['Reviewer'],
      }),
    description: z.string().meta({
      description:
        'What the agent does and when to use it. Other agents choose it by this text. VS Code does not require it; GitHub and Copilot CLI do.',
      kind: 'text',
      whenWrong: `Missing, or not a string: ${refused}`,
      order: 20,
      snippet: ' ${1:What it does, and when to use it.}',
      examples: ['Reviews changes without editing files.'],
    }),
    tools: z
      .union([z.array(z.string()), z.string()])
      .optional()
      .meta({
        description: [
          'The tools that the agent may use; it has no others.',
          'A list or a comma-separated string, case-insensitive. `server/tool` and `server/*` name tools of MCP servers, `publisher.extension/tool` those of VS Code extensions.',
          '`[]` means none, `["*"]` all.',
        ].join(' '),
        kind: 'tools',
        limits: true,
        defaultText: 'All tools.',
        whenWrong: `Unknown names are dropped silently, and parentheses match nothing. A mapping, a number or no value: ${refused}`,
        order: 30,
        snippet: ' [${1:read, search, edit}]',
        examples: ['[read, search]', "['edit', 'github/*']"],
      }),
    model: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .meta({
        description:
          'The model that the agent runs on: an ID such as `claude-sonnet-4.6`, or a name as shown in the picker. A list is tried in order, except on GitHub.',
        kind: 'model',
        values: copilotModels,
        defaultText: 'The model of the session.',
        whenWrong: `VS Code ignores an unknown model. Another type, or an empty list: ${refused}`,
        order: 40,
        examples: ['claude-sonnet-4.6', '[gpt-5.4, claude-sonnet-4.6]'],
      }),
    target: z
      .enum(copilotTargets.map(({ value }) => value))
      .optional()
      .meta({
        description:
          'Where the agent is available. Copilot CLI ignores it with a warning, and loads agents for VS Code too.',
        values: copilotTargets,
        defaultText: 'Everywhere.',
        whenWrong: 'VS Code shows an error.',
        order: 50,
        source: copilotAgentsDocumentation,
      }),
    'user-invocable': boolean(
      'Whether users can select the agent.',
      'Users can select it.',
      'Only other agents can start it.',
      '`true`.',
      60,
    ),
    'disable-model-invocation': boolean(
      'Whether other agents are prevented from starting this one. It overrides `infer`.',
      'Only users can start it.',
      'Other agents can start it.',
      '`false`.',
      70,
    ),
    'argument-hint': z
      .string()
      .optional()
      .meta({
        description: `What to type after selecting the agent, shown in the input field. ${vscodeOnly}`,
        kind: 'text',
        defaultText: 'None.',
        whenWrong: 'VS Code shows an error.',
        order: 80,
        snippet: ' ${1:What to type}',
        source: vscodeAgentsDocumentation,
      }),
    agents: z
      .array(z.string())
      .optional()
      .meta({
        description: `The agents that this one may start: a list of names, \`["*"]\` for all, \`[]\` for none. It requires the tool \`agent\`. ${vscodeOnly}`,
        kind: 'agentNames',
        limits: true,
        defaultText: 'All agents.',
        whenWrong: 'VS Code shows an error when it is not a list, and a hint on unknown names.',
        order: 90,
        snippet: ' [${1:agent-name}]',
        source: vscodeAgentsDocumentation,
      }),
    handoffs: z
      .array(copilotHandoffSchema())
      .optional()
      .meta({
        description: `Buttons below a response that continue with another agent. ${vscodeOnly}`,
        defaultText: 'None.',
        whenWrong: 'VS Code shows an error.',
        order: 100,
        snippet:
          '\n  - label: ${1:Start implementation}\n    agent: ${2:agent}\n    prompt: ${3:Implement the plan.}',
        source: vscodeAgentsDocumentation,
      }),
    'mcp-servers': copilotMcpServersSchema()
      .optional()
      .meta({
        description: 'MCP servers for the agent, by name. VS Code ignores them.',
        kind: 'mcpServerNames',
        defaultText: 'The servers of the session.',
        whenWrong: `A server without \`args\` or \`tools\`, or with a value of another type: ${refused}`,
        order: 110,
        snippet:
          '\n  ${1:server}:\n    type: local\n    command: ${2:node}\n    args: [${3}]\n    tools: ["*"]',
      }),
    skills: z
      .array(z.string())
      .optional()
      .meta({
        description: 'Skills that are available to the agent from the start. Copilot CLI only.',
        kind: 'skillNames',
        defaultText: 'None.',
        whenWrong: `Anything but a list of strings: ${refused}`,
        since: '1.0.22',
        order: 120,
        snippet: '\n  - ${1:skill-name}',
      }),
    hooks: copilotHooksSchema()
      .optional()
      .meta({
        description:
          'Programs that run on events in the agent’s lifecycle. Copilot CLI and VS Code; VS Code supports fewer events, and only commands.',
        kind: 'hooks',
        limits: true,
        defaultText: 'No separate hooks.',
        whenWrong: `An unknown event, or a hook of another shape: ${refused}`,
        order: 130,
        snippet: '\n  ${1:preToolUse}:\n    - type: command\n      bash: ${2:./check.sh}',
      }),
    github: z
      .looseObject({
        permissions: z
          .record(
            z.string(),
            oneOf(githubPermissionLevels).meta({
              description: 'The level of the permission.',
              values: githubPermissionLevels,
              whenWrong: 'VS Code shows an error.',
            }),
          )
          .optional()
          .meta({
            description: 'What the token of the cloud agent may do, by area.',
            keys: githubPermissionScopes,
            whenWrong: `A value that is not a string: ${refused}`,
            snippet: '\n  ${1:contents}: ${2|read,write,none|}',
          }),
        toolsets: z
          .array(z.string())
          .optional()
          .meta({
            description: 'Sets of tools of the GitHub MCP server.',
            whenWrong: `Anything but a list: ${refused}`,
          }),
      })
      .optional()
      .meta({
        description: 'Settings for the cloud agent on GitHub.',
        defaultText: 'Those of the repository.',
        whenWrong: `Anything but a mapping: ${refused}`,
        order: 140,
        snippet: '\n  permissions:\n    ${1:contents}: ${2|read,write,none|}',
      }),
    metadata: z.record(z.string(), z.string()).optional().meta({
      description:
        'Custom notes: a mapping of names to strings. GitHub keeps them; Copilot CLI ignores them with a warning.',
      defaultText: 'None.',
      whenWrong: 'Nothing is reported.',
      order: 150,
      snippet: '\n  ${1:key}: ${2:value}',
      source: copilotAgentsDocumentation,
    }),
    'reasoning-effort': z
      .enum(vscodeReasoningEfforts.map(({ value }) => value))
      .optional()
      .meta({
        description: `How much the model reasons. ${vscodeOnly}`,
        values: vscodeReasoningEfforts,
        defaultText: 'The level of the model.',
        whenWrong: 'Not known.',
        since: 'VS Code 1.138',
        order: 160,
        source: vscodeAgentsDocumentation,
      }),
    'include-custom-instructions': boolean(
      'Whether the agent also gets the custom instructions of the repository. Copilot CLI only.',
      'It gets them.',
      'It does not get them.',
      '`false`.',
      170,
    ),
    'deferred-tool-loading': boolean(
      'Whether tools are described to the model only when it searches for them. Copilot CLI only.',
      'Only when it searches for them.',
      'From the start.',
      'As in the session.',
      180,
    ),
    infer: boolean(
      'Whether other agents may start this one.',
      'They may.',
      'They may not.',
      '`true`.',
      190,
    ).meta({
      deprecation: 'Retired by VS Code and GitHub: use `disable-model-invocation` instead.',
      hidden: true,
    }),
    ...documentedOnly(),
  };
}

/** Keys of the CLI's documentation that release 1.0.102 does not know: explained, but not completed. */
function documentedOnly() {
  const descriptions: Readonly<Record<string, string>> = {
    models: 'Models in the order in which to try them. Set `model` to a list instead.',
    modelPolicy: 'Whether the model is `preferred` or `required`.',
    reasoningEffort: 'How much the model reasons.',
    sidekick: 'Lets the agent run beside the session, started by events.',
  };
  return Object.fromEntries(
    Object.entries(descriptions).map(([key, description]) => [
      key,
      z
        .unknown()
        .optional()
        .meta({
          description: `${description} It is documented, but Copilot CLI 1.0.102 ignores it with a warning.`,
          whenWrong: 'Always ignored.',
          hidden: true,
          source: copilotCliDocumentation,
        }),
    ]),
  );
}

function boolean(description: string, yes: string, no: string, defaultText: string, order: number) {
  return z
    .boolean()
    .optional()
    .meta({
      description,
      values: booleanEntries(yes, no),
      defaultText,
      whenWrong: `\`yes\`, a number or a quoted value: ${refused}`,
      order,
    });
}
