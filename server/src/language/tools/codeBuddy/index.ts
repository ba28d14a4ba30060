import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import { descriptionField, modelField, nameField, toolsField } from '../shared/commonFields.ts';
import { codeBuddyDocumentation } from '../shared/documentedSources.ts';

/** The tool, with its one kind of file. */
export const codeBuddyAgent = documentedDialect(
  {
    id: 'codebuddy-agent',
    title: 'CodeBuddy Code agent',
    target: 'codebuddy',
    files: ['**/.codebuddy/agents/**/*.md'],
    documentation: 'https://www.codebuddy.ai/docs/cli/sub-agents',
    source: codeBuddyDocumentation,
    schema: () =>
      z.looseObject({
        name: nameField({ defaultText: 'The name of the file.' }).optional(),
        description: descriptionField().optional(),
        model: modelField({ description: 'The model. It is read, but perhaps not used.' }),
        tools: toolsField({
          description: 'The tools that the agent may use, in lowercase letters. `task` is always removed.',
          examples: ['bash, fs'],
        }),
        color: z.string().optional().meta({
          description: 'The color in which the agent is shown, as `"#RRGGBB"` in quotes.',
          kind: 'color',
          order: 50,
          snippet: ' "#${1:22c55e}"',
        }),
      }),
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
  },
  {
    tool: 'CodeBuddy Code',
    version: 'of 2026-11',
    what: 'agent',
    frontMatter: 'optional',
    namedBy: 'nameOrFile',
    limits: { allow: 'tools' },
    toolLists: [
      {
        key: 'tools',
        tools: [
          {
            value: 'task',
            description: 'Starts another agent.',
            unavailable: 'CodeBuddy Code removes it from every agent: agents cannot start others.',
          },
        ],
        names: 'open',
        wrong: {
          effect: 'noted',
          consequence: 'CodeBuddy Code does not document what it does with other names',
        },
      },
    ],
  },
);

/** The tool, with its one kind of file. */
export const codeBuddy: Tool = {
  id: 'codeBuddy',
  title: 'CodeBuddy',
  dialects: [codeBuddyAgent],
};
