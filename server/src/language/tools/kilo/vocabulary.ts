import type { VocabularyEntry } from '../../dialect/dialect.ts';
import { openCodePermissions } from '../openCode/vocabulary.ts';

/* The vocabulary of Kilo 7.7.9 where it differs from OpenCode, of which it is a fork. */

/** The keys of `permission`: OpenCode's and one more. */
export const kiloPermissions: readonly VocabularyEntry[] = [
  ...openCodePermissions.map(({ url: _, ...entry }) => entry),
  { value: 'agent_manager', description: 'Starts and controls agents of the agent manager.' },
];

/** The agents that come with Kilo (measured). */
export const kiloBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'code', description: 'Writes code; the agent of a new session.' },
  { value: 'ask', description: 'Answers questions without changing files.' },
  { value: 'debug', description: 'Finds the cause of an error.' },
  { value: 'plan', description: 'Plans without changing files.' },
  { value: 'orchestrator', description: 'Delegates parts of a task to other agents.' },
  { value: 'explore', description: 'Searches a codebase.' },
  { value: 'general', description: 'Works on tasks of several steps.' },
];

/** The placeholders in prompts. `{env:…}` is not one: in a project's file it makes Kilo skip the file. */
export const kiloPromptPlaceholders: readonly VocabularyEntry[] = [
  {
    value: '{file:path}',
    description:
      'The text of that file, relative to the folder of this one. Empty when the file does not exist.',
  },
];

/** The folders that Kilo reads, in a project and in the home folder. */
const kiloFolders = ['.kilo', '.kilocode', '.config/kilo'];

/** The globs of the files in folders of these names: `agents`, `agent`. */
export function kiloFiles(names: readonly string[], below: '**/*.md' | '*.md'): string[] {
  return kiloFolders.flatMap(folder => names.map(name => `**/${folder}/${name}/${below}`));
}
