import * as z from 'zod';
import type { Source, VocabularyEntry } from '../../../dialect/dialect.ts';
import { openCodeActions, openCodeModes, openCodeThemeColors, openCodeTools } from '../vocabulary.ts';

/** The differences between the fields of OpenCode's and Kilo's agents. */
export interface AgentTexts {
  readonly tool: string;
  /** What a value that the schema rejects leads to, in sentences. */
  readonly whenWrong: string;
  /** What a key without a value leads to, in fields where the two differ. */
  readonly whenEmpty: string;
  readonly permissions: readonly VocabularyEntry[];
  readonly documented: Source;
  /** The documentation of the fields. */
  readonly page: string;
}

/** The fields of an agent's front matter. */
export function openCodeAgentShape({
  tool,
  whenWrong,
  whenEmpty,
  permissions,
  documented,
  page,
}: AgentTexts) {
  const action = z.enum(['allow', 'ask', 'deny']).meta({ values: openCodeActions });
  const rule = z
    .union([action, z.record(z.string(), action)])
    .meta({ values: openCodeActions, source: documented });
  return {
    description: z
      .string()
      .optional()
      .meta({
        description:
          'When to use the agent. Other agents choose by this text, so name the occasions. Quote it when it contains `: ` or ` #`, or starts with a character such as `@`, `[` or `*`.',
        kind: 'text',
        defaultText: 'None. Other agents then do not know when to use this one.',
        whenWrong: `${whenWrong} ${whenEmpty}`,
        order: 10,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Reviews changes for security issues. Use before every release.'],
        url: page,
      }),
    mode: z.enum(['subagent', 'primary', 'all']).optional().meta({
      description: 'Who starts the agent: other agents, the user, or both. Case-sensitive.',
      values: openCodeModes,
      defaultText: '`all`',
      whenWrong,
      order: 20,
      url: 'https://opencode.ai/docs/agents/#mode',
    }),
    model: z
      .string()
      .optional()
      .meta({
        description:
          'The model, as `provider/model-id`. Claude Code names such as `sonnet` or `inherit` are not models here.',
        kind: 'model',
        defaultText: 'The model of the agent that starts it; of the session for a primary agent.',
        whenWrong: `Any string loads; without a \`/\`, all of it is read as the provider, and the first message fails. ${whenWrong}`,
        order: 30,
        snippet: ' ${1:anthropic}/${2:claude-sonnet-5}',
        examples: ['anthropic/claude-sonnet-5', 'openrouter/anthropic/claude-sonnet-5'],
        url: 'https://opencode.ai/docs/agents/#model',
      }),
    permission: z
      .union([action, z.record(z.string(), rule)])
      .optional()
      .meta({
        description: [
          'What the agent may do: one action for everything, or a mapping of permissions.',
          'A permission accepts an action, and most also accept a mapping of patterns to actions. The last rule that matches applies, so put `"*"` first, in quotes. What is not named stays allowed.',
          'MCP tools are named `server_tool`; `"server_*"` matches all tools of a server.',
        ].join(' '),
        values: openCodeActions,
        keys: permissions,
        limits: true,
        defaultText:
          'Everything is allowed, except `doom_loop` and `external_directory`, which ask, and `.env` files.',
        whenWrong: `Unknown permissions have no effect; names are case-sensitive. Actions are exact: \`Deny\`, \`false\` or a third level are wrong. ${whenWrong}`,
        since: '1.1.1',
        order: 40,
        snippet: '\n  ${1:edit}: ${2|deny,ask,allow|}',
        examples: ['deny', '{ "*": deny, read: allow, bash: { "*": ask, "git status*": allow } }'],
        url: 'https://opencode.ai/docs/permissions/',
        source: documented,
      }),
    temperature: z
      .number()
      .optional()
      .meta({
        description: 'The randomness of the answers, usually 0 to 1. Any number is passed on.',
        defaultText: 'The default of the model.',
        whenWrong: `A number in quotes is a string. ${whenWrong}`,
        order: 60,
        examples: ['0.1'],
        url: 'https://opencode.ai/docs/agents/#temperature',
      }),
    top_p: z
      .number()
      .optional()
      .meta({
        description:
          'The share of the likeliest tokens to sample from, 0 to 1. `topP` is an unknown key here.',
        defaultText: 'The default of the model.',
        whenWrong: `A number in quotes is a string. ${whenWrong}`,
        order: 65,
        examples: ['0.9'],
      }),
    steps: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'How many times the agent may call the model before it must answer in text.',
        limits: true,
        defaultText: 'No limit.',
        whenWrong: `Zero, fractions and numbers in quotes are wrong. ${whenWrong}`,
        order: 50,
        examples: ['20'],
        url: 'https://opencode.ai/docs/agents/#max-steps',
      }),
    color: z
      .union([
        z.enum(['primary', 'secondary', 'accent', 'success', 'warning', 'error', 'info']),
        z.string().regex(/^#[0-9a-fA-F]{6}$/),
      ])
      .optional()
      .meta({
        description:
          'The color of the agent in the interface: `"#RRGGBB"` in quotes, or a theme color. Without quotes, `#` starts a comment. Names such as `green` and three digits are wrong.',
        kind: 'color',
        values: openCodeThemeColors,
        defaultText: 'Chosen by the tool.',
        whenWrong,
        order: 70,
        snippet: ' "#${1:22c55e}"',
        examples: ['"#ff6b6b"', 'accent'],
      }),
    hidden: z
      .boolean()
      .optional()
      .meta({
        description: 'Hides the agent from the `@` menu. Other agents can still start it.',
        defaultText: '`false`',
        whenWrong: `Only \`true\` and \`false\` are valid: \`yes\` and \`on\` are strings. ${whenWrong}`,
        order: 80,
        url: 'https://opencode.ai/docs/agents/#hidden',
      }),
    disable: z
      .boolean()
      .optional()
      .meta({
        description: 'Turns the agent off. With the name of a built-in agent, it removes that agent.',
        limits: true,
        defaultText: '`false`',
        whenWrong: `Only \`true\` and \`false\` are valid. \`disabled\` and \`enabled\` are unknown keys. ${whenWrong}`,
        order: 90,
        url: 'https://opencode.ai/docs/agents/#disable',
      }),
    variant: z
      .string()
      .optional()
      .meta({
        description:
          'The variant of the model, such as a higher effort. It applies to the agent’s own `model`.',
        defaultText: 'None.',
        whenWrong,
        order: 35,
        examples: ['high'],
      }),
    options: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: 'Settings for the model provider, passed on as they are.',
        defaultText: 'None.',
        whenWrong: `It must be a mapping. ${whenWrong}`,
        order: 100,
        snippet: '\n  ${1:reasoningEffort}: ${2:high}',
        examples: ['{ reasoningEffort: high }'],
        url: 'https://opencode.ai/docs/agents/#additional',
      }),
    reasoningEffort: z
      .string()
      .optional()
      .meta({
        description: `How long a reasoning model thinks. Not a key of ${tool}: like every unknown key, it is passed on to the model provider.`,
        values: [
          { value: 'minimal', description: 'Hardly any reasoning; not supported by all models.' },
          { value: 'low', description: 'Little reasoning.' },
          { value: 'medium', description: 'The default of most models.' },
          { value: 'high', description: 'Much reasoning.' },
        ],
        defaultText: 'The default of the model.',
        whenWrong: 'The provider decides.',
        order: 110,
        url: 'https://opencode.ai/docs/agents/#additional',
        source: documented,
      }),
    textVerbosity: z
      .string()
      .optional()
      .meta({
        description: `How much an OpenAI model writes. Not a key of ${tool}: it is passed on to the model provider.`,
        values: [
          { value: 'low', description: 'Short answers.' },
          { value: 'medium', description: 'The default of the model.' },
          { value: 'high', description: 'Long answers.' },
        ],
        defaultText: 'The default of the model.',
        whenWrong: 'The provider decides.',
        order: 111,
        url: 'https://opencode.ai/docs/agents/#additional',
        source: documented,
      }),
    name: z
      .string()
      .optional()
      .meta({
        description: 'Overrides the name from the file’s path. Best left out.',
        kind: 'text',
        defaultText: 'The path below the folder, without `.md`: `team/reviewer`.',
        whenWrong:
          tool === 'Kilo'
            ? 'Anything else becomes a string.'
            : 'A number, a boolean or a list loads and then breaks the list of agents: none is available. A key without a value makes the name `null`.',
        order: 120,
      }),
    tools: z
      // `true` alone changes nothing, so the snippet starts with `false`.
      .record(z.string(), z.boolean().meta({ snippet: ' ${1|false,true|}' }))
      .optional()
      .meta({
        description:
          'Tools by name, each `true` or `false`. `true` forbids nothing; `write`, `edit` and `patch` are one permission. `permission` overrides it for each tool.',
        kind: 'tools',
        keys: openCodeTools,
        limits: true,
        deprecation: 'Replaced by `permission` in 1.1.1.',
        defaultText: 'All tools.',
        whenWrong: `Names with capital letters match nothing. A list, as in Claude Code, is wrong. ${whenWrong}`,
        order: 200,
        snippet: '\n  ${1:bash}: ${2|false,true|}',
        examples: ['{ write: false, bash: false }', '{ "*": false, read: true }'],
        url: 'https://opencode.ai/docs/agents/#tools',
      }),
    maxSteps: z.int().positive().optional().meta({
      description: 'The older name of `steps`, which takes precedence where both are set.',
      deprecation: 'Replaced by `steps`.',
      limits: true,
      defaultText: 'No limit.',
      whenWrong,
      order: 201,
      hidden: true,
    }),
    prompt: z.unknown().optional().meta({
      description: 'Has no effect in a Markdown file: the text below the front matter is the prompt.',
      defaultText: 'The text below the front matter.',
      whenWrong: 'Ignored in any case.',
      order: 202,
      hidden: true,
    }),
  };
}

/** The fields of a mode: those of an agent, where `mode` has no effect. */
export function openCodeModeShape(texts: AgentTexts) {
  const fields = openCodeAgentShape(texts);
  const mode = fields.mode.meta({
    ...fields.mode.meta(),
    description: 'Has no effect in this folder: every mode is a primary agent.',
    defaultText: '`primary`, always.',
    hidden: true,
  });
  return { ...fields, mode };
}
