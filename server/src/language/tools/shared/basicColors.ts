import type { VocabularyEntry } from '../../dialect/dialect.ts';

/** The eight colours of Claude Code by name, where a tool has taken the names over; each tool shows its own shades. */
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
