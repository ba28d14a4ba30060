import { boolean, listOrText, type Mismatch, type Shape, text } from '../../../loading/shape.ts';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A field of the front matter that Kimi Code checks. `null` counts as absent. */
const checks: Readonly<Record<string, Shape>> = {
  name: (value, path) => {
    const form = 'lowercase letters, digits and single hyphens';
    if (typeof value !== 'string') return text()(value, path);
    return value.trim() === '' || kebab.test(value.trim())
      ? []
      : [{ path, problem: 'form', expected: form, demand: { pattern: kebab.source } }];
  },
  override: boolean,
  tools: names,
  disallowedTools: names,
  subagents: names,
};

/** The mismatches of the front matter, in the order of Kimi Code. The first is enough to refuse the file. */
export function kimiMismatches(data: Record<string, unknown>, nameOfFile: string): Mismatch[] {
  const mismatches = Object.entries(checks).flatMap(([key, shape]) =>
    data[key] === undefined || data[key] === null ? [] : shape(data[key], [key]),
  );
  if (nameOf(data) === undefined && !kebab.test(nameOfFile))
    mismatches.unshift({
      path: ['name'],
      problem: 'missing',
      expected: 'a name, since the name of the file is not lowercase words joined by hyphens',
    });
  const { description } = data;
  if (
    description === undefined ||
    description === null ||
    (typeof description === 'string' && description.trim() === '')
  )
    mismatches.push({ path: ['description'], problem: 'missing', expected: '' });
  else if (typeof description !== 'string') mismatches.push(...text()(description, ['description']));
  return mismatches;
}

/** The name in the front matter, trimmed; `undefined` when it is absent or empty, and the name of the file applies. */
export function nameOf(data: Record<string, unknown>): string | undefined {
  return typeof data.name === 'string' && data.name.trim() !== '' ? data.name.trim() : undefined;
}

/** A list of names as Kimi Code reads it; `undefined` when the key is absent or has no value. */
export function namesIn(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const parts = Array.isArray(value) ? value.map(String) : String(value).split(',');
  return parts.map(part => part.trim()).filter(part => part !== '');
}

function names(value: unknown, path: readonly (string | number)[]): readonly Mismatch[] {
  if (typeof value === 'string') return [];
  if (!Array.isArray(value)) return listOrText(text())(value, path);
  return value.flatMap((item, index) =>
    typeof item === 'string' && item.trim() !== ''
      ? []
      : [
          {
            path: [...path, index],
            problem: 'type',
            expected: 'a non-empty string',
            accepts: ['string'],
          } satisfies Mismatch,
        ],
  );
}
