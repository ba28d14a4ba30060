import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { readWithSerdeYaml } from '../../../loading/yaml/serdeYaml.ts';
import {
  dropIfLong,
  dropOfType,
  dropWithout,
  type SkillFile,
  type SkillReading,
  skillLoader,
} from '../../shared/skills/skillLoader.ts';
import { splitLikeCopilot } from './frontMatter.ts';

/**
 * How Copilot CLI loads a skill. Measured: its skill events, and the request as sent. With `-p` it says nothing of what
 * it drops.
 */
export const copilotCliSkill = skillLoader({
  tool: 'Copilot CLI',
  version: '1.0.102',
  recorded: '2026-11-29',
  drops: 'Copilot CLI silently does not load the skill',
  isNested: true,
  read,
  settle(skill) {
    const { data, folder } = skill;
    const name = requiredIfWritten('name', 64, skill) ?? folder;
    const description = requiredIfWritten('description', 1024, skill) ?? firstLineOf(skill);
    const hint = data['argument-hint'];
    if (hint !== undefined && typeof hint !== 'string') dropFor('argument-hint', 'string', skill);
    for (const key of ['user-invocable', 'disable-model-invocation'])
      if (data[key] !== undefined && typeof data[key] !== 'boolean') dropFor(key, 'boolean', skill);
    const isHidden = data['disable-model-invocation'] === true;
    return {
      name: name.trim().replace(/\s+/g, '-'),
      description,
      ...(isHidden && { fields: { 'disable-model-invocation': true } }),
    };
  },
});

/** A text that may be missing, and for which the skill is dropped if it is empty, too long or of another type. */
function requiredIfWritten(
  key: 'name' | 'description',
  longest: number,
  skill: SkillFile,
): string | undefined {
  const value = skill.data[key];
  if (value === undefined) return undefined;
  if (value === null || value === '') dropWithout(key, skill);
  else if (typeof value !== 'string') dropOfType(key, skill);
  else {
    dropIfLong(key, value, longest, skill);
    return value;
  }
  return '';
}

/** What stands in for a missing description. */
function firstLineOf({ document, body, places, issues }: SkillFile): string {
  const line =
    document
      .slice(body)
      .split(/\r?\n/)
      .find(each => each.trim() !== '')
      ?.trim() ?? '';
  issues.add(
    'description.missing',
    'changed',
    places.key(['description']),
    {
      problem: '`description` is missing',
      consequence: 'Copilot CLI describes the skill by the first line of its text',
    },
    { field: 'description' },
  );
  return line;
}

function dropFor(key: string, kind: 'string' | 'boolean', { places, issues, drops }: SkillFile): void {
  const demanded =
    kind === 'string'
      ? { problem: `\`${key}\` must be a string`, advice: 'Put the value in quotes' }
      : { problem: `\`${key}\` must be a boolean`, advice: 'Write `true` or `false`, without quotes' };
  issues.add(
    'value.type',
    'rejected',
    places.value([key]),
    { ...demanded, consequence: drops },
    { field: key, data: { expected: [kind] } },
  );
}

function read(text: string): SkillReading {
  const split = splitLikeCopilot(text);
  if (!split) return { state: 'none' };
  const { yaml, toDocument } = unifyLineEnds(text, split.yaml);
  const reading = readWithSerdeYaml(yaml);
  return 'reason' in reading
    ? { state: 'invalid', yaml: split.yaml, reason: reading.reason, offset: toDocument(reading.offset) }
    : { state: 'read', data: reading.value, ...split };
}
