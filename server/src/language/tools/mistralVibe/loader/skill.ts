import { splitAtBoundaries } from '../../../loading/yaml/python/frontMatter.ts';
import { PythonDict, type PythonValue } from '../../../loading/yaml/python/values.ts';
import {
  dropUnlessBoolean,
  dropUnlessText,
  pydanticBoolean,
  pythonField,
  pythonMetadata,
  readPythonSkill,
  skillFields,
} from '../../shared/skills/pythonSkill.ts';
import {
  dropIfLong,
  dropOfType,
  dropWithout,
  type SkillFile,
  type SkillReading,
  skillLoader,
} from '../../shared/skills/skillLoader.ts';

const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** The names of its own skills: another one of that name is skipped. */
const builtInNames = ['skill-creator', 'vibe'];

/** How Mistral Vibe loads a skill. Measured: its skill manager, one file per case. It reads with PyYAML, in Python. */
export const mistralVibeSkill = skillLoader({
  tool: 'Mistral Vibe',
  version: '3.0.2',
  recorded: '2026-11-29',
  drops: 'Mistral Vibe does not load the skill',
  isNested: false,
  needsFolder: true,
  read,
  settle(skill) {
    const name = requiredText('name', 64, skill);
    const description = requiredText('description', 1024, skill);
    reportName(name, skill);
    for (const key of ['license', 'compatibility']) dropUnlessText(key, skill);
    const metadata = pythonMetadata(skill);
    dropTools(skill);
    for (const key of ['user-invocable', 'disable-model-invocation'])
      dropUnlessBoolean(nameOf(key, skill), skill);
    const isCalled = pythonField(nameOf('user-invocable', skill), skill) ?? true;
    return {
      name,
      description,
      fields: {
        ...skillFields({
          license: pythonField('license', skill),
          compatibility: pythonField('compatibility', skill),
          metadata,
          'disable-model-invocation': pydanticBoolean(
            pythonField(nameOf('disable-model-invocation', skill), skill),
          ),
        }),
        ...(!pydanticBoolean(isCalled) && { 'user-invocable': false }),
      },
    };
  },
});

function read(text: string): SkillReading {
  const start = /^\uFEFF*/.exec(text)![0].length;
  const parts = splitAtBoundaries(text, start);
  if (!parts || text.slice(parts.above.start, parts.above.end).trim() !== '') return { state: 'none' };
  const reading = readPythonSkill(text, parts, 'python');
  return reading.state === 'read' && reading.data === null ? { ...reading, data: {} } : reading;
}

function requiredText(key: 'name' | 'description', longest: number, skill: SkillFile): string {
  const value = pythonField(key, skill);
  if (value === undefined || value === null || value === '') dropWithout(key, skill);
  else if (typeof value !== 'string') dropUnlessText(key, skill);
  else {
    dropIfLong(key, value, longest, skill);
    return value;
  }
  return '';
}

function reportName(name: string, { issues, places, folder, drops }: SkillFile): void {
  if (name === '' || [...name].length > 64) return;
  const place = places.value(['name']);
  if (!nameForm.test(name))
    issues.add(
      'name.invalid',
      'rejected',
      place,
      {
        problem: '`name` must be lowercase letters, digits and single hyphens',
        consequence: drops,
        advice: 'Use no other characters, and no hyphen at either end',
      },
      { field: 'name', data: { demand: { pattern: nameForm.source } } },
    );
  else if (builtInNames.includes(name))
    issues.add(
      'name.invalid',
      'fails',
      place,
      {
        problem: `\`${name}\` is the name of a built-in skill`,
        consequence: 'Mistral Vibe uses its own skill of that name instead',
        advice: 'Use another name',
      },
      { field: 'name' },
    );
  else if (name !== folder)
    issues.add(
      'name.invalid',
      'noted',
      place,
      {
        problem: '`name` must be the name of the folder',
        consequence: 'Mistral Vibe loads the skill under this name, and logs a warning',
        advice: `Use \`${folder}\``,
      },
      { field: 'name', data: { demand: { sameAs: 'folder' } } },
    );
}

/** The key under which a field is written: with hyphens, or else with underscores. */
function nameOf(key: string, { data }: SkillFile): string {
  return data[key] === undefined ? key.replaceAll('-', '_') : key;
}

function dropTools(skill: SkillFile): void {
  const key = nameOf('allowed-tools', skill);
  const value = pythonField(key, skill);
  if (value === undefined || value === null || typeof value === 'string') return;
  const items: readonly PythonValue[] | undefined =
    value instanceof PythonDict
      ? value.items().map(([name]) => name)
      : Array.isArray(value)
        ? value
        : undefined;
  if (items?.every(item => typeof item === 'string')) return;
  if (items)
    skill.issues.add(
      'value.type',
      'rejected',
      skill.places.value([key]),
      {
        problem: `\`${key}\` must be a list of strings`,
        consequence: skill.drops,
        advice: 'Put the items in quotes',
      },
      { field: key, data: { expected: ['list'] } },
    );
  else dropOfType(key, skill);
}
