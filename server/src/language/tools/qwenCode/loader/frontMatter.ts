import { readStrictYaml, type StrictYaml } from '../../../document/strictYaml.ts';
import { isMapping } from '../../../loading/shape.ts';
import { readByLine } from './lineReader.ts';

/** A front matter as Qwen Code reads it. */
export interface QwenFrontMatter {
  /** Everything that was read, including keys and list items without a value. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The keys that have a value, without nulls at any depth: what Qwen Code uses. */
  readonly values: Readonly<Record<string, unknown>>;
  /** True when strict YAML failed and the values were read line by line. */
  readonly byLine: boolean;
  readonly strict: StrictYaml;
}

/** Reads strict YAML, or line by line where that yields no mapping. `yaml` has LF line ends. */
export function readQwenFrontMatter(yaml: string): QwenFrontMatter {
  const strict = readStrictYaml(yaml);
  const readable = strict.errors.length === 0 && strict.resolves && isObject(strict.value);
  const raw = readable ? (strict.value as Record<string, unknown>) : readByLine(yaml);
  return {
    raw,
    values: withoutNulls(raw),
    byLine: !readable,
    strict,
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Drops keys without a value and empty list items at every level. */
function withoutNulls(map: object): Record<string, unknown> {
  const kept: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(map)) {
    const clean = withoutNull(value, 0);
    if (clean !== undefined) kept[key] = clean;
  }
  return kept;
}

function withoutNull(value: unknown, depth: number): unknown {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (depth > deepest) return value;
  if (Array.isArray(value))
    return value.map(item => withoutNull(item, depth + 1)).filter(item => item !== undefined);
  if (isMapping(value)) {
    const kept: Record<string, unknown> = Object.create(null);
    for (const [key, each] of Object.entries(value)) {
      const clean = withoutNull(each, depth + 1);
      if (clean !== undefined) kept[key] = clean;
    }
    return kept;
  }
  return value;
}

/** Deeper than any field; bounds the work on values that repeat through aliases. */
const deepest = 8;
