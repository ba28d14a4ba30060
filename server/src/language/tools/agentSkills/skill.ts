import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import type { Source } from '../../dialect/dialect.ts';
import { vscodeSkills } from '../copilot/vscode/skills.ts';
import { skillHosts } from './hosts.ts';
import { placedSkill } from './loader/placedSkill.ts';
import { skillFolders, skillReadersAt } from './readers.ts';

const specification: Source = {
  title: 'Agent Skills specification',
  url: 'https://agentskills.io/specification',
  verified: '2026-11-21',
  evidence: 'documentation',
};

const onlySkillFiles = 'Tools read a skill only from a file `SKILL.md` in a folder of its own';

/**
 * A skill of the Agent Skills open standard. A `SKILL.md` is a skill wherever it lies: which tools read it follows from
 * the place.
 */
export const agentSkill = defineDialect({
  id: 'agent-skill',
  title: 'Agent Skill (open standard)',
  target: 'agent-skills',
  files: ['**/.agents/skills/*/SKILL.md', `**/{${skillFolders.join(',')}}/**/SKILL.md`],
  names: { files: ['**/SKILL.md'] },
  // The skills of an extension of Gemini CLI.
  inPlugins: {
    manifest: 'gemini-extension.json',
    files: ['skills/*/SKILL.md', 'skills/**/SKILL.md'],
    readAs: '.gemini/',
  },
  misplaced: [
    {
      files: ['**/skills/**/[Ss][Kk][Ii][Ll][Ll]*', '**/skill/**/[Ss][Kk][Ii][Ll][Ll]*'],
      from: /(\/skills?\/(?:[^/]+\/)+)(?!SKILL\.md$)[Ss][Kk][Ii][Ll][Ll][Ss]?\.(?:[Mm][Dd]|mdx|markdown|txt)$/,
      to: '$1SKILL.md',
      keys: ['description'],
      consequence: onlySkillFiles,
    },
    {
      files: ['**/skills/**/skill.json'],
      from: /\/skills\/(?:[^/]+\/)+skill\.json$/i,
      keys: ['name', 'description'],
      unless: 'SKILL.md',
      consequence: onlySkillFiles,
      advice: 'Write its name, description and instructions into a `SKILL.md`',
    },
    {
      files: ['**/skills/*.md'],
      from: /(\/skills\/)([^/]+)\.(?:md|mdx|markdown)$/,
      to: '$1$2/SKILL.md',
      keys: ['name', 'description'],
      consequence: onlySkillFiles,
    },
  ],
  documentation: 'https://agentskills.io/specification',
  source: specification,
  schema: () =>
    z.looseObject({
      name: z
        .string()
        .max(64)
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .meta({
          description:
            'The name of the skill, which must be that of its folder: at most 64 lowercase letters and digits, with single hyphens between them.',
          kind: 'text',
          whenWrong:
            'OpenCode, Gemini CLI and Mistral Vibe do not load a skill without a name; Codex, Copilot CLI and OpenHands name it after its folder. Codex, Copilot CLI, OpenHands and Mistral Vibe load none with a name of more than 64 characters, OpenHands and Mistral Vibe none with another form of name, OpenHands none with another name than its folder’s.',
          order: 10,
          snippet: ' ${1:skill-name}',
          examples: ['pdf-processing'],
        }),
      description: z.string().min(1).max(1024).meta({
        description:
          'What the skill does and when to use it, in at most 1,024 characters. An agent decides by this text alone whether to read the rest.',
        kind: 'text',
        whenWrong:
          'Codex, Gemini CLI and Mistral Vibe do not load a skill without a description. Copilot CLI and Mistral Vibe load none with more than 1,024 characters; OpenHands shows the start and the end.',
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
      }),
      license: z
        .string()
        .optional()
        .meta({
          description: 'The license: its name, or the name of a file in the skill’s folder.',
          kind: 'text',
          defaultText: 'None.',
          whenWrong: 'OpenHands and Mistral Vibe do not load a skill for another type.',
          order: 30,
          snippet: ' ${1:MIT}',
          examples: ['MIT'],
        }),
      compatibility: z.string().min(1).max(500).optional().meta({
        description:
          'What the skill needs: a product, programs, access to the network. At most 500 characters.',
        kind: 'text',
        defaultText: 'No special requirements.',
        whenWrong:
          'Validators of the standard reject longer values; OpenHands and Mistral Vibe do not load a skill for another type.',
        order: 40,
        snippet: ' ${1:Needs git.}',
      }),
      metadata: z.record(z.string(), z.string()).optional().meta({
        description: 'Custom keys with strings as values: author, version.',
        defaultText: 'None.',
        whenWrong: 'Codex, OpenHands and Mistral Vibe do not load a skill whose `metadata` is not a mapping.',
        order: 50,
        snippet: '\n  ${1:author}: ${2:name}',
      }),
      'allowed-tools': z
        .string()
        .optional()
        .meta({
          description:
            'Tools that may be used without confirmation while the skill is active: one string, separated by spaces. Experimental; not every tool supports it.',
          kind: 'text',
          defaultText: 'Those of the session.',
          whenWrong: 'A list or commas keep no recorded tool from loading the skill.',
          order: 60,
          snippet: ' ${1:Read Grep}',
          examples: ['Bash(git:*) Read'],
        }),
    }),
  builtInSupport: [vscodeSkills],
  loader: placedSkill,
  readers: skillReadersAt,
  hosts: skillHosts,
  body: { placeholders: [] },
  template: [
    '---',
    'name: ${1:my-agent}',
    'description: ${2:What it does, and when to use it.}',
    '---',
    '',
    '${0}',
    '',
  ].join('\n'),
  defines: 'skill',
});
