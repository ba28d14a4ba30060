import type { VocabularyEntry } from '../../dialect/dialect.ts';
import { claudeSkillsDocumentation } from './sources.ts';

const url = `${claudeSkillsDocumentation.url!.split('#')[0]}#available-string-substitutions`;

/** Matches `@` and a path that ends in a file with an extension, so that `@alice` does not match. */
const path = '^@[^\\s@`]*[\\w-]\\.\\w+';

/** Filled in only in files of a plugin. */
const claudePluginPlaceholders: readonly VocabularyEntry[] = [
  {
    value: '${CLAUDE_PLUGIN_ROOT}',
    description: 'The folder where the plugin is installed. Plugins only.',
    remark: 'It changes with every update of the plugin, so do not store permanent data there.',
    url,
  },
  {
    value: '${CLAUDE_PLUGIN_DATA}',
    description: 'The folder for data that the plugin keeps across updates. Plugins only.',
    url,
  },
];

/** What Claude Code replaces in the text of skills and commands before the model sees it. */
export const claudeSkillPlaceholders: readonly VocabularyEntry[] = [
  {
    value: '$ARGUMENTS',
    description:
      'Everything written after the command. Without any placeholder for arguments they are appended to the text.',
    url,
  },
  {
    value: '$ARGUMENTS[0]',
    description: 'One argument, counted from 0; arguments that contain spaces are put in quotes.',
    snippet: '\\$ARGUMENTS[${1:0}]',
    pattern: '\\$ARGUMENTS\\[\\d+\\]',
    url,
  },
  {
    value: '$0',
    description: 'The first argument: arguments are counted from 0. `\\$0` stays as it is.',
    url,
  },
  { value: '$1', description: 'The second argument: arguments are counted from 0.', url },
  { value: '$2', description: 'The third argument: arguments are counted from 0.', url },
  { value: '$N', description: 'An argument, counted from 0.', pattern: '\\$\\d+', hidden: true, url },
  {
    value: '!`command`',
    description:
      'The output of a shell command, run before the model sees the text. Only at the start of a line or after whitespace; a code block that opens with three backquotes and `!` runs several lines.',
    snippet: '!`${1:git status}`',
    pattern: '^!`[^`]*`?',
    url,
  },
  {
    value: '@file',
    description: 'The content of a file, by its path from the project’s folder.',
    snippet: '@${1:path/to/file}',
    pattern: path,
    url,
  },
  { value: '${CLAUDE_SESSION_ID}', description: 'The ID of the session.', url },
  {
    value: '${CLAUDE_EFFORT}',
    description: 'How hard the model thinks in this session: `low` … `max`.',
    url,
  },
  {
    value: '${CLAUDE_SKILL_DIR}',
    description:
      'The folder of the `SKILL.md`, for scripts and files next to it. In the Bash rules of `allowed-tools` too.',
    url,
  },
  {
    value: '${CLAUDE_PROJECT_DIR}',
    description: 'The folder of the project. In the Bash rules of `allowed-tools` too.',
    url,
  },
  ...claudePluginPlaceholders,
];

/** `@path`, by which CLAUDE.md files and similar files include other files. */
export const claudeImport: VocabularyEntry = {
  value: '@path',
  description:
    'Includes another file, by its path from this file’s folder. At most four files deep; not in code. A missing file is skipped silently.',
  snippet: '@${1:path/to/file.md}',
  pattern: path,
  url: 'https://code.claude.com/docs/en/memory#import-additional-files',
};
