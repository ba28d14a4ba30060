import * as z from 'zod';
import type { VocabularyEntry } from '../../../dialect/dialect.ts';
import type { OffsetRange } from '../../../document/offsets.ts';

/**
 * The fields of a command's front matter, which OpenCode and Kilo share. `whenWrong` is what a rejected value leads to.
 */
export function openCodeCommandShape(whenWrong: string) {
  return {
    description: z
      .string()
      .optional()
      .meta({
        description: 'What the command does, shown in the list of commands.',
        kind: 'text',
        defaultText: 'None.',
        whenWrong,
        order: 10,
        snippet: ' ${1:What it does.}',
        examples: ['Run the tests and explain what fails'],
        url: 'https://opencode.ai/docs/commands/#description',
      }),
    agent: z
      .string()
      .optional()
      .meta({
        description: 'The agent that runs the command. A subagent runs it in its own session.',
        kind: 'agentNames',
        defaultText: 'The agent of the session.',
        whenWrong: `Any string loads, even if no agent has that name. ${whenWrong}`,
        order: 20,
        examples: ['build', 'plan'],
        url: 'https://opencode.ai/docs/commands/#agent',
      }),
    model: z
      .string()
      .optional()
      .meta({
        description: 'The model that runs the command, as `provider/model-id`.',
        kind: 'model',
        defaultText: 'The model of the agent.',
        whenWrong,
        order: 30,
        snippet: ' ${1:anthropic}/${2:claude-sonnet-5}',
        examples: ['anthropic/claude-sonnet-5'],
        url: 'https://opencode.ai/docs/commands/#model',
      }),
    subtask: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether the command runs in its own session, so that it does not fill the current one. It applies to primary agents too.',
        defaultText: 'Depends on the agent: a subagent does, a primary agent does not.',
        whenWrong: `Only \`true\` and \`false\` are valid. ${whenWrong}`,
        order: 40,
        url: 'https://opencode.ai/docs/commands/#subtask',
      }),
    name: z.string().optional().meta({
      description: 'Overrides the name from the file’s path. Best left out.',
      kind: 'text',
      defaultText: 'The path below the folder, without `.md`: `git/commit`.',
      whenWrong: 'Anything else becomes a string.',
      order: 50,
    }),
    template: z.unknown().optional().meta({
      description: 'Has no effect in a Markdown file: the text below the front matter is what is sent.',
      defaultText: 'The text below the front matter.',
      whenWrong: 'Ignored in any case.',
      order: 60,
      hidden: true,
    }),
  };
}

/** The placeholders of a command, replaced before it is sent. */
export const openCodeCommandPlaceholders: readonly VocabularyEntry[] = [
  {
    value: '$ARGUMENTS',
    description: 'Everything after the command.',
  },
  { value: '$1', description: 'The first argument.' },
  { value: '$2', description: 'The second argument.' },
  {
    value: '$3',
    description: 'The third argument, and so on. The highest number in a file takes all remaining arguments.',
  },
  { value: '!`command`', description: 'The output of a shell command, run in the root of the project.' },
].map(entry => ({ ...entry, url: 'https://opencode.ai/docs/commands/#prompt-config' }));

/** The shell commands whose output takes the place of `` !`…` ``. */
export function openCodeCommandsIn(text: string, { start, end }: OffsetRange): string[] {
  return [...text.slice(start, end).matchAll(/!`([^`]+)`/g)].map(([, command]) => command!);
}
