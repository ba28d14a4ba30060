import type { VocabularyEntry } from '../../dialect/dialect.ts';
import { openCodePermissions } from '../openCode/vocabulary.ts';

/* The words of Kilo 7.7.9 in which it differs from OpenCode, from which it grew. */

/** The keys of `permission`: OpenCode's and one more. */
export const kiloPermissions: readonly VocabularyEntry[] = [
  ...openCodePermissions.map(({ url: _, ...term }) => term),
  { value: 'agent_manager', description: 'Starting and steering agents of the agent manager.' },
];

/** The agents that come with Kilo (measured). */
export const kiloBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'code', description: 'Writes code; where a session begins.' },
  { value: 'ask', description: 'Answers questions without changing files.' },
  { value: 'debug', description: 'Looks for the cause of a fault.' },
  { value: 'plan', description: 'Plans without changing files.' },
  { value: 'orchestrator', description: 'Hands parts of a task to other agents.' },
  { value: 'explore', description: 'Searches a code base.' },
  { value: 'general', description: 'Works on tasks of several steps.' },
];

/** What Kilo fills into prompts. `{env:…}` is no placeholder: in a project's file it makes Kilo leave the file out. */
export const kiloPromptPlaceholders: readonly VocabularyEntry[] = [
  {
    value: '{file:path}',
    description: 'The text of that file, from the folder of this one. Nothing when it does not exist.',
  },
];

/** The folders that Kilo reads, in a project and in the user's own. */
const kiloFolders = ['.kilo', '.kilocode', '.config/kilo'];

/** The globs of what lies in folders of these names, at any depth: `agents`, `agent`. */
export function kiloFiles(names: readonly string[], below: '**/*.md' | '*.md'): string[] {
  return kiloFolders.flatMap(folder => names.map(name => `**/${folder}/${name}/${below}`));
}
