import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { skillReadersAt } from '../agentSkills/readers.ts';
import { vscodeSkills } from '../copilot/vscode/skills.ts';
import { claudeSkillShape } from './fields/skill.ts';
import { shellCommandsOf } from './loader/shell.ts';
import { claudeCodeSkill } from './loader/skillFile.ts';
import { claudeSkillPlaceholders } from './placeholders.ts';
import { besideManifest, inClaudePlugin, pluginPaths } from './plugins.ts';
import { claudeSkillReferences } from './references.ts';
import { claudeCodeObserved, claudeSkillsDocumentation } from './sources.ts';
import { claudeBuiltInAgents, claudeTools } from './tools.ts';

/** A skill of Claude Code: instructions that Claude reads when they are needed, and a command of the same name. */
export const claudeSkill = defineDialect({
  id: 'claude-skill',
  title: 'Claude Code skill',
  target: 'claude',
  // The first and the last are read. The others are meant as skills by their authors, and are reported as not read.
  files: [
    '**/.claude/skills/*/SKILL.md',
    '**/.claude/skills/**/SKILL.md',
    '**/.claude/skills/**/skill.md',
    '**/.claude/skills/*.md',
    '**/.claude/commands/**/SKILL.md',
  ],
  inPlugins: {
    ...inClaudePlugin(
      pluginPaths.skills,
      'skills/*/SKILL.md',
      'skills/**/SKILL.md',
      'skills/**/skill.md',
      'skills/*.md',
      // Read if the plugin has no folder `skills`.
      'SKILL.md',
    ),
    rootUnless: 'skills',
    misplaced: {
      files: ['*/SKILL.md'],
      from: /\/([^/.][^/]*)\/SKILL\.md$/,
      to: '/skills/$1/SKILL.md',
      keys: ['description'],
      consequence: 'Claude Code reads the skills of a plugin from its folder `skills`',
    },
  },
  misplaced: [besideManifest('skills/*/SKILL.md')],
  documentation: 'https://code.claude.com/docs/en/skills#frontmatter-reference',
  source: claudeSkillsDocumentation,
  schema: () =>
    z.looseObject({
      name: z
        .string()
        .optional()
        .meta({
          description:
            'A label for the skill. You call it by the name of its folder, which other tools require here too.',
          kind: 'text',
          defaultText: 'The name of the folder.',
          whenWrong: 'A number or a boolean becomes a string. Nothing is reported.',
          order: 10,
          snippet: ' ${1:my-skill}',
          examples: ['release-notes'],
          source: claudeCodeObserved,
        }),
      ...claudeSkillShape('skill'),
      paths: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({
          description:
            'The files with which Claude uses the skill on its own: globs in a list, or separated by commas. Quote one that starts with `*`.',
          kind: 'globs',
          separator: 'comma',
          defaultText: 'All files.',
          whenWrong: 'Nothing is reported.',
          order: 160,
          snippet: '\n  - "${1:src/**/*.ts}"',
          examples: ['["src/**/*.ts", "*.md"]'],
        }),
    }),
  tools: claudeTools,
  agents: claudeBuiltInAgents,
  references: claudeSkillReferences,
  builtInSupport: [vscodeSkills],
  loader: claudeCodeSkill,
  readers: skillReadersAt,
  body: {
    placeholders: claudeSkillPlaceholders,
    placeholderField: 'arguments',
    imports: true,
    commandsIn: (text, range) => shellCommandsOf(text, range).map(({ command }) => command),
  },
  template: [
    '---',
    'name: ${1:my-skill}',
    'description: ${2:What it does, and when to use it.}',
    '---',
    '',
    '${0:Steps}',
    '',
  ].join('\n'),
  defines: 'skill',
});
