import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import type { Consequence, KeyFact } from '../../loading/documented/format.ts';
import { descriptionField, nameOfForm } from '../shared/commonFields.ts';
import { sharedFolderCompared } from '../shared/documentedSources.ts';

/** Measured: Kimi Code 2.1.0 warns and continues without the file. */
const skippedByKimi: Consequence = {
  effect: 'ignored',
  consequence: 'Kimi Code, which reads this folder too, skips such a file',
};

const tools: KeyFact = {
  consequence:
    'No tool list means the same to all tools that read this file: Antigravity has `view_file`, Kimi Code `Read`, OpenHands `file_editor`, Devin requires `allowed-tools`, and Goose ignores the list; only the name, the description and the prompt mean the same to all',
  advice: 'To use a tool list, put the agent into the folder of one tool',
};

/** An agent in the folder that several tools read, each by a schema of its own. */
export const sharedAgent = documentedDialect(
  {
    id: 'shared-agent',
    title: 'Agent shared by several tools',
    files: ['**/.agents/agents/**/*.md'],
    documentation: 'https://antigravity.google/docs/subagents',
    source: sharedFolderCompared,
    schema: () =>
      z.looseObject({
        name: nameOfForm(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lowercase letters, digits and single hyphens', {
          description:
            'The name of the agent, in the form that all of the tools accept: lowercase letters, digits, hyphens.',
        }),
        description: descriptionField({}, z.string().regex(/\S/, 'more than whitespace')),
      }),
    body: { placeholders: [] },
    template: agentTemplate(),
    defines: 'agent',
  },
  {
    tool: 'Antigravity, Goose, OpenHands, Kimi Code and Devin',
    version: 'of 2026-11',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'nameOrFile',
    badDelimiters: skippedByKimi,
    badYaml: skippedByKimi,
    noPrompt: skippedByKimi,
    errors: {
      name: {
        missing: {
          effect: 'noted',
          consequence: 'Goose and Antigravity require it; others use the file name',
          evidence: 'secondHand',
        },
        form: skippedByKimi,
        type: skippedByKimi,
      },
      description: skippedByKimi,
    },
    keys: {
      tools,
      disallowedTools: tools,
      'allowed-tools': tools,
      model: {
        consequence:
          'No model name is valid in all tools that read this file: Antigravity has `inherit`, `flash` and `pro`, Kimi Code ignores `model`, and others require their own IDs',
        advice: 'Remove it, or put the agent into the folder of one tool',
      },
    },
  },
);

/** The tool, with its one kind of file. */
export const agentsFolder: Tool = {
  id: 'agentsFolder',
  title: 'Shared agents folder',
  dialects: [sharedAgent],
};
