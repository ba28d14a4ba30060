import type { VocabularyEntry } from '../../dialect/dialect.ts';

/*
 * The vocabulary of OpenCode 1.18.33, most of which Kilo 7.7.9 shares: from the vendor's documentation, checked against
 * the running tool where marked `measured`.
 */

const permissions = 'https://opencode.ai/docs/permissions/';
const tools = 'https://opencode.ai/docs/tools/';

/** The actions of a permission. */
export const openCodeActions: readonly VocabularyEntry[] = [
  { value: 'allow', description: 'Runs without asking.', url: permissions },
  { value: 'ask', description: 'Asks the user each time.', url: permissions },
  { value: 'deny', description: 'Removes the tool.', url: permissions },
];

/** The keys of `permission`. All accept patterns, except those in `openCodeScalarPermissions`. */
export const openCodePermissions: readonly VocabularyEntry[] = [
  { value: 'read', description: 'Reads a file. Patterns match its path.' },
  {
    value: 'edit',
    description:
      'Every change to a file: the tools `edit`, `write` and `apply_patch`. Patterns match its path.',
    aliases: ['write', 'patch', 'apply_patch', 'multiedit'],
  },
  { value: 'bash', description: 'Shell commands. Patterns match the command: `"git status*"`.' },
  { value: 'glob', description: 'Finds files by name. Patterns match the glob.' },
  { value: 'grep', description: 'Searches in files. Patterns match the expression.' },
  { value: 'list', description: 'Lists a folder. Patterns match its path.' },
  { value: 'task', description: 'Starts subagents. Patterns match their names.' },
  { value: 'skill', description: 'Loads skills. Patterns match their names.' },
  { value: 'webfetch', description: 'Fetches a web page. Accepts a single action, no patterns.' },
  { value: 'websearch', description: 'Searches the web. Accepts a single action, no patterns.' },
  { value: 'codesearch', description: 'Searches public code.' },
  { value: 'todowrite', description: 'Keeps a to-do list. Accepts a single action, no patterns.' },
  { value: 'todoread', description: 'Reads the to-do list.' },
  { value: 'question', description: 'Asks the user questions. Accepts a single action, no patterns.' },
  { value: 'lsp', description: 'Queries a language server.' },
  {
    value: 'external_directory',
    description: 'Accesses paths outside the project; `ask` by default. Patterns match the path.',
  },
  {
    value: 'doom_loop',
    description:
      'Repeats the same call three times in a row; `ask` by default. Accepts a single action, no patterns.',
  },
  { value: '*', description: 'Every permission. Put it first: the last rule that matches applies.' },
].map(entry => ({ ...entry, url: permissions }));

/** Permissions that reject a mapping of patterns (measured). */
export const openCodeScalarPermissions: ReadonlySet<string> = new Set([
  'webfetch',
  'websearch',
  'todowrite',
  'question',
  'doom_loop',
]);

/** Tools, each with the permission that controls it. */
type OpenCodeTool = VocabularyEntry & { readonly permission: string };

/** The keys of the deprecated `tools` mapping: tool names, each with the permission that controls it. */
export const openCodeTools: readonly OpenCodeTool[] = [
  { value: 'read', description: 'Reads files.', permission: 'read' },
  { value: 'edit', description: 'Changes parts of a file.', permission: 'edit' },
  { value: 'write', description: 'Writes whole files; controlled by `edit`.', permission: 'edit' },
  {
    value: 'patch',
    description: 'Applies patches; controlled by `edit`.',
    permission: 'edit',
    onlyIn: 'with models that edit by patches, such as `gpt-5`, in place of `edit` and `write`',
  },
  { value: 'bash', description: 'Runs shell commands.', permission: 'bash' },
  { value: 'glob', description: 'Finds files by name.', permission: 'glob' },
  { value: 'grep', description: 'Searches in files.', permission: 'grep' },
  { value: 'list', description: 'Lists a folder.', permission: 'list' },
  { value: 'task', description: 'Starts subagents.', permission: 'task' },
  { value: 'skill', description: 'Loads skills.', permission: 'skill' },
  { value: 'webfetch', description: 'Fetches a web page.', permission: 'webfetch' },
  {
    value: 'websearch',
    description: 'Searches the web.',
    permission: 'websearch',
    onlyIn: 'with OpenCode’s own provider or where it is turned on',
  },
  { value: 'todowrite', description: 'Keeps a to-do list.', permission: 'todowrite' },
  {
    value: 'question',
    description: 'Asks the user questions.',
    permission: 'question',
    onlyIn: 'in an interactive session',
  },
  {
    value: 'lsp',
    description: 'Asks a language server.',
    permission: 'lsp',
    onlyIn: 'where the experimental tool is turned on',
  },
].map(entry => ({ ...entry, url: tools }));

/** Tools that OpenCode no longer has, though it still accepts their permissions (recorded 2026-11-29). */
export const openCodeDeadTools: ReadonlySet<string> = new Set(['list']);

/** Other products' tool names, in lowercase, with the permission of the product's own tool. */
export const openCodeForeignTools: ReadonlyMap<string, string> = new Map([
  ['ls', 'list'],
  ['multiedit', 'edit'],
  ['notebookedit', 'edit'],
  ['applypatch', 'edit'],
  ['apply_patch', 'edit'],
  ['write', 'edit'],
  ['patch', 'edit'],
  ['agent', 'task'],
  ['askuserquestion', 'question'],
  ['ask_user', 'question'],
  ['web_fetch', 'webfetch'],
  ['web_search', 'websearch'],
  ['todo_write', 'todowrite'],
  ['shell', 'bash'],
  ['run_shell_command', 'bash'],
  ['read_file', 'read'],
  ['write_file', 'edit'],
]);

/** The values of `mode`. */
export const openCodeModes: readonly VocabularyEntry[] = [
  { value: 'subagent', description: 'Other agents start it, or the user with `@name`.' },
  { value: 'primary', description: 'The user talks to it directly and reaches it with Tab.' },
  { value: 'all', description: 'Both. The default.' },
].map(entry => ({ ...entry, url: 'https://opencode.ai/docs/agents/#mode' }));

/** The theme colors, the only names that `color` accepts. */
export const openCodeThemeColors: readonly VocabularyEntry[] = [
  { value: 'primary', description: "The theme's main color." },
  { value: 'secondary', description: "The theme's second color." },
  { value: 'accent', description: "The theme's accent color." },
  { value: 'success', description: "The theme's color for success, usually green." },
  { value: 'warning', description: "The theme's color for warnings, usually orange." },
  { value: 'error', description: "The theme's color for errors, usually red." },
  { value: 'info', description: "The theme's color for information, usually blue." },
];

/** Other products' color names, with the hex form that is accepted. */
export const hexOfColorName: ReadonlyMap<string, string> = new Map([
  ['red', '#ef4444'],
  ['orange', '#f97316'],
  ['yellow', '#eab308'],
  ['green', '#22c55e'],
  ['cyan', '#06b6d4'],
  ['teal', '#14b8a6'],
  ['blue', '#3b82f6'],
  ['indigo', '#6366f1'],
  ['purple', '#a855f7'],
  ['violet', '#8b5cf6'],
  ['magenta', '#d946ef'],
  ['pink', '#ec4899'],
  ['brown', '#a16207'],
  ['gold', '#eab308'],
  ['gray', '#6b7280'],
  ['grey', '#6b7280'],
  ['black', '#000000'],
  ['white', '#ffffff'],
]);

/**
 * Keys outside the schema that model providers accept, so that passing them on is intended. Necessarily incomplete: the
 * documentation only says that any other key is passed through.
 */
export const openCodeProviderOptions: readonly VocabularyEntry[] = [
  { value: 'reasoningEffort', description: 'How long a reasoning model thinks: `low`, `medium`, `high`.' },
  { value: 'textVerbosity', description: 'How much an OpenAI model writes: `low`, `medium`, `high`.' },
  { value: 'reasoningSummary', description: 'Whether an OpenAI model summarizes its reasoning.' },
  { value: 'include', description: 'What an OpenAI response includes besides the text.' },
  {
    value: 'thinking',
    description: "An Anthropic model's extended thinking: `{type: enabled, budgetTokens: 16000}`.",
  },
  { value: 'thinkingConfig', description: "A Gemini model's thinking." },
  { value: 'thinkingLevel', description: "A Gemini model's thinking." },
  { value: 'thinkingBudget', description: "A Gemini model's thinking." },
  { value: 'effort', description: "An Anthropic model's effort." },
  { value: 'maxTokens', description: 'The maximum length of an answer.' },
  { value: 'max_tokens', description: 'The maximum length of an answer.' },
  { value: 'maxOutputTokens', description: 'The maximum length of an answer.' },
  { value: 'topK', description: 'Samples from the k likeliest tokens.' },
  { value: 'top_k', description: 'Samples from the k likeliest tokens.' },
  { value: 'frequency_penalty', description: 'Penalty for repeated tokens.' },
  { value: 'presence_penalty', description: 'Penalty for tokens used before.' },
  { value: 'seed', description: 'Seed of the sampling.' },
  { value: 'stop', description: 'Text at which the answer ends.' },
  { value: 'store', description: 'Whether OpenAI keeps the response.' },
  { value: 'serviceTier', description: "OpenAI's service tier." },
  { value: 'parallelToolCalls', description: 'Whether the model may call several tools at once.' },
  { value: 'promptCacheKey', description: 'Key of the prompt cache.' },
];

/**
 * The `provider/model` of short model names in Claude Code files. Dated 2026-11; model ids change monthly.
 */
export const providerModelOfAlias: ReadonlyMap<string, string> = new Map([
  ['haiku', 'anthropic/claude-haiku-4-5'],
  ['sonnet', 'anthropic/claude-sonnet-5'],
  ['opus', 'anthropic/claude-opus-4-8'],
]);

/** The built-in agents of OpenCode. A file of that name changes one and keeps what it does not set (measured). */
export const openCodeBuiltInAgents: ReadonlyMap<
  string,
  { readonly mode: string; readonly description: string | null; readonly hidden?: true }
> = new Map([
  [
    'build',
    { mode: 'primary', description: 'The default agent. Executes tools based on configured permissions.' },
  ],
  ['plan', { mode: 'primary', description: 'Plan mode. Disallows all edit tools.' }],
  [
    'general',
    {
      mode: 'subagent',
      description:
        'General-purpose agent for researching complex questions and executing multi-step tasks. Use this agent to execute multiple units of work in parallel.',
    },
  ],
  [
    'explore',
    {
      mode: 'subagent',
      description:
        'Fast agent specialized for exploring codebases. Use this when you need to quickly find files by patterns (eg. "src/components/**/*.tsx"), search code for keywords (eg. "API endpoints"), or answer questions about the codebase (eg. "how do API endpoints work?"). When calling this agent, specify the desired thoroughness level: "quick" for basic searches, "medium" for moderate exploration, or "very thorough" for comprehensive analysis across multiple locations and naming conventions.',
    },
  ],
  ['compaction', { mode: 'primary', description: null, hidden: true }],
  ['title', { mode: 'primary', description: null, hidden: true }],
  ['summary', { mode: 'primary', description: null, hidden: true }],
]);
