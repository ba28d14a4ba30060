import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';
import { basicColors } from '../shared/basicColors.ts';

/** The released program's listing, run offline on files written for the purpose. */
export const qoderObserved: Source = {
  title: 'Qoder CLI 1.1.52, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

/** What a field is for, which the listing does not show. */
export const qoderDocumentation: Source = {
  title: 'Qoder documentation, subagents',
  url: 'https://docs.qoder.com/extensions/subagent',
  verified: '2026-11-21',
  evidence: 'secondHand',
};

/** What becomes of a file with a wrong value, wherever it stands. */
export const qoderWhenWrong =
  'Qoder CLI then does not load the file and only counts it among its errors. So it does for a key with nothing behind the colon.';

/** `color`. Case counts, and another word refuses the file. */
export const qoderColorTerms: readonly VocabularyEntry[] = basicColors;

/** The words of `effort`; a whole number above 0 is taken too. */
export const qoderEffortTerms: readonly VocabularyEntry[] = [
  { value: 'low', description: 'Little thinking.' },
  { value: 'medium', description: 'Some thinking.' },
  { value: 'high', description: 'Much thinking.' },
  { value: 'xhigh', description: 'Very much thinking.' },
  { value: 'max', description: 'As much thinking as there can be.' },
];

/** `memory`. */
export const qoderMemoryTerms: readonly VocabularyEntry[] = [
  { value: 'user', description: 'Remembers across all projects.' },
  { value: 'project', description: 'Remembers for this project.' },
  { value: 'local', description: 'Remembers for this project on this machine only.' },
];

/** `kind`. */
export const qoderKindTerms: readonly VocabularyEntry[] = [
  { value: 'local', description: 'Runs here.' },
  { value: 'remote', description: 'Runs elsewhere.' },
];

/** Tools by the names of Claude Code, which Qoder shares. What becomes of other names was not observed. */
export const qoderTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads files.' },
  { value: 'Grep', description: 'Searches in files.' },
  { value: 'Glob', description: 'Finds files by a pattern.' },
  { value: 'Edit', description: 'Edits files.' },
  { value: 'Write', description: 'Writes files.' },
  { value: 'Bash', description: 'Runs commands in the shell.' },
  { value: 'WebFetch', description: 'Reads pages from the web.' },
  { value: 'WebSearch', description: 'Searches the web.' },
];

/** The agents that Qoder CLI brings along. A file of the project shadows one of the same name. */
export const qoderBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'general-purpose', description: 'Works on a task of any kind.' },
  { value: 'Explore', description: 'Looks through a code base.' },
  { value: 'Plan', description: 'Makes plans.' },
  { value: 'qoder-guide', description: 'Answers questions about Qoder.' },
  { value: 'statusline-setup', description: 'Sets the status line up.' },
];
