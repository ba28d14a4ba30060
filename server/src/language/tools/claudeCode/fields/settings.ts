import * as z from 'zod';
import { oneOf } from '../../shared/shapes.ts';
import { claudeModels } from '../models.ts';
import { claudeCodeObserved } from '../sources.ts';
import { claudePermissionModes, claudeSkillOverrides } from '../values.ts';
import { claudeHooksSchema } from './hooks.ts';

const whenWrong = 'The whole file has no effect.';

/** What is known of the settings. `whenWrong` says what a value of another type does. */
export function claudeSettingsShape() {
  const rules = (description: string) =>
    z
      .array(z.string())
      .optional()
      .meta({ description, kind: 'tools', whenWrong, source: claudeCodeObserved });
  const flag = (description: string) =>
    z.boolean().optional().meta({ description, whenWrong, source: claudeCodeObserved });
  return {
    permissions: z
      .looseObject({
        allow: rules('Rules for the calls that run without asking, such as `Bash(npm test)`.'),
        ask: rules('Rules for the calls that the user is always asked about.'),
        deny: rules('Rules for the calls that are refused. They come first.'),
        defaultMode: oneOf(claudePermissionModes).optional().meta({
          description:
            'The permission mode of a session. A project cannot set `auto` or `bypassPermissions`.',
          values: claudePermissionModes,
          whenWrong,
        }),
        additionalDirectories: z
          .array(z.string())
          .optional()
          .meta({ description: 'Further folders that Claude may work in.', whenWrong }),
      })
      .optional()
      .meta({
        description:
          'Which calls of tools are allowed, asked for, or denied. A rule is `Tool` or `Tool(pattern)`.',
        whenWrong:
          'A rule that cannot be read is skipped; a value of another type: the whole file has no effect.',
        order: 10,
      }),
    hooks: claudeHooksSchema().optional().meta({
      description: 'Commands, prompts and requests that run at events of a session.',
      whenWrong:
        'An invalid hook under `PreToolUse`, `PermissionRequest` or `PreSkillShellCommand`: the whole file has no effect. Under another event, the hook is dropped.',
      order: 20,
    }),
    env: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .meta({ description: 'Environment variables of the session.', whenWrong, order: 30 }),
    model: z
      .string()
      .optional()
      .meta({ description: 'The model of a session.', kind: 'model', values: claudeModels, whenWrong }),
    agent: z
      .string()
      .optional()
      .meta({
        description: 'The agent whose prompt, tools and model the session starts with.',
        kind: 'agentNames',
        whenWrong: `A name that no agent has is ignored silently. Another type: ${whenWrong.toLowerCase()}`,
        source: claudeCodeObserved,
      }),
    outputStyle: z
      .string()
      .optional()
      .meta({
        description: 'The output style, by its name. Case counts.',
        kind: 'text',
        whenWrong: `A name that no style has is ignored silently. Another type: ${whenWrong.toLowerCase()}`,
        source: claudeCodeObserved,
      }),
    language: z
      .string()
      .optional()
      .meta({ description: 'The language that Claude answers in.', kind: 'text', whenWrong }),
    enabledPlugins: z
      .record(z.string(), z.union([z.boolean(), z.array(z.string())]))
      .optional()
      .meta({ description: 'The plugins that are on or off, by `plugin@marketplace`.', whenWrong }),
    extraKnownMarketplaces: z
      .record(
        z.string(),
        z.looseObject({
          source: z.looseObject({}).meta({ description: 'Where the marketplace is.' }),
        }),
      )
      .optional()
      .meta({
        description: 'Marketplaces that the project’s plugins come from, by name, each with a `source`.',
        whenWrong: 'What is wrong is ignored.',
        source: claudeCodeObserved,
      }),
    enableAllProjectMcpServers: flag('True to use all servers of `.mcp.json` without asking.'),
    enabledMcpjsonServers: z
      .array(z.string())
      .optional()
      .meta({ description: 'The servers of `.mcp.json` that are used without asking.' }),
    disabledMcpjsonServers: z
      .array(z.string())
      .optional()
      .meta({ description: 'The servers of `.mcp.json` that are not used.' }),
    skillOverrides: z
      .record(
        z.string(),
        oneOf(claudeSkillOverrides).meta({
          description: 'What the model and the user have of the skill.',
          values: claudeSkillOverrides,
        }),
      )
      .optional()
      .meta({
        description: `What the model and the user have of a skill, by its name: ${claudeSkillOverrides.map(({ value }) => `\`${value}\``).join(', ')}.`,
        whenWrong,
        source: claudeCodeObserved,
      }),
    skillListingBudgetFraction: z.number().gt(0).max(1).optional().meta({
      description: 'The share of the context window that the list of skills may take, above 0 and at most 1.',
      defaultText: '0.01.',
      whenWrong,
      source: claudeCodeObserved,
    }),
    skillListingMaxDescChars: z.int().positive().optional().meta({
      description: 'The length at which the description of a skill is cut in the list of skills.',
      defaultText: '1536.',
      whenWrong,
      source: claudeCodeObserved,
    }),
    disableBundledSkills: flag('True to leave out the skills that come with Claude Code.'),
    disableAllHooks: flag('True to run no hooks at all.'),
    statusLine: z
      .looseObject({
        type: z.literal('command').meta({
          description: 'Always `command`.',
          values: [{ value: 'command', description: 'A command whose output is shown.' }],
        }),
        command: z.string().meta({ description: 'The command whose output is shown.' }),
      })
      .optional()
      .meta({ description: 'What the line below the prompt shows.', whenWrong }),
    includeCoAuthoredBy: flag('False to leave Claude out of the authors of commits.'),
    attribution: z
      .union([z.boolean(), z.looseObject({})])
      .optional()
      .meta({ description: 'How commits and pull requests name Claude.', whenWrong }),
    alwaysThinkingEnabled: flag('True to think before every answer.'),
    cleanupPeriodDays: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'The days after which transcripts of sessions are deleted.', whenWrong }),
    apiKeyHelper: z
      .string()
      .optional()
      .meta({ description: 'A command that prints the key for the API.', kind: 'text', whenWrong }),
    sandbox: z.looseObject({}).optional().meta({ description: 'How commands are sandboxed.', whenWrong }),
  };
}
