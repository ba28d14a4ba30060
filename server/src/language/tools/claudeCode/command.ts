import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeSkillShape } from './fields/skill.ts';
import { claudeCodeCommand } from './loader/command.ts';
import { shellCommandsOf } from './loader/shell.ts';
import { claudeSkillPlaceholders } from './placeholders.ts';
import { besideManifest, inClaudePlugin, pluginPaths } from './plugins.ts';
import { claudeSkillReferences } from './references.ts';
import { claudeSkillsDocumentation } from './sources.ts';
import { claudeBuiltInAgents, claudeTools } from './tools.ts';

/**
 * A command of Claude Code: a prompt that is sent with `/name`. Skills replace commands, and a skill of the same name wins.
 */
export const claudeCommand = defineDialect({
  id: 'claude-command',
  title: 'Claude Code command',
  target: 'claude',
  files: ['**/.claude/commands/**/*.md'],
  inPlugins: inClaudePlugin(pluginPaths.commands, 'commands/**/*.md'),
  misplaced: [besideManifest('commands/**/*.md')],
  documentation: 'https://code.claude.com/docs/en/skills#frontmatter-reference',
  source: claudeSkillsDocumentation,
  schema: () =>
    z.looseObject({
      ...claudeSkillShape('command'),
      name: ignored('The path below `commands` is the command’s name: `git/commit.md` is `/git:commit`.'),
      paths: ignored('Claude uses a skill on its own with files that match, but not a command.'),
    }),
  tools: claudeTools,
  agents: claudeBuiltInAgents,
  references: claudeSkillReferences,
  loader: claudeCodeCommand,
  body: {
    placeholders: claudeSkillPlaceholders,
    placeholderField: 'arguments',
    imports: true,
    commandsIn: (text, range) => shellCommandsOf(text, range).map(({ command }) => command),
  },
  template: [
    '---',
    'description: ${1:What it does.}',
    'argument-hint: "[${2:what}]"',
    '---',
    '',
    '${0:Do this:} \\$ARGUMENTS',
    '',
  ].join('\n'),
  defines: 'command',
  published: 13,
});

function ignored(why: string) {
  return z
    .unknown()
    .optional()
    .meta({
      description: `Has no effect in a command. ${why}`,
      whenWrong: 'Always ignored.',
      hidden: true,
    });
}
