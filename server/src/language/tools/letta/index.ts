import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import type { Consequence, Loaded } from '../../loading/documented/format.ts';
import { readLetta } from '../../loading/documented/readLetta.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import {
  choiceField,
  descriptionField,
  modelField,
  nameOfForm,
  switchField,
} from '../shared/commonFields.ts';
import { lettaRepository } from '../shared/documentedSources.ts';
import { skillsOf } from '../shared/references.ts';

const refused: Consequence = {
  effect: 'rejected',
  consequence: 'Letta Code does not load the agent',
};
const builtIn = ['fork', 'general-purpose', 'history-analyzer', 'init', 'memory', 'recall', 'reflection'];

/** An agent of Letta Code, whose front matter is read line by line and only looks like YAML. */
export const lettaAgent = documentedDialect(
  {
    id: 'letta-agent',
    title: 'Letta Code agent',
    target: 'letta',
    files: ['**/.letta/agents/*.md'],
    documentation: 'https://docs.letta.com/letta-agent/subagents/index.md',
    source: lettaRepository,
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
            description: 'What the agent does and when to use it, on one line. Quotes are part of it.',
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
        background: switchField('Lets the caller go on while the agent works.', '`true`', { order: 61 }),
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
    agents: builtIn.map(value => ({ value, description: 'An agent that is built into Letta Code.' })),
    body: { placeholders: [] },
    template: agentTemplate('tools: ${3:Bash, Read}'),
    references: skillsOf('Letta Code'),
    defines: 'agent',
    published: 1,
  },
  {
    tool: 'Letta Code',
    version: '0.30.29',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'name',
    read: readLetta,
    limits: { allow: 'tools' },
    errors: {
      name: {
        missing: refused,
        empty: refused,
        type: refused,
        form: {
          effect: 'rejected',
          consequence: 'Letta Code does not load the agent; it reads quotes as part of the name',
        },
      },
      description: refused,
      fork: { effect: 'ignored', consequence: 'Letta Code reads anything but `true` as `false`' },
      background: { effect: 'changed', consequence: 'Letta Code reads anything but `false` as `true`' },
      launchProfile: { effect: 'ignored', consequence: 'Letta Code reads any other value as `default`' },
    },
    toolLists: [
      {
        key: 'tools',
        tools: [{ value: 'all', description: 'All tools.' }],
        names: 'open',
        wrong: { effect: 'noted', consequence: 'Letta Code skips names that it does not know' },
        empty: {
          meaning: 'all',
          effect: 'noted',
          consequence: 'Letta Code does not restrict an agent without tool names: it has every tool',
        },
      },
    ],
    conditions: reportOverlay,
  },
);

function reportOverlay({ document, data, body }: Loaded, issues: IssueCollector): void {
  const isOverlay = document.frontMatter.state === 'closed' && document.slice(body).trim() === '';
  if (!isOverlay || typeof data.name !== 'string' || builtIn.includes(data.name)) return;
  issues.add('body.empty', 'noted', document.frontMatter.close ?? document.frontMatter.open, {
    problem: 'Prompt is empty',
    consequence:
      'Letta Code only changes an agent of the same name in the user’s own folder with such a file, and does not load it where there is none',
  });
}

/** The tool, with its one kind of file. */
export const letta: Tool = {
  id: 'letta',
  title: 'Letta',
  dialects: [lettaAgent],
};
