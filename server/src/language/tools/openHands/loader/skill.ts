import type { AgentDocument } from '../../../document/agentDocument.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { type PythonValue, pythonText, pythonTypeText } from '../../../loading/yaml/python/values.ts';
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
  noFrontMatterCause,
  type SkillFile,
  type SkillReading,
  skillLoader,
} from '../../shared/skills/skillLoader.ts';
import { impossibleKey, splitLikeOpenHands } from './frontMatter.ts';
import { openHandsRelease } from './release.ts';

const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestDescription = 1024;

/** How OpenHands loads a skill. Measured: `load_project_skills`, one file per case. It only logs what it drops. */
export const openHandsSkill = skillLoader({
  ...openHandsRelease,
  drops: 'OpenHands does not load the skill, and only logs that',
  isNested: false,
  needsFolder: true,
  anyCase: true,
  read,
  settle(skill) {
    const { document, issues, folder } = skill;
    const written = pythonField('name', skill);
    const name = written === undefined ? folder : pythonText(written);
    if (splitLikeOpenHands(document.text).yaml === undefined)
      issues.addCause(
        noFrontMatterCause(document),
        'ignored',
        'OpenHands reads no field of it: it names the skill after its folder and describes it by a line of its text',
      );
    else if (!isText(pythonField('description', skill))) reportUndescribed(skill);
    reportName(name, written, skill);
    for (const key of ['description', 'license', 'compatibility']) dropUnlessText(key, skill);
    const metadata = pythonMetadata(skill);
    dropTools(skill);
    dropHidden(skill);
    dropLists(skill);
    const description = pythonField('description', skill);
    return {
      name,
      description: typeof description === 'string' ? shortened(description, skill) : null,
      fields: skillFields({
        license: pythonField('license', skill),
        compatibility: pythonField('compatibility', skill),
        metadata,
        'disable-model-invocation':
          pydanticBoolean(eitherOf('disable-model-invocation', skill)?.value) || hasPaths(skill),
      }),
    };
  },
});

function read(text: string, document: AgentDocument): SkillReading {
  const { yaml, body } = splitLikeOpenHands(text);
  if (!yaml) return { state: 'read', data: {}, yaml: { start: 0, end: 0 }, body };
  const reading = readPythonSkill(text, { yaml, body }, 'libyaml');
  if (reading.state !== 'read') return reading;
  // Anything but a mapping is dropped silently.
  if (!isMapping(reading.data)) return { ...reading, data: {} };
  const refusal = impossibleKey(document, reading.keys ?? []);
  return refusal ? { ...reading, refusal } : reading;
}

function isText(value: PythonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

/** Without a description OpenHands shows the first line that is not a heading. */
function reportUndescribed({ places, issues, data }: SkillFile): void {
  if (data.description !== undefined && data.description !== null && data.description !== '') return;
  issues.add(
    'description.missing',
    'changed',
    places.key(['description']),
    {
      problem:
        data.description === undefined
          ? problems.missingKey('description')
          : problems.emptyKey('description'),
      consequence: 'OpenHands describes the skill by a line of its text',
    },
    { field: 'description' },
  );
}

function reportName(name: string, written: PythonValue | undefined, skill: SkillFile): void {
  const { issues, places, folder, drops } = skill;
  const drop = (problem: string, advice: string, demand: object) =>
    issues.add(
      'name.invalid',
      'rejected',
      places.value(['name']),
      { problem, consequence: drops, advice },
      { field: 'name', data: { demand } },
    );
  const length = [...name].length;
  if (written !== undefined && typeof written !== 'string' && !nameForm.test(name))
    drop('`name` must be a string', `Put it in quotes; it is ${pythonTypeText(written)}`, {});
  else if (length > 64)
    drop('`name` must have at most 64 characters', `Shorten it; it has ${length}`, { longest: 64 });
  else if (!nameForm.test(name))
    drop(
      '`name` must be lowercase letters, digits and single hyphens',
      'Use no other characters, and no hyphen at either end',
      { pattern: nameForm.source },
    );
  else if (name !== folder)
    drop('`name` must be the name of the folder', `Use \`${folder}\``, { sameAs: 'folder' });
}

/** A field under either of two names; the one with hyphens wins. */
function eitherOf(key: string, skill: SkillFile): { key: string; value: PythonValue } | undefined {
  for (const each of [key, key.replaceAll('-', '_')]) {
    const value = pythonField(each, skill);
    if (value !== undefined) return { key: each, value };
  }
  return undefined;
}

function dropTools(skill: SkillFile): void {
  const found = eitherOf('allowed-tools', skill);
  if (found && found.value !== null && typeof found.value !== 'string' && !Array.isArray(found.value))
    dropField(found.key, 'a string or a list', ['string', 'list'], skill);
}

function dropHidden(skill: SkillFile): void {
  const found = eitherOf('disable-model-invocation', skill);
  if (found && found.value !== null) dropUnlessBoolean(found.key, skill);
}

/** The keys of OpenHands’s own, by which a skill is brought in without being asked for. */
function dropLists(skill: SkillFile): void {
  const triggers = pythonField('triggers', skill);
  const paths = pythonField('paths', skill);
  const inputs = pythonField('inputs', skill);
  const isText = (value: PythonValue) => typeof value === 'string';
  if (triggers !== undefined && !(Array.isArray(triggers) && (hasPaths(skill) || triggers.every(isText))))
    dropField('triggers', 'a list of strings', ['list'], skill);
  if (paths !== undefined && paths !== null && typeof paths !== 'string' && !Array.isArray(paths))
    dropField('paths', 'a string or a list', ['string', 'list'], skill);
  if (inputs !== undefined && !hasPaths(skill) && !Array.isArray(inputs))
    dropField('inputs', 'a list', ['list'], skill);
}

function hasPaths(skill: SkillFile): boolean {
  const paths = pythonField('paths', skill);
  const list = typeof paths === 'string' ? paths.split(',') : Array.isArray(paths) ? paths : [];
  return list.some(item => pythonText(item).trim() !== '');
}

function dropField(
  key: string,
  what: string,
  expected: readonly ('string' | 'list')[],
  { issues, places, drops }: SkillFile,
): void {
  issues.add(
    'value.type',
    'rejected',
    places.value([key]),
    { problem: `\`${key}\` must be ${what}`, consequence: drops },
    { field: key, data: { expected } },
  );
}

/** A long description loses its middle to a notice with the path. */
function shortened(description: string, { issues, places, path }: SkillFile): string {
  const characters = [...description];
  if (characters.length <= longestDescription) return description;
  const notice = `<response clipped><NOTE>Due to the max output limit, only part of the full description is shown. You can view the complete skill content at ${path}.</NOTE>`;
  issues.add(
    'description.invalid',
    'changed',
    places.value(['description']),
    {
      problem: '`description` must have at most 1,024 characters',
      consequence: 'OpenHands shows the model its start and its end',
      advice: `Shorten it; it has ${characters.length.toLocaleString('en-US')}`,
    },
    { field: 'description', data: { demand: { longest: longestDescription } } },
  );
  const left = longestDescription - [...notice].length;
  if (left <= 0) return [...notice].slice(0, longestDescription).join('');
  const head = Math.ceil(left / 2);
  return (
    characters.slice(0, head).join('') + notice + characters.slice(characters.length - (left - head)).join('')
  );
}
