import type { OffsetRange } from '../../../document/offsets.ts';
import { isMapping } from '../../../loading/shape.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { type PyYamlReader, readPyYaml } from '../../../loading/yaml/python/readPyYaml.ts';
import {
  PythonDict,
  type PythonValue,
  plainValue,
  pythonRecord,
  pythonText,
  pythonTypeText,
} from '../../../loading/yaml/python/values.ts';
import { dropOfType, type SkillFile, type SkillReading } from './skillLoader.ts';

/** Reads the front matter of a skill with PyYAML. */
export function readPythonSkill(
  text: string,
  parts: { readonly yaml: OffsetRange; readonly body: OffsetRange },
  reader: PyYamlReader,
): SkillReading & { readonly keys?: readonly PythonValue[] } {
  const { yaml, toDocument } = unifyLineEnds(text, parts.yaml);
  const reading = readPyYaml(yaml, reader);
  if ('reason' in reading)
    return { state: 'invalid', yaml: parts.yaml, reason: reading.reason, offset: toDocument(reading.offset) };
  const { value } = reading;
  return value instanceof PythonDict
    ? { state: 'read', data: pythonRecord(value), keys: value.items().map(([key]) => key), ...parts }
    : { state: 'read', data: plainValue(value), ...parts };
}

/** A field of a skill that PyYAML has read; `undefined` where the key is absent. */
export function pythonField(key: string, { data }: SkillFile): PythonValue | undefined {
  return data[key] as PythonValue | undefined;
}

/** Drops a skill for a value other than a string or nothing. */
export function dropUnlessText(key: string, skill: SkillFile): void {
  const value = pythonField(key, skill);
  if (value !== undefined && value !== null && typeof value !== 'string')
    dropOfType(key, skill, pythonTypeText(value));
}

const booleanWords = /^(?:0|1|on|off|t|f|true|false|y|n|yes|no)$/i;

/** True for what pydantic takes for a boolean: also 0, 1, and words for them in quotes. */
export function isPydanticBoolean(value: PythonValue): boolean {
  return typeof value === 'boolean' || (typeof value !== 'object' && booleanWords.test(String(value)));
}

/** What pydantic makes of a value that it takes for a boolean. */
export function pydanticBoolean(value: PythonValue | undefined): boolean {
  return /^(?:1|on|t|true|y|yes)$/i.test(String(value));
}

/** Drops a skill for a value that pydantic takes for no boolean. */
export function dropUnlessBoolean(key: string, skill: SkillFile): void {
  const value = pythonField(key, skill);
  if (value === undefined || isPydanticBoolean(value)) return;
  skill.issues.add(
    'value.type',
    'rejected',
    skill.places.value([key]),
    { problem: `\`${key}\` must be a boolean`, consequence: skill.drops, advice: 'Write `true` or `false`' },
    { field: key, data: { expected: ['boolean'] } },
  );
}

/** The custom keys of a skill, each value as Python writes it; the skill is dropped for anything but a mapping. */
export function pythonMetadata(skill: SkillFile): Readonly<Record<string, string>> {
  const value = pythonField('metadata', skill);
  if (value === undefined || value === null) return {};
  if (value instanceof PythonDict)
    return Object.fromEntries(value.items().map(([key, item]) => [pythonText(key), pythonText(item)]));
  skill.issues.add(
    'value.type',
    'rejected',
    skill.places.value(['metadata']),
    { problem: '`metadata` must be a mapping', consequence: skill.drops },
    { field: 'metadata', data: { expected: ['mapping'] } },
  );
  return {};
}

/** The fields of a skill that take effect, without those that are empty. */
export function skillFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        value !== false &&
        !(Array.isArray(value) && value.length === 0) &&
        !(isMapping(value) && Object.keys(value).length === 0),
    ),
  );
}
