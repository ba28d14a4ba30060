import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { byteOrderMarkCause, delimiterCause } from '../../../loading/delimiterCause.ts';
import { type Cause, IssueCollector } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { type Places, placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping, typeName } from '../../../loading/shape.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { repairedText } from './repairedLine.ts';

/** What a tool reads of the front matter of a `SKILL.md`. */
export type SkillReading =
  | {
      readonly state: 'read';
      readonly data: unknown;
      /** The text that the YAML parser got. */
      readonly yaml: OffsetRange;
      readonly body: OffsetRange;
      /** Keys whose values the tool repaired, because the YAML is invalid. */
      readonly repaired?: readonly string[];
      /** Why the tool drops the skill, although the YAML is valid. */
      readonly refusal?: Cause;
    }
  | {
      readonly state: 'invalid';
      readonly yaml: OffsetRange;
      readonly reason: string;
      readonly offset: number;
    }
  | { readonly state: 'none' };

/** A skill with its front matter read, before its fields are checked. */
export interface SkillFile {
  readonly document: AgentDocument;
  /** The path as the tool sees it. */
  readonly path: string;
  /** The name of the skill's folder. */
  readonly folder: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Places;
  readonly body: OffsetRange;
  readonly issues: IssueCollector;
  /** What the tool does with a skill that it drops. */
  readonly drops: string;
}

/** What the tool makes of a skill. */
export interface Skill {
  readonly name: string;
  readonly description: string | null;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** How one tool reads skills. */
export interface SkillTool {
  readonly tool: string;
  readonly version: string;
  readonly recorded: string;
  /** What the tool does with a skill that it drops; names the tool. */
  readonly drops: string;
  /** True if it reads skills in folders below those directly in the folder of skills. */
  readonly isNested: boolean;
  /** Set if it reads no skill that is directly in the folder of skills. */
  readonly needsFolder?: true;
  /** Set if it reads `skill.md` too, in any letter case. */
  readonly anyCase?: true;
  readonly read: (text: string, document: AgentDocument) => SkillReading;
  /** Checks the fields. The skill is dropped if that reports an issue with the effect `rejected`. */
  readonly settle: (skill: SkillFile) => Skill;
}

/** Returns the loader of a tool that reads skills from `SKILL.md`, as measured. */
export function skillLoader(facts: SkillTool): Loader {
  const { tool, version, recorded } = facts;
  return {
    tool,
    version,
    recorded,
    evidence: 'measured',
    load: input => load(input.document, input.path, facts),
  };
}

function load(document: AgentDocument, path: string, facts: SkillTool): LoadResult {
  const { tool, drops, read, settle } = facts;
  const issues = new IssueCollector();
  const [folder = '', file = ''] = path.split('/').slice(-2);
  const advice = misplacement(path, file, facts);
  if (advice) {
    issues.add('file.notRead', 'rejected', document.frontMatter.open, {
      problem: 'File is not read here',
      consequence: drops,
      advice,
    });
    return refused(issues);
  }
  const reading = read(document.text, document);
  if (reading.state === 'none') issues.addCause(noFrontMatterCause(document), 'rejected', drops);
  else if (reading.state === 'invalid') reportYamlError(document, reading.yaml, reading, drops, issues);
  else if (reading.refusal) issues.addCause(reading.refusal, 'rejected', drops);
  else if (!isMapping(reading.data))
    issues.addCause(notMappingCause(document, reading.yaml), 'rejected', drops);
  else {
    const { data, body } = reading;
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    for (const key of reading.repaired ?? [])
      issues.add('yaml.repaired', 'noted', places.value([key]), repairedText(document, key, tool), {
        field: key,
        data: { key },
      });
    const { name, description, fields } = settle({
      document,
      path,
      folder,
      data,
      places,
      body,
      issues,
      drops,
    });
    if (!issues.issues.some(({ effect }) => effect === 'rejected'))
      return {
        ...nothingLoaded,
        loads: true,
        name,
        description,
        fields: { name, description, ...fields },
        issues: issues.inTextOrder(),
        body,
      };
  }
  return refused(issues);
}

/** What to do about a file that the tool does not read where it lies; `undefined` if it does. */
function misplacement(
  path: string,
  file: string,
  { isNested, needsFolder, anyCase }: SkillTool,
): string | undefined {
  if ((anyCase ? file.toUpperCase().replace(/MD$/, 'md') : file) !== 'SKILL.md')
    return 'Rename it to `SKILL.md`';
  const below = /^(?:.*\/)?\.(?:[^/]+\/){1,3}?skills?\/(.+)$/.exec(path)?.[1];
  const depth = below === undefined ? 2 : below.split('/').length;
  if (!isNested && depth > 2) return 'Move its folder directly into `skills`';
  return needsFolder && depth < 2 ? 'Move it to a folder of its own' : undefined;
}

/** Reports that the skill is dropped for a field without a value: missing, empty or blank. */
export function dropWithout(key: 'name' | 'description', { data, places, issues, drops }: SkillFile): void {
  const problem = data[key] === undefined ? problems.missingKey(key) : problems.emptyKey(key);
  issues.add(
    `${key}.missing`,
    'rejected',
    places.key([key]),
    { problem, consequence: drops },
    { field: key },
  );
}

/** Reports that the skill is dropped for a value that is not a string. `type` names the type of the value. */
export function dropOfType(
  key: string,
  { data, places, issues, drops }: SkillFile,
  type = typeName(data[key]),
): void {
  const advice = /\b(?:list|mapping)$/.test(type)
    ? `Write a string; it is ${type}`
    : `Put it in quotes; it is ${type}`;
  const code = key === 'name' || key === 'description' ? (`${key}.invalid` as const) : 'value.type';
  issues.add(
    code,
    'rejected',
    places.value([key]),
    { problem: `\`${key}\` must be a string`, consequence: drops, advice },
    { field: key, data: { expected: ['string'] } },
  );
}

/** Reports that the skill is dropped for a text of more than `longest` characters. */
export function dropIfLong(
  key: 'name' | 'description',
  text: string,
  longest: number,
  { places, issues, drops }: SkillFile,
): void {
  const length = [...text].length;
  if (length <= longest) return;
  issues.add(
    `${key}.invalid`,
    'rejected',
    places.value([key]),
    {
      problem: `\`${key}\` must have at most ${longest.toLocaleString('en-US')} characters`,
      consequence: drops,
      advice: `Shorten it; it has ${length.toLocaleString('en-US')}`,
    },
    { field: key, data: { demand: { longest } } },
  );
}

/** Why a tool finds no front matter in a skill. */
export function noFrontMatterCause(document: AgentDocument): Cause {
  return document.text.startsWith('\uFEFF') && document.frontMatter.state === 'closed'
    ? byteOrderMarkCause
    : delimiterCause(document, ['name', 'description']);
}
