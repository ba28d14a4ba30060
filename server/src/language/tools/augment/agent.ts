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
  toolsField,
} from '../shared/commonFields.ts';
import { augmentFormat } from './loader.ts';
import { augmentColors, augmentTools } from './vocabulary.ts';

const augmentObserved: Source = {
  title: 'Auggie 0.36.0, observed',
  verified: '2026-11-29',
  evidence: 'measured',
};

/** An agent of Augment's CLI. */
export const augmentAgent = documentedDialect(
  {
    id: 'augment-agent',
    title: 'Augment agent',
    target: 'augment',
    files: ['**/.augment/agents/**/*.md'],
    shares: {
      files: ['**/.agents/agents/**/*.md'],
      keys: ['disabled_tools', 'finish_tool', 'replace_system_prompt', 'disable_rules', 'disable_skills'],
    },
    documentation: 'https://docs.augmentcode.com/cli/subagents',
    source: augmentObserved,
    schema: () =>
      z.looseObject({
        name: nameOfForm(/^(?!.*--)[\w-]*$/, 'letters, digits, `_` and single hyphens', {
          defaultText: 'The path of the file below the folder of agents.',
          whenWrong: 'Other characters become `-`.',
        }).optional(),
        description: descriptionField({
          defaultText: '`Configuration from` and the name of the file.',
        }).optional(),
        model: modelField({
          description: 'The model, such as `sonnet4.5`.',
          whenWrong: 'A model that the account does not have is dropped.',
          examples: ['sonnet4.5'],
        }),
        color: text('The name of a terminal color.', 'None.', 50).meta({ values: augmentColors }),
        tools: toolsField({
          description: 'The tools that the agent may use. It does not count beside `disabled_tools`.',
          whenWrong: 'An empty list, a number or a mapping means all tools.',
          examples: ['[view, codebase-retrieval]'],
        }),
        disabled_tools: toolsField({
          description: 'The tools that are taken away. Beside it, `tools` does not count.',
          defaultText: 'None.',
          order: 41,
        }),
        hidden: switchField('Does not offer the agent.', '`false`', { order: 55 }),
        finish_tool: choiceField(
          [
            { value: 'report-to-parent', description: 'Reports a message.' },
            {
              value: 'finish-subagent-context-gathering',
              description: 'Reports a summary with parts of files.',
            },
          ],
          { description: 'The tool by which the agent reports its result.', defaultText: 'None.', order: 60 },
        ),
        disable_rules: switchField('Leaves the rules out.', '`false`', { order: 61 }),
        disable_workspace_guidelines: switchField('Leaves the guidelines of the workspace out.', '`false`', {
          order: 62,
        }),
        disable_skills: switchField('Leaves the skills out.', '`false`', { order: 63 }),
        replace_system_prompt: switchField('Uses the prompt instead of the usual one.', '`false`', {
          order: 64,
        }),
        tool_description: text(
          'What the tool that starts the agent is said to do.',
          'By the description.',
          65,
        ),
        instruction_description: text('What to write into the instruction for the agent.', 'As usual.', 66),
        provider_model: text('The model of another provider.', 'None.', 70),
        provider_base_url: text('The address of another provider.', 'None.', 71),
        provider_api_key: text(
          'The key for another provider, or `$` and the name of a variable.',
          'None.',
          72,
        ),
      }),
    tools: augmentTools,
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
    duplicates: 'Augment prefers one of the user to one of the project, and otherwise lists all of them.',
  },
  augmentFormat,
);

function text(description: string, defaultText: string, order: number) {
  return z.string().optional().meta({ description, kind: 'text', defaultText, order });
}
