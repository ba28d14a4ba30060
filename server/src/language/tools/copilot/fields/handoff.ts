import * as z from 'zod';

/** One button of `handoffs` in VS Code. */
export function copilotHandoffSchema() {
  return z.looseObject({
    label: z.string().min(1).meta({
      description: 'The label of the button.',
      whenWrong: 'VS Code shows an error, also for labels without a Latin letter or digit.',
      order: 1,
    }),
    agent: z.string().min(1).meta({
      description: 'The name of the agent to continue with.',
      kind: 'agentNames',
      whenWrong: 'VS Code warns about an unknown agent.',
      order: 2,
    }),
    prompt: z.string().meta({
      description: 'The prompt for the input field.',
      whenWrong: 'VS Code shows an error when it is missing.',
      order: 3,
    }),
    send: z.boolean().optional().meta({
      description: 'Whether the prompt is sent at once.',
      defaultText: '`false`.',
      whenWrong: 'VS Code shows an error.',
      order: 4,
    }),
    showContinueOn: z.boolean().optional().meta({
      description: 'Whether the button offers to continue elsewhere, such as in the cloud.',
      defaultText: '`true`.',
      whenWrong: 'VS Code shows an error.',
      order: 5,
    }),
    model: z.string().optional().meta({
      description: 'The model to continue with.',
      kind: 'model',
      defaultText: 'That of the agent.',
      whenWrong: 'VS Code shows an error.',
      order: 6,
    }),
  });
}
