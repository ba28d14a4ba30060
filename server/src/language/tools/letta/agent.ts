import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import type { Source } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import {
  choiceField,
  descriptionField,
  modelField,
  nameOfForm,
  switchField,
} from '../shared/commonFields.ts';
import { skillsOf } from '../shared/references.ts';
import { lettaBuiltIns } from './builtIns.ts';
import { lettaFormat } from './loader.ts';

const lettaObserved: Source = {
  title: 'Letta Code 0.32.18, observed',
  verified: '2026-11-29',
  evidence: 'measured',
};

/** An agent of Letta Code, whose front matter is read line by line and only looks like YAML. */
export const lettaAgent = documentedDialect(
  {
    id: 'letta-agent',
    title: 'Letta Code agent',
    target: 'letta',
    files: ['**/.letta/agents/*.md'],
    documentation: 'https://docs.letta.com/letta-agent/subagents/index.md',
    source: lettaObserved,
    schema: () =>
      z.looseObject({
        name: nameOfForm(
          /^[a-z][a-z0-9-]*$/,
          'a lowercase letter, followed by lowercase letters, digits and hyphens, without quotes',
          {
            whenWrong: 'The agent is not loaded.',
          },
        ),
        description: descriptionField(
          {
            description:
              'What the agent does and when to use it, on one line or as a block after `|` or `>`. Quotes are part of it.',
            whenWrong: 'Without it the agent is not loaded, unless it only changes another of its name.',
          },
          z.string().min(1, 'a string'),
        ),
        tools: z
          .string()
          .optional()
          .meta({
            description:
              'The tools that the agent may use, on one line, separated by commas; `all` means all of them.',
            kind: 'tools',
            separator: 'comma',
            limits: true,
            defaultText: 'All tools.',
            whenWrong: 'A list has no effect: the agent gets every tool. Unknown names are skipped.',
            order: 30,
            examples: ['Bash, Read', 'all'],
          }),
        model: modelField({
          description: 'The model: an ID, a handle, or `inherit`.',
          values: [{ value: 'inherit', description: 'The model of the agent that starts it.' }],
          defaultText: '`inherit`',
          order: 40,
        }),
        skills: z.string().optional().meta({
          description: 'Skills that the agent has from the start, separated by commas.',
          kind: 'skillNames',
          separator: 'comma',
          defaultText: 'None.',
          order: 50,
        }),
        fork: switchField('Starts with the conversation of the agent that starts it.', '`false`', {
          order: 60,
        }),
        launchProfile: choiceField(
          [
            { value: 'default', description: 'As usual.' },
            { value: 'memory-subagent', description: 'For agents that write the memory.' },
          ],
          {
            description: 'What the agent may see of files and environment.',
            defaultText: '`default`',
            order: 70,
          },
        ),
      }),
    agents: Object.entries(lettaBuiltIns).map(([value, { description }]) => ({ value, description })),
    body: { placeholders: [] },
    template: agentTemplate('tools: ${3:Bash, Read}'),
    references: skillsOf('Letta Code'),
    defines: 'agent',
    duplicates: 'Letta Code keeps the last one that it reads, and one of the project before one of the user.',
    published: 1,
  },
  lettaFormat,
);
