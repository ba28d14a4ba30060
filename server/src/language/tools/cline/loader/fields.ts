import {
  listOrText,
  type Mismatch,
  map,
  number,
  type Shape,
  text,
  textThat,
} from '../../../loading/shape.ts';

const nonEmpty = textThat(value => value.trim() !== '', 'a non-empty string');
const filled: Shape = (value, path) =>
  typeof value === 'string' ? nonEmpty(value, path) : text()(value, path);

const names = listOrText(text());

const shape = map({
  required: { name: filled, description: filled },
  optional: {
    tools: names,
    skills: names,
    providerId: filled,
    modelId: filled,
    maxIterations: number('a positive integer', value => Number.isSafeInteger(value) && value > 0),
  },
});

/** The keys that Cline reads. All others are ignored. */
export const clineKeys = ['name', 'description', 'tools', 'skills', 'providerId', 'modelId', 'maxIterations'];

/** The mismatches of the front matter. One is enough to refuse the file. */
export function clineMismatches(data: Record<string, unknown>): readonly Mismatch[] {
  return shape(data, []);
}

/** A list of names as Cline reads it: trimmed, without empty names and duplicates; `undefined` when missing. */
export function clineNames(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const parts = Array.isArray(value) ? value.map(String) : String(value).split(',');
  return [...new Set(parts.map(part => part.trim()).filter(part => part !== ''))];
}
