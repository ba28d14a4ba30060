import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import type { VocabularyEntry } from '../../dialect/dialect.ts';
import { geminiCommand as loader } from './loader/command.ts';
import { injectionsIn } from './loader/injections.ts';
import { geminiExtensionsObserved } from './sources.ts';

const whenWrong = 'Gemini CLI skips the file, with an error at startup.';

/** What Gemini CLI replaces in the prompt of a command. */
const placeholders: readonly VocabularyEntry[] = [
  {
    value: '{{args}}',
    description:
      'Everything after the command; in a shell command escaped for the shell. Without it, the whole line that the user typed is added at the end.',
  },
  {
    value: '!{command}',
    description: 'The output of a shell command, which the user has to allow. Its braces must be balanced.',
    pattern: '!\\{[^{}\\n]*\\}',
    snippet: '!{${1:git diff}}',
  },
  {
    value: '@{path}',
    description: 'The content of a file, or of all files in a folder.',
    pattern: '@\\{[^{}\\n]*\\}',
    snippet: '@{${1:path}}',
  },
];

/** A command of Gemini CLI: a TOML file with a prompt that the user sends with `/name`. */
export const geminiCommand = defineDialect({
  id: 'gemini-command',
  title: 'Gemini CLI command',
  target: 'gemini',
  files: ['**/.gemini/commands/**/*.toml'],
  inPlugins: { manifest: 'gemini-extension.json', files: ['commands/**/*.toml'], readAs: '.gemini/' },
  misplaced: [
    {
      from: /\/\.gemini\/commands\/(?:[^/]+\/)*[^/]+\.md$/,
      files: ['**/.gemini/commands/**/*.md'],
      keys: ['description'],
      consequence: 'Gemini CLI reads only files that end in `.toml`',
      advice: 'Write the command as TOML, with the text as `prompt`',
    },
    {
      from: /(\/\.gemini\/commands\/(?:[^/]+\/)*[^/]+)\.TOML$/,
      to: '$1.toml',
      files: ['**/.gemini/commands/**/*.TOML'],
      keys: ['prompt'],
      consequence: 'Gemini CLI reads only files that end in `.toml`, in lowercase',
    },
  ],
  documentation: 'https://geminicli.com/docs/cli/custom-commands',
  source: geminiExtensionsObserved,
  schema: () =>
    z.looseObject({
      description: z
        .string()
        .optional()
        .meta({
          description: 'What the command does, shown in the menu: up to 100 characters.',
          kind: 'text',
          defaultText: '`Custom command from` and the name of the file.',
          whenWrong,
          order: 10,
          examples: ['"Fixes an issue."'],
        }),
      prompt: z.string().meta({
        description:
          'What is sent when the command is called, usually as a multiline string between `"""`. It must be above the first `[table]`.',
        kind: 'text',
        whenWrong,
        order: 20,
        examples: ['"Fix this issue: {{args}}"'],
      }),
    }),
  loader,
  body: {
    placeholders,
    commandsIn: (text, range) =>
      injectionsIn(text, range).flatMap(({ kind, content }) =>
        kind === 'shell' && content ? [content] : [],
      ),
  },
  template: ['description = "${1:What it does.}"', 'prompt = """', '${0:Do this:} {{args}}', '"""', ''].join(
    '\n',
  ),
  defines: 'command',
  duplicates: null,
});
