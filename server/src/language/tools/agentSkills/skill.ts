import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import type { Source } from '../../dialect/dialect.ts';
import { vscodeSkills } from '../copilot/vscode/skills.ts';
import { agentSkill as loader } from './loader.ts';

const specification: Source = {
  title: 'Agent Skills specification',
  url: 'https://agentskills.io/specification',
  verified: '2026-11-21',
  evidence: 'documentation',
};

/** A skill of the Agent Skills open standard, as every tool that reads `.agents/skills` takes it. */
export const agentSkill = defineDialect({
  id: 'agent-skill',
  title: 'Agent Skill (open standard)',
  target: 'agent-skills',
  files: ['**/.agents/skills/*/SKILL.md', '**/.agents/skills/**/SKILL.md', '**/.github/skills/**/SKILL.md'],
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
            'The name of the skill, which must be that of its folder: at most 64 lower-case letters and digits, with single hyphens between.',
          kind: 'text',
          whenWrong:
            'Without a name the skill is not loaded. Of one that is too long or not the folder’s, tools are asked to warn.',
          order: 10,
          snippet: ' ${1:skill-name}',
          examples: ['pdf-processing'],
        }),
      description: z.string().min(1).max(1024).meta({
        description:
          'What the skill does and when to use it, in at most 1,024 characters. An agent decides by this text alone whether to read the rest.',
        kind: 'text',
        whenWrong: 'Without a description the skill is not loaded.',
        order: 20,
        snippet: ' ${1:What it does, and when to use it.}',
      }),
      license: z
        .string()
        .optional()
        .meta({
          description: 'The licence: its name, or the name of a file in the skill’s folder.',
          kind: 'text',
          defaultText: 'None is named.',
          whenWrong: 'Tools differ.',
          order: 30,
          snippet: ' ${1:MIT}',
          examples: ['MIT'],
        }),
      compatibility: z.string().min(1).max(500).optional().meta({
        description:
          'What the skill needs: a product, programs, access to the network. At most 500 characters.',
        kind: 'text',
        defaultText: 'It needs nothing special.',
        whenWrong: 'Validators of the standard reject longer texts.',
        order: 40,
        snippet: ' ${1:Needs git.}',
      }),
      metadata: z.record(z.string(), z.string()).optional().meta({
        description: 'Keys of your own, with texts as values: author, version.',
        defaultText: 'None.',
        whenWrong: 'Values that are no texts are turned into text, each tool in its way.',
        order: 50,
        snippet: '\n  ${1:author}: ${2:name}',
      }),
      'allowed-tools': z
        .string()
        .optional()
        .meta({
          description:
            'Tools that may be used without asking while the skill is followed: one text with blanks between. Experimental; not every tool heeds it.',
          kind: 'text',
          defaultText: 'As the session does.',
          whenWrong: 'Only some tools take a list or commas.',
          order: 60,
          snippet: ' ${1:Read Grep}',
          examples: ['Bash(git:*) Read'],
        }),
    }),
  builtInSupport: [vscodeSkills],
  loader,
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
