import type { Source, VocabularyEntry } from '../../dialect/dialect.ts';

/** The released program and its parser, run offline on test files. */
export const kimiObserved: Source = {
  title: 'Kimi Code 2.1.0, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

/** The placeholders that Kimi Code fills in a prompt. Any other `${name}` is left unchanged. */
export const kimiPlaceholders: readonly VocabularyEntry[] = [
  { value: '${base_prompt}', description: 'The prompt of the default agent, to build on.' },
  { value: '${agents_md}', description: 'The text of the AGENTS.md files that apply.' },
  { value: '${cwd}', description: 'The working directory of the session.' },
  { value: '${cwd_listing}', description: 'The contents of that directory.' },
  { value: '${os}', description: 'The operating system.' },
  { value: '${shell}', description: 'The shell in which commands run.' },
  { value: '${skills}', description: 'The available skills.' },
  {
    value: '${skills_section}',
    description: 'A section on the available skills; empty when there are none.',
  },
  { value: '${plugin_sections}', description: 'The sections of plugins; empty when there are none.' },
  {
    value: '${additional_dirs_section}',
    description: 'A section on additional directories; empty when there are none.',
  },
  { value: '${product_name}', description: 'The name of the product.' },
];
