import * as z from 'zod';
import { copilotModels } from '../../values.ts';

const reported = 'VS Code shows an error.';

/** The fields that prompts, instructions and chat modes of VS Code share. */
export function vscodeCommonShape(what: string) {
  return {
    name: z
      .string()
      .optional()
      .meta({
        description: `The name of the ${what}.`,
        kind: 'text',
        defaultText: 'The name of the file.',
        whenWrong: reported,
        order: 10,
        snippet: ' ${1:name}',
      }),
    description: z
      .string()
      .optional()
      .meta({
        description: `What the ${what} is for.`,
        kind: 'text',
        defaultText: 'None.',
        whenWrong: reported,
        order: 20,
        snippet: ' ${1:What it is for.}',
      }),
  };
}

/** The fields of prompts and chat modes for how they run. */
export function vscodeRunShape() {
  return {
    'argument-hint': z.string().optional().meta({
      description: 'What to type, shown in the input field.',
      kind: 'text',
      defaultText: 'None.',
      whenWrong: reported,
      order: 50,
      snippet: ' ${1:What to type}',
    }),
    model: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .meta({
        description: 'The model to run it on, as shown in the picker. A list is tried in order.',
        kind: 'model',
        values: copilotModels,
        defaultText: 'The model selected in the picker.',
        whenWrong: 'VS Code ignores an unknown model, with a hint.',
        order: 40,
        examples: ['claude-sonnet-4.6'],
      }),
    tools: z
      .union([z.array(z.string()), z.string()])
      .optional()
      .meta({
        description:
          'The tools that may be used: a list of names, tool sets, or `server/*` for an MCP server.',
        kind: 'tools',
        limits: true,
        defaultText: 'Those selected in the picker, or those of the agent.',
        whenWrong: 'VS Code ignores an unknown tool, with a hint.',
        order: 30,
        snippet: ' [${1:search, edit}]',
        examples: ['[search, edit]'],
      }),
  };
}
