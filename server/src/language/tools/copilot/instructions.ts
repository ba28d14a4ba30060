import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { vscodeInstructionsDocumentation } from './sources.ts';
import { vscodeCommonShape } from './vscode/fields/files.ts';
import { profileFiles } from './vscode/profiles.ts';
import { vscodeInstructionFiles } from './vscode/prompts.ts';
import { vscodeInstructions } from './vscode/vscode.ts';

/** Agents of GitHub that can be excluded. */
const excludable = [
  { value: 'code-review', description: 'Copilot code review does not use these instructions.' },
  { value: 'coding-agent', description: 'The cloud agent does not use these instructions.' },
];

/** Custom instructions of Copilot for some files of a project. */
export const copilotInstructions = defineDialect({
  id: 'copilot-instructions',
  title: 'Copilot instructions',
  files: [
    '**/.github/instructions/**/*.instructions.md',
    '**/.copilot/instructions/**/*.instructions.md',
    ...profileFiles('*.instructions.md'),
  ],
  names: {
    files: ['**/*.instructions.md'],
    elsewhere: {
      consequence:
        'VS Code and Copilot read instructions in `.github/instructions`; no tool is known to read this file',
      advice:
        'To use them, move the file there, or name its folder in VS Code’s `chat.instructionsFilesLocations`',
    },
  },
  documentation: 'https://code.visualstudio.com/docs/agent-customization/custom-instructions',
  source: vscodeInstructionsDocumentation,
  schema: () =>
    z.looseObject({
      ...vscodeCommonShape('instructions'),
      applyTo: z
        .string()
        .min(1)
        .optional()
        .meta({
          description:
            'The files for which the instructions are added automatically: a comma-separated string of globs. `**` matches all files.',
          kind: 'globs',
          defaultText: 'They are not added automatically.',
          whenWrong: 'A list, an empty string or an invalid glob: VS Code shows an error.',
          order: 30,
          snippet: " '${1:**/*.ts}'",
          examples: ["'**/*.ts,**/*.tsx'"],
        }),
      excludeAgent: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({
          description: 'Agents on GitHub that do not use these instructions.',
          values: excludable,
          defaultText: 'All agents read them.',
          whenWrong: 'Not known.',
          order: 40,
        }),
    }),
  builtInSupport: [vscodeInstructionFiles],
  loader: vscodeInstructions,
  body: { placeholders: [] },
  template: [
    '---',
    'description: ${1:What it is for.}',
    "applyTo: '${2:**/*.ts}'",
    '---',
    '',
    '${0}',
    '',
  ].join('\n'),
  defines: 'rule',
});
