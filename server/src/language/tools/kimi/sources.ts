import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';

/** The released program, run offline on files written for the purpose, and its reader. */
export const kimiObserved: Source = {
  title: 'Kimi Code 2.1.0, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

/** What Kimi Code fills into an agent's prompt. Any other `${word}` stays as it is. */
export const kimiPlaceholders: readonly VocabularyEntry[] = [
  { value: '${base_prompt}', description: 'The prompt of the default agent, to build on.' },
  { value: '${agents_md}', description: 'The text of the AGENTS.md files that apply.' },
  { value: '${cwd}', description: 'The folder of the session.' },
  { value: '${cwd_listing}', description: 'What is in that folder.' },
  { value: '${os}', description: 'The operating system.' },
  { value: '${shell}', description: 'The shell that commands are run in.' },
  { value: '${skills}', description: 'The skills that are at hand.' },
  {
    value: '${skills_section}',
    description: 'A section on the skills that are at hand; empty when there are none.',
  },
  { value: '${plugin_sections}', description: 'What plugins have to say; empty when there are none.' },
  {
    value: '${additional_dirs_section}',
    description: 'A section on further folders; empty when there are none.',
  },
  { value: '${product_name}', description: 'The name of the product.' },
];
