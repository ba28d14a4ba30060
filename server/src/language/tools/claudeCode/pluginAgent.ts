import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeAgentShape } from './fields/agent.ts';
import { claudeCodePluginAgent } from './loader/subagent.ts';
import { inClaudePlugin, pluginPaths } from './plugins.ts';
import { claudeSubagent } from './subagent.ts';

/** A subagent that a plugin of Claude Code brings along. */
export const claudePluginAgent = defineDialect({
  ...claudeSubagent,
  id: 'claude-plugin-agent',
  title: 'Claude Code plugin agent',
  files: [],
  inPlugins: inClaudePlugin(pluginPaths.agents, 'agents/**/*.md'),
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
      whenWrong: 'Ignored in any case, with a line in the debug log.',
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
          'The agent’s name within the plugin. Claude and you call it by the plugin’s name, a colon and this, folders in between included.',
        defaultText: 'The name of the file.',
        whenWrong:
          'A number, a truth value or a list becomes text. Longer than 256 characters: the file is skipped.',
      }),
    description: shape.description.optional().meta({
      ...shape.description.meta(),
      defaultText: '“Agent from … plugin”, which tells Claude nothing about when to use it.',
      whenWrong:
        'A number or a truth value becomes text; a list or a map is dropped, with a line in the debug log.',
    }),
    permissionMode: ignored(shape.permissionMode, 'The session’s mode counts.'),
    mcpServers: ignored(shape.mcpServers, 'Put servers into the plugin’s `.mcp.json`.'),
    hooks: ignored(shape.hooks, 'Put hooks into the plugin’s `hooks/hooks.json`.'),
    initialPrompt: ignored(shape.initialPrompt, 'Only agents of a project or user have a first prompt.'),
  };
}
