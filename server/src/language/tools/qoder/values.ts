import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';
import { basicColors } from '../shared/basicColors.ts';

/** The listing of the released program, run offline on test files. */
export const qoderObserved: Source = {
  title: 'Qoder CLI 1.1.52, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

/** The purposes of the fields, which the listing does not show. */
export const qoderDocumentation: Source = {
  title: 'Qoder documentation, subagents',
  url: 'https://docs.qoder.com/extensions/subagent',
  verified: '2026-11-21',
  evidence: 'secondHand',
};

/** What happens to a file with an invalid value in any field. */
export const qoderWhenWrong =
  'Qoder CLI then does not load the file and only counts it among its errors. The same happens for a key without a value.';

/** The values of `color`, case-sensitive; another value refuses the file. */
export const qoderColorTerms: readonly VocabularyEntry[] = basicColors;

/** The named values of `effort`; a positive integer is accepted too. */
export const qoderEffortTerms: readonly VocabularyEntry[] = [
  { value: 'low', description: 'Little reasoning.' },
  { value: 'medium', description: 'Some reasoning.' },
  { value: 'high', description: 'Much reasoning.' },
  { value: 'xhigh', description: 'Very much reasoning.' },
  { value: 'max', description: 'The maximum of reasoning.' },
];

/** The values of `memory`. */
export const qoderMemoryTerms: readonly VocabularyEntry[] = [
  { value: 'user', description: 'Remembers across all projects.' },
  { value: 'project', description: 'Remembers for this project.' },
  { value: 'local', description: 'Remembers for this project on this machine only.' },
];

/** The values of `kind`. */
export const qoderKindTerms: readonly VocabularyEntry[] = [
  { value: 'local', description: 'Runs locally.' },
  { value: 'remote', description: 'Runs remotely.' },
];

/** Tools, with the same names as in Claude Code. The effect of other names was not observed. */
export const qoderTools: readonly VocabularyEntry[] = [
  { value: 'Read', description: 'Reads files.' },
  { value: 'Grep', description: 'Searches files.' },
  { value: 'Glob', description: 'Finds files by a pattern.' },
  { value: 'Edit', description: 'Edits files.' },
  { value: 'Write', description: 'Writes files.' },
  { value: 'Bash', description: 'Runs shell commands.' },
  { value: 'WebFetch', description: 'Reads web pages.' },
  { value: 'WebSearch', description: 'Searches the web.' },
];

/** The built-in agents of Qoder CLI. A file of the project overrides one of the same name. */
export const qoderBuiltInAgents: readonly VocabularyEntry[] = [
  { value: 'general-purpose', description: 'Works on any kind of task.' },
  { value: 'Explore', description: 'Explores a code base.' },
  { value: 'Plan', description: 'Creates plans.' },
  { value: 'qoder-guide', description: 'Answers questions about Qoder.' },
  { value: 'statusline-setup', description: 'Sets up the status line.' },
];
