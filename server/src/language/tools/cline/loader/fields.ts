import { list, type Mismatch, map, number, type Shape, text, textThat } from '../../../loading/shape.ts';

const filled = textThat(value => value.trim() !== '', 'text that is not blank');

const names: Shape = (value, path) =>
  typeof value === 'string'
    ? []
    : list(text(), 'a list of names, or names with commas between them')(value, path);

const shape = map({
  required: { name: filled, description: filled },
  optional: {
    tools: names,
    skills: names,
    providerId: filled,
    modelId: filled,
    maxIterations: number('a whole number above 0', value => Number.isSafeInteger(value) && value > 0),
  },
});

/** The keys that Cline reads. All others are passed over. */
export const clineKeys = ['name', 'description', 'tools', 'skills', 'providerId', 'modelId', 'maxIterations'];

/** What Cline holds against the front matter. One issue is enough to refuse the file. */
export function clineMismatches(data: Record<string, unknown>): readonly Mismatch[] {
  return shape(data, []);
}

/** A list of names as Cline takes it: trimmed, without blanks and repetitions; `undefined` when absent. */
export function clineNames(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const parts = Array.isArray(value) ? value.map(String) : String(value).split(',');
  return [...new Set(parts.map(part => part.trim()).filter(part => part !== ''))];
}
