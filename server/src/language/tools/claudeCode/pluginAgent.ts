import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeAgentShape } from './fields/agent.ts';
import { claudeCodePluginAgent } from './loader/subagent.ts';
import { besideManifest, inClaudePlugin, pluginPaths } from './plugins.ts';
import { claudeSubagent } from './subagent.ts';

/** A subagent of a Claude Code plugin. */
export const claudePluginAgent = defineDialect({
  ...claudeSubagent,
  id: 'claude-plugin-agent',
  title: 'Claude Code plugin agent',
  files: [],
  inPlugins: inClaudePlugin(pluginPaths.agents, 'agents/**/*.md'),
  misplaced: [besideManifest('agents/**/*.md', ['description'])],
  documentation: 'https://code.claude.com/docs/en/plugins/components#frontmatter-fields-in-plugin-agents',
  schema: () => z.looseObject(pluginShape()),
  loader: claudeCodePluginAgent,
});

function pluginShape() {
  const shape = claudeAgentShape();
  const ignored = (field: z.ZodType, description: string) =>
    field.meta({
      ...field.meta(),
      description: `Has no effect in a plugin’s agent. ${description}`,
      whenWrong: 'Always ignored, with a line in the debug log.',
      hidden: true,
    });
  return {
    ...shape,
    name: z
      .string()
      .max(256)
      .optional()
      .meta({
        ...shape.name.meta(),
        description:
          'The agent’s name within the plugin. Claude and you call it by the plugin’s name, a colon and this name, including folders in between.',
        defaultText: 'The name of the file.',
        whenWrong:
          'A number, a boolean or a list becomes a string. Longer than 256 characters: the file is skipped.',
      }),
    description: shape.description.optional().meta({
      ...shape.description.meta(),
      defaultText: '“Agent from … plugin”, which tells Claude nothing about when to use it.',
      whenWrong:
        'A number or a boolean becomes a string; a list or a mapping is dropped, with a line in the debug log.',
    }),
    permissionMode: ignored(shape.permissionMode, 'The session’s mode applies.'),
    mcpServers: ignored(shape.mcpServers, 'Put servers into the plugin’s `.mcp.json`.'),
    hooks: ignored(shape.hooks, 'Put hooks into the plugin’s `hooks/hooks.json`.'),
    initialPrompt: ignored(shape.initialPrompt, 'Only agents of a project or user have a first prompt.'),
  };
}
