import * as z from 'zod';
import { booleanEntries, oneOf } from '../../shared/shapes.ts';
import { claudeEffortLevels, claudeModels } from '../models.ts';
import { claudeSubagentsDocumentation } from '../sources.ts';
import {
  claudeCacheTtls,
  claudeColors,
  claudeIsolations,
  claudeMemoryScopes,
  claudePermissionModes,
} from '../values.ts';

const docs = 'https://code.claude.com/docs/en';

/** How a subagent runs: its model, its mode, its limits, and where it works. */
export function claudeAgentRunShape() {
  return {
    model: z
      .string()
      .optional()
      .meta({
        description: [
          'The model that the agent runs on: an alias, a full model ID, or `inherit`.',
          'Aliases are case-insensitive and move with new releases; a full ID stays. Another model given for a single call takes precedence.',
          '`CLAUDE_CODE_SUBAGENT_MODEL` applies only where this is absent (since 2.1.251), unless `CLAUDE_CODE_SUBAGENT_MODEL_FORCE=1` is set.',
        ].join(' '),
        kind: 'model',
        values: claudeModels,
        defaultText: '`inherit`.',
        whenWrong:
          'Any string is sent to the API as it is, and a wrong one fails only there. Another type is treated as absent.',
        since: '1.0.64',
        url: `${docs}/model-config`,
        order: 40,
        examples: ['sonnet', 'claude-sonnet-5-5'],
      }),
    color: z
      .string()
      .optional()
      .meta({
        description: 'The color of the agent in the interface.',
        kind: 'color',
        values: claudeColors,
        defaultText: 'Chosen by Claude Code.',
        whenWrong: 'Any other value is accepted but not shown.',
        order: 50,
        examples: ['green'],
      }),
    permissionMode: oneOf(claudePermissionModes)
      .optional()
      .meta({
        description: [
          'How the agent deals with calls that need permission.',
          'It is ignored when the conversation that starts the agent is in `bypassPermissions`, `acceptEdits` or `auto` mode: then that mode applies. Case-sensitive.',
          'No effect under `--agent`.',
        ].join(' '),
        values: claudePermissionModes,
        limits: true,
        defaultText: 'The mode of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        since: '2.0.43',
        url: `${docs}/permission-modes`,
        order: 70,
        examples: ['plan'],
      }),
    maxTurns: z
      .int()
      .positive()
      .optional()
      .meta({
        description:
          'The number of turns after which the agent is stopped: a positive integer. No effect under `--agent`.',
        defaultText: 'No limit.',
        whenWrong: 'Ignored, with a line in the debug log.',
        limits: true,
        order: 80,
        snippet: ' ${1:20}',
        examples: ['20'],
      }),
    memory: oneOf(claudeMemoryScopes)
      .optional()
      .meta({
        description: [
          'Gives the agent a folder for notes that it keeps across conversations.',
          'The beginning of its `MEMORY.md` (200 lines or 25 KB) is in the agent’s context. Read, Write and Edit are added to its tools, even where `tools` omits them.',
        ].join(' '),
        values: claudeMemoryScopes,
        defaultText: 'No memory.',
        whenWrong: 'Ignored, with a line in the debug log. Case-sensitive.',
        since: '2.1.33',
        order: 120,
        examples: ['project'],
      }),
    background: z
      .boolean()
      .optional()
      .meta({
        description: 'Whether the agent always runs in the background. No effect under `--agent`.',
        values: booleanEntries(
          'Always in the background, where fewer tools are available.',
          'Claude Code decides.',
        ),
        defaultText: '`false`; interactive sessions run subagents in the background anyway.',
        whenWrong: '`yes`, `on` and `1` are not booleans here: ignored, with a line in the debug log.',
        since: '2.1.49',
        order: 130,
      }),
    effort: z
      .union([oneOf(claudeEffortLevels), z.int()])
      .optional()
      .meta({
        description:
          'How hard the model thinks: a level. Case-insensitive; an integer is accepted and not sent. No effect under `--agent`.',
        values: claudeEffortLevels,
        defaultText: 'The level of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        since: '2.1.78',
        url: `${docs}/model-config`,
        order: 140,
        examples: ['high'],
      }),
    isolation: oneOf(claudeIsolations)
      .optional()
      .meta({
        description:
          'Where the agent works: in the project’s folder, or in its own copy. No effect under `--agent`.',
        values: claudeIsolations,
        defaultText: 'In the folder of the session.',
        whenWrong: 'Ignored, with a line in the debug log.',
        since: '2.1.49',
        order: 150,
        examples: ['worktree'],
      }),
    initialPrompt: z.string().optional().meta({
      description:
        'Sent as the first prompt when the agent is the main thread (`--agent`, or `agent` in the settings). No effect in a subagent.',
      kind: 'text',
      defaultText: 'None.',
      whenWrong: 'Anything but a string is silently ignored.',
      since: '2.1.83',
      order: 160,
      snippet: ' ${1:Prompt}',
    }),
    omitClaudeMd: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether the agent runs without the CLAUDE.md files of user and project. No effect under `--agent`.',
        values: booleanEntries('No CLAUDE.md file is in its context.', 'CLAUDE.md files are in its context.'),
        defaultText: '`false`.',
        whenWrong: 'Silently ignored.',
        since: '2.1.271',
        order: 170,
        source: claudeSubagentsDocumentation,
      }),
    experimental: z
      .looseObject({
        cacheTtl: oneOf(claudeCacheTtls)
          .optional()
          .meta({
            description: 'How long the prompt cache is kept.',
            values: claudeCacheTtls,
            whenWrong: 'Silently ignored. At the top level, outside `experimental`, it is an unknown key.',
            examples: ['1h'],
          }),
      })
      .optional()
      .meta({
        description: 'Settings that may change or be removed. Currently there is one, `cacheTtl`.',
        whenWrong: 'Silently ignored.',
        since: '2.1.248',
        order: 180,
        snippet: '\n  cacheTtl: ${1|5m,1h|}',
        source: claudeSubagentsDocumentation,
      }),
  };
}
