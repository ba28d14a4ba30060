import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { copilotBuiltInAgents, promptReferences } from './references.ts';
import { vscodeMigrationDocumentation, vscodePromptsDocumentation } from './sources.ts';
import { copilotTools } from './tools.ts';
import { vscodePromptPlaceholders } from './values.ts';
import { vscodeCommonShape, vscodeRunShape } from './vscode/fields/files.ts';
import { profileFiles } from './vscode/profiles.ts';
import { vscodePrompts } from './vscode/prompts.ts';
import { vscodePrompt } from './vscode/vscode.ts';

const builtInAgents = [
  { value: 'ask', description: 'Answers without changing files.' },
  { value: 'edit', description: 'Changes files that are open.' },
  { value: 'agent', description: 'Works on its own, with tools.' },
  { value: 'plan', description: 'Plans without changing files.' },
];

/** A prompt file of VS Code: a prompt that the user sends with `/name`. */
export const copilotPrompt = defineDialect({
  id: 'copilot-prompt',
  title: 'Copilot prompt file',
  files: ['**/.github/prompts/**/*.prompt.md', ...profileFiles('*.prompt.md')],
  names: {
    files: ['**/*.prompt.md'],
    elsewhere: {
      consequence: 'VS Code reads prompts in `.github/prompts`; no tool is known to read this file',
      advice:
        'To use it as a prompt, move it there, or name its folder in VS Code’s `chat.promptFilesLocations`',
    },
  },
  deprecation: {
    consequence: 'VS Code does not load it in sessions of the agent host, which replace the local agent',
    advice: 'Write a skill instead, or let VS Code convert the file',
    source: vscodeMigrationDocumentation,
  },
  documentation: 'https://code.visualstudio.com/docs/agent-customization/prompt-files',
  source: vscodePromptsDocumentation,
  schema: () =>
    z.looseObject({
      ...vscodeCommonShape('prompt, typed after `/`'),
      ...vscodeRunShape(),
      agent: z
        .string()
        .optional()
        .meta({
          description: 'The agent that runs the prompt: a built-in one, or the name of a custom agent.',
          kind: 'agentNames',
          values: builtInAgents,
          defaultText: 'The agent selected in the picker; `agent` when there are `tools`.',
          whenWrong: 'VS Code warns about an unknown agent.',
          order: 25,
          examples: ['agent'],
        }),
      mode: z
        .string()
        .optional()
        .meta({
          description: 'The old name of `agent`.',
          values: builtInAgents.map(({ value, description }) => ({ value, description })),
          whenWrong: 'VS Code warns that it is deprecated.',
          deprecation: 'Use `agent` instead.',
          hidden: true,
        }),
    }),
  tools: copilotTools,
  agents: copilotBuiltInAgents,
  references: promptReferences,
  builtInSupport: vscodePrompts,
  loader: vscodePrompt,
  body: { placeholders: vscodePromptPlaceholders },
  template: [
    '---',
    'description: ${1:What it is for.}',
    'agent: ${2|agent,ask,edit,plan|}',
    '---',
    '',
    '${0:Do this:}',
    '',
  ].join('\n'),
  defines: 'command',
  published: 7,
});
