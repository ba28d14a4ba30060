import type { Kind, VocabularyEntry } from '../../dialect/dialect.ts';

/** One key of a hook handler. */
export interface ClaudeHookField {
  readonly name: string;
  readonly type: 'string' | 'url' | 'positiveNumber' | 'boolean' | 'strings' | 'stringMap' | 'map';
  readonly description: string;
  readonly required?: boolean;
  /** The only values accepted. */
  readonly values?: readonly VocabularyEntry[];
  readonly defaultText?: string;
  readonly whenWrong?: string;
  readonly kind?: Kind;
  /** True where parentheses narrow down a tool. */
  readonly specifiers?: boolean;
}

/** The keys of every handler, besides `type`. */
export const claudeHookCommonFields: readonly ClaudeHookField[] = [
  {
    name: 'if',
    type: 'string',
    description:
      'One permission rule that limits when the handler runs: `Bash(git *)`, `Edit(*.ts)`. Only for events about a tool call; on other events a handler with `if` never runs.',
    kind: 'tools',
    specifiers: true,
  },
  {
    name: 'timeout',
    type: 'positiveNumber',
    description: 'Seconds after which the handler is cancelled.',
    defaultText:
      '600 for `command`, `http` and `mcp_tool`, 30 for `prompt`, 60 for `agent`; less for some events.',
    whenWrong: 'A string, zero or a negative number makes the whole entry invalid.',
  },
  {
    name: 'statusMessage',
    type: 'string',
    description: 'Shown next to the spinner while the handler runs.',
  },
  {
    name: 'once',
    type: 'boolean',
    description: 'Runs once per session. Only skills support it; in an agent it has no effect.',
  },
];

/** A kind of handler with its own keys. */
export interface ClaudeHookHandler extends VocabularyEntry {
  readonly fields: readonly ClaudeHookField[];
}

const promptFields: readonly ClaudeHookField[] = [
  {
    name: 'prompt',
    type: 'string',
    required: true,
    description: 'What to ask the model. `$ARGUMENTS` stands for the event’s data as JSON.',
  },
  {
    name: 'model',
    type: 'string',
    description: 'The model that answers.',
    defaultText: 'A fast model.',
  },
];

/** The kinds of handler, as `type` names them. Other keys are tolerated. */
export const claudeHookHandlers: readonly ClaudeHookHandler[] = [
  {
    value: 'command',
    description: 'Runs a shell command, which receives the event as JSON on standard input.',
    fields: [
      {
        name: 'command',
        type: 'string',
        required: true,
        description: 'The shell command; with `args`, the program to start without a shell.',
      },
      {
        name: 'args',
        type: 'strings',
        description: 'The program’s arguments. With them no shell is involved, so nothing needs quoting.',
      },
      { name: 'async', type: 'boolean', description: 'Runs in the background and blocks nothing.' },
      {
        name: 'asyncRewake',
        type: 'boolean',
        description: 'Runs in the background and wakes the agent when the command exits with 2.',
      },
      {
        name: 'shell',
        type: 'string',
        description: 'The shell that runs the command. Ignored with `args`.',
        values: [
          { value: 'bash', description: 'Bash, or Git Bash on Windows.' },
          { value: 'powershell', description: 'PowerShell.' },
        ],
        defaultText: '`bash`; `powershell` on Windows without Git Bash.',
      },
    ],
  },
  {
    value: 'http',
    description: 'Posts the event as JSON to a URL.',
    fields: [
      {
        name: 'url',
        type: 'url',
        required: true,
        description: 'Where to post to.',
        whenWrong: 'Anything but a URL makes the whole entry invalid.',
      },
      {
        name: 'headers',
        type: 'stringMap',
        description: 'HTTP headers. `$NAME` stands for a variable that `allowedEnvVars` lists.',
      },
      {
        name: 'allowedEnvVars',
        type: 'strings',
        description: 'The environment variables that headers may contain; others become empty.',
      },
    ],
  },
  {
    value: 'mcp_tool',
    description: 'Calls a tool of a connected MCP server.',
    fields: [
      { name: 'server', type: 'string', required: true, description: 'The MCP server’s name.' },
      { name: 'tool', type: 'string', required: true, description: 'The name of the tool on that server.' },
      {
        name: 'input',
        type: 'map',
        description: 'The tool’s arguments. `${tool_input.file_path}` stands for a part of the event’s data.',
      },
    ],
  },
  { value: 'prompt', description: 'Asks a model once and uses its verdict.', fields: promptFields },
  {
    value: 'agent',
    description: 'Lets an agent with tools investigate and uses its verdict; experimental.',
    fields: promptFields,
  },
];
