import * as z from 'zod';
import { booleanEntries, namesShape, oneOf } from '../../shared/shapes.ts';
import { claudeEffortLevels, claudeModels } from '../models.ts';
import { claudeCodeObserved, claudeSkillsDocumentation } from '../sources.ts';
import { claudeMcpToolForms } from '../tools.ts';
import { claudeContexts, claudeShells } from '../values.ts';
import { claudeHooksSchema } from './hooks.ts';

const docs = 'https://code.claude.com/docs/en';

/** The fields that skills and commands of Claude Code share. `noun` is what the file is called. */
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
        whenWrong: 'A number or a truth value becomes text; a list or a map is dropped.',
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
        examples: ['Writes release notes from the commits since the last tag.'],
        source: claudeCodeObserved,
      }),
    when_to_use: z
      .string()
      .optional()
      .meta({
        description: `More on when Claude should use the ${noun}: occasions, words of the user. It is appended to \`description\`.`,
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
          'What to write behind the command, shown while it is typed. In quotes when it begins with `[`: in YAML that is a list.',
        kind: 'text',
        defaultText: 'None.',
        whenWrong: 'A list becomes text.',
        order: 40,
        snippet: ' "[${1:issue-number}]"',
        examples: ['"[issue-number] [priority]"'],
        source: claudeCodeObserved,
      }),
    arguments: namesShape()
      .optional()
      .meta({
        description:
          'Names for the arguments, in their order: with `issue branch`, `$issue` and `$branch` stand for the first and the second. Separated by blanks, or a list.',
        kind: 'text',
        defaultText: 'None: arguments are `$0`, `$1` …, or `$ARGUMENTS`.',
        whenWrong: 'Nothing is reported.',
        order: 50,
        snippet: ' ${1:issue branch}',
        examples: ['issue branch', '[issue, branch]'],
      }),
    'disable-model-invocation': boolean({
      description: `Whether only you can start the ${noun}: Claude then neither sees it nor uses it by itself, and no agent can have it under \`skills\`.`,
      yes: 'Only you start it, with `/name`.',
      no: 'Claude starts it too, where its description fits.',
      defaultText: '`false`.',
      order: 60,
      limits: true,
    }),
    'user-invocable': boolean({
      description: `Whether the ${noun} is in the \`/\` menu. Claude can use it in any case.`,
      yes: 'You can start it with `/name`.',
      no: 'It is not in the menu: knowledge that only Claude calls for.',
      defaultText: '`true`.',
      order: 70,
    }),
    'allowed-tools': namesShape()
      .optional()
      .meta({
        description: [
          `The tools that run without asking while the ${noun} is active. No limit: the others are there too, and asked for.`,
          'Names separated by blanks or commas, or a list. What stands in parentheses counts, as in a permission rule: `Bash(git add *)`.',
          '`${CLAUDE_SKILL_DIR}`, `${CLAUDE_PROJECT_DIR}` and, in plugins, `${CLAUDE_PLUGIN_ROOT}` are filled in in Bash rules.',
        ].join(' '),
        kind: 'tools',
        separator: 'commaOrSpace',
        specifiers: true,
        values: claudeMcpToolForms,
        defaultText: 'Nothing beyond what the settings allow.',
        whenWrong: 'Nothing is reported. A broken hook that may guard takes this list away, too.',
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
        description: `The model while the ${noun} is active, until your next prompt: an alias, a full model id, or \`inherit\`.`,
        kind: 'model',
        values: claudeModels,
        defaultText: 'The model of the session.',
        whenWrong: 'Nothing is reported.',
        url: `${docs}/model-config`,
        order: 100,
        examples: ['haiku'],
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
        'Where the text runs: `fork` makes it the task of a subagent, which knows nothing of the conversation.',
      values: claudeContexts,
      defaultText: 'In the conversation.',
      whenWrong: 'Ignored silently.',
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
      defaultText: 'As Claude Code decides.',
      order: 140,
      since: '2.1.218',
    }),
    hooks: claudeHooksSchema()
      .optional()
      .meta({
        description: `Handlers that run at points of the session while the ${noun} is active: events, each with a list of groups of handlers.`,
        kind: 'hooks',
        limits: true,
        defaultText: 'None of its own; the hooks of the settings run all the same.',
        whenWrong: `A bad entry under \`PreToolUse\` or \`PermissionRequest\` takes all hooks and \`allowed-tools\` from the ${noun}. An unknown event is ignored, with a line in the debug log.`,
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
      description: 'Data of your own, of which Claude Code takes no notice.',
      defaultText: 'None.',
      whenWrong: 'Anything but a map is dropped.',
      order: 180,
      snippet: '\n  ${1:version}: ${2:"1.0"}',
      source: claudeCodeObserved,
    }),
    license: z
      .string()
      .optional()
      .meta({
        description: `The licence of the ${noun}: its name, or the file with its text.`,
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

/** Keys that Claude Code reads in several spellings and does not document for this: never unknown, never offered. */
const undocumented = ['display-name', 'default-enabled', 'fallback'];

function undocumentedField() {
  return z.unknown().optional().meta({
    description: 'Known to Claude Code and not documented here. What it does may change at any time.',
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
  readonly since?: string;
}

/** A truth value, which skills and commands take in more spellings than agents. */
export function boolean({ yes, no, ...said }: Boolean) {
  return z
    .boolean()
    .optional()
    .meta({
      ...said,
      description: `${said.description} \`yes\`, \`no\`, \`on\`, \`off\`, \`1\` and \`0\` count too.`,
      values: booleanEntries(yes, no),
      whenWrong: 'Ignored silently.',
      source: claudeCodeObserved,
    });
}
