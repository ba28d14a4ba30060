import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { isPlainMap, typeName } from '../../../loading/shape.ts';

/** The keys of the standard. */
export const skillKeys = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];

/** What the standard says of a name: at most 64 lower-case letters and digits, with single hyphens within. */
const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Departures from the standard that no reader refuses a skill for: its guide for tools asks them to warn of a name
 * that is too long or not the folder's, and to load the skill all the same.
 */
export function departures(
  data: Record<string, unknown>,
  folder: string | undefined,
  places: Places,
): Issue[] {
  return [
    ...nameIssues(data.name, folder, places),
    ...lengthIssues(data, places),
    ...typeIssues(data, places),
  ];
}

function nameIssues(value: unknown, folder: string | undefined, places: Places): Issue[] {
  if (typeof value !== 'string') return [];
  const name = value.trim();
  const issue = (message: string): Issue => ({
    code: 'name.invalid',
    effect: 'ignored',
    range: places.value(['name']),
    problem: `${message} Tools may warn of it or name the skill after its folder.`,
    field: 'name',
  });
  if (name.length > 64)
    return [
      issue(`The standard allows 64 characters in the name of a skill, and this one has ${name.length}.`),
    ];
  if (!nameForm.test(name))
    return [
      issue(
        'The standard allows lower-case letters, digits and single hyphens in the name of a skill, with no hyphen at either end.',
      ),
    ];
  if (folder !== undefined && folder !== name)
    return [issue(`The standard wants the name of a skill to be that of its folder, \`${folder}\`.`)];
  return [];
}

function lengthIssues(data: Record<string, unknown>, places: Places): Issue[] {
  const issues: Issue[] = [];
  const { description, compatibility } = data;
  if (typeof description === 'string' && description.length > 1024)
    issues.push({
      code: 'description.invalid',
      effect: 'ignored',
      range: places.value(['description']),
      problem: `The standard allows 1,024 characters in a description, and this one has ${description.length}. Tools may cut it or refuse the skill.`,
      field: 'description',
    });
  if (typeof compatibility === 'string' && (compatibility.length > 500 || compatibility === ''))
    issues.push({
      code: 'value.type',
      effect: compatibility === '' ? 'noted' : 'ignored',
      range: places.value(['compatibility']),
      problem: `The standard wants 1 to 500 characters in \`compatibility\`, and this has ${compatibility.length}.`,
      field: 'compatibility',
      data: { expected: 'text of 1 to 500 characters' },
    });
  return issues;
}

function typeIssues(data: Record<string, unknown>, places: Places): Issue[] {
  const issues: Issue[] = [];
  const issue = (field: string, effect: Issue['effect'], message: string, expected: string) =>
    issues.push({
      code: 'value.type',
      effect,
      range: places.value([field]),
      problem: message,
      field,
      data: { expected },
    });
  for (const key of ['license', 'compatibility'] as const) {
    if (data[key] === undefined || typeof data[key] === 'string') continue;
    issue(key, 'ignored', `\`${key}\` must be text, and is ${typeName(data[key])}.`, 'text');
  }
  const tools = data['allowed-tools'];
  if (tools !== undefined && typeof tools !== 'string')
    issue(
      'allowed-tools',
      Array.isArray(tools) ? 'noted' : 'ignored',
      `In the standard \`allowed-tools\` is one text with blanks between the tools; this is ${typeName(tools)}, which only some tools take.`,
      'text with blanks between the tools',
    );
  else if (typeof tools === 'string' && tools.includes(',') && !/\([^)]*,/.test(tools))
    issue(
      'allowed-tools',
      'noted',
      'In the standard the tools in `allowed-tools` are separated by blanks. Only some tools take commas.',
      'text with blanks between the tools',
    );
  const { metadata } = data;
  if (metadata !== undefined && !isPlainMap(metadata))
    issue(
      'metadata',
      'ignored',
      `\`metadata\` must be a map from text to text, and is ${typeName(metadata)}.`,
      'a map',
    );
  else if (isPlainMap(metadata))
    for (const [key, value] of Object.entries(metadata)) {
      if (typeof value === 'string') continue;
      issues.push({
        code: 'value.type',
        effect: typeof value === 'object' && value !== null && !(value instanceof Date) ? 'changed' : 'noted',
        range: places.value(['metadata', key]),
        problem: `In the standard the values of \`metadata\` are text. \`${key}\` is ${typeName(value)}, and tools may turn it into text of their own making; put it in quotes.`,
        field: 'metadata',
        data: { expected: 'text' },
      });
    }
  return issues;
}

/** Keys outside the standard. Some tools have keys of their own here, so nothing is wrong with them as such. */
export function foreignKeyIssues(document: AgentDocument, keys: readonly string[]): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => keys.includes(key) && !skillKeys.includes(key))
    .map(({ key, keyRange }): Issue => {
      const suggestion = key === 'tools' ? 'allowed-tools' : nearestKey(key, skillKeys);
      return {
        code: 'key.unknown',
        effect: suggestion ? 'ignored' : 'noted',
        range: keyRange,
        problem: `\`${key}\` is no key of the Agent Skills standard.${suggestion ? ` Did you mean \`${suggestion}\`?` : ' Validators of the standard reject it; keys of your own belong under `metadata`.'}`,
        field: key,
        ...(suggestion && { data: { suggestion } }),
      };
    });
}

const adviceOnLines = 500;

/**
 * The standard's advice on length: the whole body is read into the context when the skill is used. `body` begins right
 * behind the dashes of the closing fence.
 */
export function bodyIssues(document: AgentDocument, body: OffsetRange): Issue[] {
  let at = body.start;
  // The fence's own line and as many as are advised.
  for (let line = 0; line <= adviceOnLines; line++) {
    const end = document.text.indexOf('\n', at);
    if (end < 0) return [];
    at = end + 1;
  }
  if (document.text.slice(at, body.end).trim() === '') return [];
  const end = document.text.indexOf('\n', at);
  return [
    {
      code: 'body.tooLong',
      effect: 'noted',
      range: { start: at, end: end < 0 ? body.end : end },
      problem: `From here on the instructions are longer than the ${adviceOnLines} lines that the standard advises. Move details into files beside this one, which are read only when needed.`,
    },
  ];
}
