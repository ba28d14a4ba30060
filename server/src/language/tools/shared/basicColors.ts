import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** The eight color names of Claude Code, for tools that use the same names with their own shades. */
export const basicColors: readonly VocabularyEntry[] = [
  { value: 'red', description: 'Red.' },
  { value: 'blue', description: 'Blue.' },
  { value: 'green', description: 'Green.' },
  { value: 'yellow', description: 'Yellow.' },
  { value: 'purple', description: 'Purple.' },
  { value: 'orange', description: 'Orange.' },
  { value: 'pink', description: 'Pink.' },
  { value: 'cyan', description: 'Cyan.' },
];
