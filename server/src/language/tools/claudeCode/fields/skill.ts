import * as z from 'zod';
import { booleanEntries, namesShape, oneOf } from '../../shared/shapes.ts';
import { claudeEffortLevels, claudeModels } from '../models.ts';
import { claudeCodeObserved, claudeSkillsDocumentation } from '../sources.ts';
import { claudeMcpToolForms } from '../tools.ts';
import { claudeContexts, claudeShells } from '../values.ts';
import { claudeHooksSchema } from './hooks.ts';

const docs = 'https://code.claude.com/docs/en';

/** The fields that skills and commands of Claude Code share. `noun` is the kind of file. */
export function claudeSkillShape(noun: 'skill' | 'command') {
  return {
    description: z
      .string()
      .optional()
      .meta({
        description: [
          `What the ${noun} does, and when Claude should use it.`,
          'Together with `when_to_use` the model sees its first 1,536 characters, in every session.',
          'Quote it, or write it as a block (`|`), when it contains `: ` or ` #`. A `---` anywhere in it ends the front matter, even inside quotes.',
        ].join(' '),
        kind: 'text',
        defaultText: 'The first text below the front matter.',
        whenWrong: 'A number or a boolean becomes a string; a list or a mapping is dropped.',
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Writes release notes from the commits since the last tag.'],
        source: claudeCodeObserved,
      }),
    when_to_use: z
      .string()
      .optional()
      .meta({
        description: `More on when Claude should use the ${noun}: occasions, phrases of the user. It is appended to \`description\`.`,
        kind: 'text',
        defaultText: 'None.',
        whenWrong: 'Nothing is reported.',
        order: 30,
        snippet: ' ${1:When to use it.}',
      }),
    'argument-hint': z
      .string()
      .optional()
      .meta({
        description:
          'What to write after the command, shown while it is typed. Put it in quotes when it starts with `[`: in YAML that is a list.',
        kind: 'text',
        defaultText: 'None.',
        whenWrong: 'A list becomes a string: `[a, b]` is shown as `a,b`.',
        order: 40,
        snippet: ' "[${1:issue-number}]"',
        examples: ['"[issue-number] [priority]"'],
        source: claudeCodeObserved,
      }),
    arguments: namesShape()
      .optional()
      .meta({
        description:
          'Names for the arguments, in their order: with `issue branch`, `$issue` and `$branch` stand for the first and the second. Separated by spaces, not commas, or a list.',
        kind: 'text',
        defaultText: 'None: arguments are `$0`, `$1` …, or `$ARGUMENTS`.',
        whenWrong: 'Nothing is reported.',
        order: 50,
        snippet: ' ${1:issue branch}',
        examples: ['issue branch', '[issue, branch]'],
      }),
    'disable-model-invocation': boolean({
      description: `Whether only you can start the ${noun}: Claude then neither sees it nor uses it on its own, and no agent can have it under \`skills\`.`,
      yes: 'Only you start it, with `/name`.',
      no: 'Claude starts it too, where its description matches.',
      defaultText: '`false`.',
      order: 60,
      limits: true,
    }),
    'user-invocable': boolean({
      description: `Whether the ${noun} is in the \`/\` menu. Claude can use it in any case.`,
      yes: 'You can start it with `/name`.',
      no: 'It is not in the menu: only Claude uses it.',
      whenWrong: 'Anything but a clear yes counts as `false`, an empty value too.',
      defaultText: '`true`.',
      order: 70,
    }),
    'allowed-tools': namesShape()
      .optional()
      .meta({
        description: [
          `The tools that run without asking while the ${noun} is active. Not a limit: the others are available too, and ask for permission.`,
          'Names separated by spaces or commas, or a list. Parentheses have an effect, as in a permission rule: `Bash(git add *)`.',
          '`${CLAUDE_SKILL_DIR}`, `${CLAUDE_PROJECT_DIR}` and, in plugins, `${CLAUDE_PLUGIN_ROOT}` are replaced in Bash rules.',
        ].join(' '),
        kind: 'tools',
        separator: 'commaOrSpace',
        specifiers: true,
        values: claudeMcpToolForms,
        defaultText: 'Nothing beyond what the settings allow.',
        whenWrong: 'Nothing is reported. An invalid hook that may guard removes this list too.',
        order: 80,
        snippet: ' ${1:Bash(git *), Read}',
        examples: ['Read, Grep, Bash(git diff *)', '[Read, mcp__github]'],
      }),
    'disallowed-tools': namesShape()
      .optional()
      .meta({
        description: `The tools that Claude does not have while the ${noun} is active. Written like \`allowed-tools\`.`,
        kind: 'tools',
        separator: 'commaOrSpace',
        specifiers: true,
        values: claudeMcpToolForms,
        limits: true,
        defaultText: 'None.',
        whenWrong: 'Nothing is reported.',
        order: 90,
        snippet: ' ${1:WebFetch}',
        examples: ['AskUserQuestion'],
      }),
    model: z
      .string()
      .optional()
      .meta({
        description: `The model while the ${noun} is active, until your next prompt: an alias, a full model ID, or \`inherit\`. It has an effect when you type the command, or with \`context: fork\`; when Claude uses the ${noun} on its own, the session’s model stays.`,
        kind: 'model',
        values: claudeModels,
        defaultText: 'The model of the session.',
        whenWrong: 'Nothing is reported.',
        url: `${docs}/model-config`,
        order: 100,
        examples: ['haiku'],
        source: claudeCodeObserved,
      }),
    effort: z
      .union([oneOf(claudeEffortLevels), z.int()])
      .optional()
      .meta({
        description: `How hard the model thinks while the ${noun} is active.`,
        values: claudeEffortLevels,
        defaultText: 'The level of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        url: `${docs}/model-config`,
        order: 110,
        examples: ['high'],
        source: claudeCodeObserved,
      }),
    context: oneOf(claudeContexts).optional().meta({
      description:
        'Where the text runs: `fork` makes it the task of a subagent, which does not see the conversation.',
      values: claudeContexts,
      defaultText: 'In the conversation.',
      whenWrong: 'Silently ignored.',
      order: 120,
      source: claudeCodeObserved,
    }),
    agent: z
      .string()
      .optional()
      .meta({
        description: 'The agent that runs the text. Only with `context: fork`.',
        kind: 'agentNames',
        defaultText: '`general-purpose`.',
        whenWrong: 'Nothing is reported.',
        order: 130,
        examples: ['Explore'],
      }),
    background: boolean({
      description: 'Whether the subagent runs in the background. Only with `context: fork`.',
      yes: 'It runs in the background.',
      no: 'The conversation waits for it.',
      defaultText: 'Claude Code decides.',
      order: 140,
      since: '2.1.218',
    }),
    hooks: claudeHooksSchema()
      .optional()
      .meta({
        description: `Handlers that run at points in the session while the ${noun} is active: events, each with a list of groups of handlers.`,
        kind: 'hooks',
        limits: true,
        defaultText: 'None; the hooks of the settings run in any case.',
        whenWrong: `An invalid entry under \`PreToolUse\` or \`PermissionRequest\` removes all hooks and \`allowed-tools\` from the ${noun}. An unknown event is ignored, with a line in the debug log.`,
        url: `${docs}/hooks#hooks-in-skills-and-agents`,
        order: 150,
        snippet:
          '\n  PreToolUse:\n    - matcher: ${1:Bash}\n      hooks:\n        - type: command\n          command: ${2:./check.sh}',
      }),
    shell: oneOf(claudeShells).optional().meta({
      description: 'The shell for the commands in the text, `` !`command` ``.',
      values: claudeShells,
      defaultText: '`bash`.',
      whenWrong: '`bash`, with a warning in the debug log.',
      order: 170,
      source: claudeCodeObserved,
    }),
    metadata: z.record(z.string(), z.unknown()).optional().meta({
      description: 'Custom data, which Claude Code ignores.',
      defaultText: 'None.',
      whenWrong: 'Anything but a mapping is dropped.',
      order: 180,
      snippet: '\n  ${1:version}: ${2:"1.0"}',
      source: claudeCodeObserved,
    }),
    license: z
      .string()
      .optional()
      .meta({
        description: `The license of the ${noun}: its name, or the file with its text.`,
        kind: 'text',
        defaultText: 'None.',
        whenWrong: 'Nothing is reported.',
        order: 190,
        examples: ['MIT'],
      }),
    compatibility: z
      .string()
      .optional()
      .meta({
        description: `What the ${noun} needs: products, programs, network access.`,
        kind: 'text',
        defaultText: 'None.',
        whenWrong: 'Nothing is reported.',
        order: 200,
        examples: ['Needs git and jq'],
      }),
    ...Object.fromEntries(undocumented.map(name => [name, undocumentedField()])),
  };
}

/** Keys that Claude Code reads but does not document here: never unknown, never completed. */
const undocumented = ['display-name', 'default-enabled', 'fallback'];

function undocumentedField() {
  return z.unknown().optional().meta({
    description: 'Known to Claude Code but not documented here. Its effect may change at any time.',
    whenWrong: 'Nothing is reported.',
    hidden: true,
    source: claudeSkillsDocumentation,
  });
}

interface Boolean {
  readonly description: string;
  readonly yes: string;
  readonly no: string;
  readonly defaultText: string;
  readonly order: number;
  readonly limits?: boolean;
  readonly whenWrong?: string;
  readonly since?: string;
}

/** A boolean, for which skills and commands accept more spellings than agents. */
export function boolean({ yes, no, whenWrong = 'Silently ignored.', ...said }: Boolean) {
  return z
    .boolean()
    .optional()
    .meta({
      ...said,
      description: `${said.description} \`yes\`, \`no\`, \`on\`, \`off\`, \`1\` and \`0\` work too.`,
      values: booleanEntries(yes, no),
      whenWrong,
      source: claudeCodeObserved,
    });
}
