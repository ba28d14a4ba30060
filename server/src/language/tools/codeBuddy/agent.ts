import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import {
  choiceField,
  descriptionField,
  modelField,
  nameOfForm,
  switchField,
  toolsField,
} from '../shared/commonFields.ts';
import { skillsOf } from '../shared/references.ts';
import { codeBuddyFormat } from './loader.ts';
import { codeBuddyAgents, codeBuddyTools } from './vocabulary.ts';

const codeBuddyObserved: Source = {
  title: 'CodeBuddy Code 2.163.0, observed',
  verified: '2026-11-29',
  evidence: 'measured',
};

const notLoaded = 'The agent is not loaded.';

const efforts: readonly VocabularyEntry[] = [
  { value: 'minimal', description: 'As little as possible.' },
  { value: 'low', description: 'Little.' },
  { value: 'medium', description: 'Enough for most tasks.' },
  { value: 'high', description: 'Long.' },
  { value: 'xhigh', description: 'Very long.' },
  { value: 'max', description: 'As long as possible.' },
];

/** An agent of CodeBuddy Code. */
export const codeBuddyAgent = documentedDialect(
  {
    id: 'codebuddy-agent',
    title: 'CodeBuddy Code agent',
    target: 'codebuddy',
    files: ['**/.codebuddy/agents/**/*.md'],
    documentation: 'https://www.codebuddy.ai/docs/cli/sub-agents',
    source: codeBuddyObserved,
    schema: () =>
      z.looseObject({
        name: nameOfForm(
          /^(?!\s)(?!\.{1,2}$)[^/\\:\0]*[^/\\:\0\s]$/,
          'a name without `/`, `\\`, `:` and spaces around it',
          { defaultText: 'The name of the file.', whenWrong: notLoaded },
        ).optional(),
        description: descriptionField({ defaultText: 'The name.', whenWrong: notLoaded }).optional(),
        model: modelField({ whenWrong: notLoaded }),
        tools: toolsField({
          description: 'The tools that the agent may use. The case of a name does not count.',
          whenWrong: `An agent whose names are all unknown does not start; \`[]\`, a number or a mapping means all tools. A list item that is not a string: ${notLoaded}`,
          examples: ['Read, Grep, Bash'],
          snippet: ' ${1:Read, Grep}',
        }),
        disallowedTools: toolsField({
          description:
            'The tools that are taken away. `Read` takes `Glob`, `Grep` and `WebSearch` away too, and `Edit` takes `Write`.',
          defaultText: 'None.',
          order: 41,
          snippet: ' ${1:Bash}',
        }),
        mainAgent: switchField('Shows the agent among the modes, with the `Agent` tool.', '`false`', {
          order: 46,
        }),
        permissionMode: z
          .string()
          .optional()
          .meta({
            description: 'How the agent asks for permission.',
            values: [
              { value: 'default', description: 'As usual.' },
              { value: 'acceptEdits', description: 'Edits are accepted.' },
              { value: 'plan', description: 'Only plans.' },
              { value: 'bypassPermissions', description: 'Asks for nothing.' },
            ],
            defaultText: 'That of the session.',
            limits: true,
            order: 50,
          }),
        effort: choiceField(efforts, {
          description: 'How long the model thinks.',
          defaultText: 'That of the session.',
          order: 51,
        }),
        maxTurns: z
          .union([
            z.number().int('a positive integer').positive('a positive integer'),
            z.string().regex(/^\s*0*[1-9]\d*\s*$/, 'a positive integer'),
          ])
          .optional()
          .meta({
            description: 'The most turns that the agent takes.',
            defaultText: 'No limit.',
            limits: true,
            snippet: ' ${1:20}',
            order: 52,
          }),
        background: switchField('Lets the caller go on while the agent works.', '`false`', { order: 53 }),
        skills: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .meta({
            description: 'Skills that the agent has from the start.',
            kind: 'skillNames',
            separator: 'comma',
            defaultText: 'None.',
            whenWrong: 'A skill that does not exist is skipped.',
            order: 54,
          }),
        mcpServers: z
          .array(z.union([z.string(), z.record(z.string(), z.unknown())]))
          .optional()
          .meta({
            description: 'MCP servers of the agent: names, or mappings of one name to its configuration.',
            kind: 'mcpServerNames',
            defaultText: 'Those of the session.',
            order: 60,
          }),
        memory: choiceField(
          [
            { value: 'user', description: 'Remembers across all projects.' },
            { value: 'project', description: 'Remembers for this project.' },
            { value: 'local', description: 'Remembers for this project on this machine only.' },
          ],
          { description: 'Where the agent remembers.', defaultText: 'Nowhere.', order: 61 },
        ),
        isolation: choiceField([{ value: 'worktree', description: 'Works in a git worktree of its own.' }], {
          description: 'Where the agent works.',
          defaultText: 'In the project.',
          order: 62,
        }),
        initialPrompt: z
          .string()
          .optional()
          .meta({ description: 'The first message to the agent.', defaultText: 'None.', order: 63 }),
        hooks: z
          .unknown()
          .optional()
          .meta({ description: 'Hooks of the agent.', defaultText: 'None.', order: 64 }),
        color: z.unknown().optional().meta({
          description: 'The color in which the agent is shown, as `"#RRGGBB"` in quotes.',
          kind: 'color',
          order: 65,
          snippet: ' "#${1:22c55e}"',
        }),
      }),
    tools: codeBuddyTools,
    agents: codeBuddyAgents,
    references: skillsOf('CodeBuddy Code'),
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
    duplicates:
      'CodeBuddy Code keeps the file whose path comes last, and one of the project before one of the user.',
  },
  codeBuddyFormat,
);
