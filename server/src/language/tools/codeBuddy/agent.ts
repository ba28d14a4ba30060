import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import { descriptionField, modelField, nameField, toolsField } from '../shared/commonFields.ts';
import { codeBuddyDocumentation } from '../shared/documentedSources.ts';

/** An agent of CodeBuddy Code. */
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
        model: modelField({ description: 'The model. It is read, and perhaps not used.' }),
        tools: toolsField({
          description: 'The tools that the agent may use, in small letters. `task` is always taken away.',
          examples: ['bash, fs'],
        }),
        color: z.string().optional().meta({
          description: 'The colour in which the agent is shown, as `"#RRGGBB"` in quotes.',
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
            unavailable:
              'CodeBuddy Code takes `task` from every agent: it cannot start others. Remove the name.',
          },
        ],
        names: 'open',
        wrong: {
          effect: 'noted',
          consequence: 'What CodeBuddy Code does with other names is not documented.',
        },
      },
    ],
  },
);
