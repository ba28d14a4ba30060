import * as z from 'zod';
import type { Source, VocabularyEntry } from '../../../dialect/dialect.ts';
import { openCodeActions, openCodeModes, openCodeThemeColors, openCodeTools } from '../vocabulary.ts';

/** In what the fields of OpenCode's and Kilo's agents differ. */
export interface AgentWords {
  readonly tool: string;
  /** What a value that the schema refuses leads to, whole sentences. */
  readonly whenWrong: string;
  /** What a key without a value leads to, in the fields where the two differ. */
  readonly whenEmpty: string;
  readonly permissions: readonly VocabularyEntry[];
  readonly documented: Source;
  /** The page of the fields, for links. */
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
}: AgentWords) {
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
          'When the agent is to be used. Other agents choose by this text, so name the occasions. Quote it when it contains `: ` or ` #`, or begins with a sign such as `@`, `[` or `*`.',
        kind: 'text',
        defaultText: 'None. Other agents do not know then when to use this one.',
        whenWrong: `${whenWrong} ${whenEmpty}`,
        order: 10,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Reviews changes for security faults. Use before every release.'],
        url: page,
      }),
    mode: z.enum(['subagent', 'primary', 'all']).optional().meta({
      description: 'Who starts the agent: other agents, the user, or both. Case counts.',
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
          'The model, as `provider/model-id`. The names that Claude Code takes, such as `sonnet` or `inherit`, name none here.',
        kind: 'model',
        defaultText: 'The model of the agent that starts it; of the session for a primary agent.',
        whenWrong: `Any text loads; without a \`/\` all of it is taken for the provider, and the first message fails. ${whenWrong}`,
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
          'What the agent may do: one action for everything, or a map of permissions.',
          'A permission takes an action, and most take a map of patterns with actions too. The last rule that matches wins, so put `"*"` first, in quotes. What is not named stays allowed.',
          'Tools of MCP servers are called `server_tool`; `"server_*"` names all of a server.',
        ].join(' '),
        values: openCodeActions,
        keys: permissions,
        limits: true,
        defaultText:
          'Everything is allowed, but for `doom_loop` and `external_directory`, which ask, and `.env` files.',
        whenWrong: `Names that are no permission have no effect; capital letters make one of those. Actions are exact: \`Deny\`, \`false\` or a third level are wrong. ${whenWrong}`,
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
        description: 'How much chance there is in the answers, usually 0 to 1. Any number is passed on.',
        defaultText: 'The default of the model.',
        whenWrong: `A number in quotes is text. ${whenWrong}`,
        order: 60,
        examples: ['0.1'],
        url: 'https://opencode.ai/docs/agents/#temperature',
      }),
    top_p: z
      .number()
      .optional()
      .meta({
        description:
          'How many of the likeliest words are chosen from, 0 to 1. `topP` is another key, unknown here.',
        defaultText: 'The default of the model.',
        whenWrong: `A number in quotes is text. ${whenWrong}`,
        order: 65,
        examples: ['0.9'],
      }),
    steps: z
      .int()
      .positive()
      .optional()
      .meta({
        description: 'How many times the agent may call the model before it has to answer in text.',
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
          'The colour in which the agent is shown: `"#RRGGBB"` in quotes, or a colour of the theme. Without quotes `#` begins a comment. Names such as `green` are wrong, three digits too.',
        kind: 'color',
        values: openCodeThemeColors,
        defaultText: 'One that the tool chooses.',
        whenWrong,
        order: 70,
        snippet: ' "#${1:22c55e}"',
        examples: ['"#ff6b6b"', 'accent'],
      }),
    hidden: z
      .boolean()
      .optional()
      .meta({
        description: 'Leaves the agent out of the menu of `@`. Others can still start it.',
        defaultText: '`false`',
        whenWrong: `Only \`true\` and \`false\` count: \`yes\` and \`on\` are text. ${whenWrong}`,
        order: 80,
        url: 'https://opencode.ai/docs/agents/#hidden',
      }),
    disable: z
      .boolean()
      .optional()
      .meta({
        description: 'Switches the agent off. With the name of a built-in agent, that one is gone.',
        limits: true,
        defaultText: '`false`',
        whenWrong: `Only \`true\` and \`false\` count. \`disabled\` and \`enabled\` are unknown keys. ${whenWrong}`,
        order: 90,
        url: 'https://opencode.ai/docs/agents/#disable',
      }),
    variant: z
      .string()
      .optional()
      .meta({
        description:
          'The variant of the model, such as a higher effort. It counts with the agent’s own `model`.',
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
        whenWrong: `It must be a map. ${whenWrong}`,
        order: 100,
        snippet: '\n  ${1:reasoningEffort}: ${2:high}',
        examples: ['{ reasoningEffort: high }'],
        url: 'https://opencode.ai/docs/agents/#additional',
      }),
    reasoningEffort: z
      .string()
      .optional()
      .meta({
        description: `How long a reasoning model thinks. No key of ${tool}'s own: like every unknown key, it is passed on to the model provider.`,
        values: [
          { value: 'minimal', description: 'Hardly any reasoning; not with all models.' },
          { value: 'low', description: 'Little reasoning.' },
          { value: 'medium', description: 'What most models do by themselves.' },
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
        description: `How much an OpenAI model writes. No key of ${tool}'s own: it is passed on to the model provider.`,
        values: [
          { value: 'low', description: 'Short answers.' },
          { value: 'medium', description: 'What the model does by itself.' },
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
        description: 'Takes the place of the name that the file’s path gives. Best left out.',
        kind: 'text',
        defaultText: 'The path below the folder, without `.md`: `team/reviewer`.',
        whenWrong:
          tool === 'Kilo'
            ? 'Anything else becomes text.'
            : 'A number, a truth value or a list passes and then breaks the list of agents: none is available. Nothing behind the colon makes the name `null`.',
        order: 120,
      }),
    tools: z
      // `true` alone changes nothing, so that is not what to begin with.
      .record(z.string(), z.boolean().meta({ snippet: ' ${1|false,true|}' }))
      .optional()
      .meta({
        description:
          'Tools by name, each `true` or `false`. `true` forbids nothing; `write`, `edit` and `patch` are one. What `permission` says of a tool counts instead.',
        kind: 'tools',
        keys: openCodeTools,
        limits: true,
        deprecation: 'Replaced by `permission` in 1.1.1.',
        defaultText: 'All tools.',
        whenWrong: `Names in capital letters match nothing. A list, as in Claude Code, is wrong. ${whenWrong}`,
        order: 200,
        snippet: '\n  ${1:bash}: ${2|false,true|}',
        examples: ['{ write: false, bash: false }', '{ "*": false, read: true }'],
        url: 'https://opencode.ai/docs/agents/#tools',
      }),
    maxSteps: z.int().positive().optional().meta({
      description: 'The older name of `steps`, which wins where both are given.',
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

/** The fields of a mode: an agent's, but `mode` itself, which its folder decides. */
export function openCodeModeShape(words: AgentWords) {
  const fields = openCodeAgentShape(words);
  const mode = fields.mode.meta({
    ...fields.mode.meta(),
    description: 'Has no effect in this folder: every mode is a primary agent.',
    defaultText: '`primary`, always.',
    hidden: true,
  });
  return { ...fields, mode };
}
