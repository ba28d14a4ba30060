import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Effect, IssueCollector } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { type Demand, isMapping, typeName } from '../../../loading/shape.ts';

/** The keys of the standard. */
export const skillKeys = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];

/** The standard's form of a name: lowercase letters and digits, with single hyphens within. */
const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reports deviations from the standard that no reader rejects a skill for: its guide for tools asks them to warn about a
 * name that is too long or not the folder's, and to load the skill anyway.
 */
export function reportDepartures(
  data: Record<string, unknown>,
  folder: string | undefined,
  places: Places,
  issues: IssueCollector,
): void {
  reportName(data.name, folder, places, issues);
  reportLengths(data, places, issues);
  reportTypes(data, places, issues);
}

function reportName(
  value: unknown,
  folder: string | undefined,
  places: Places,
  issues: IssueCollector,
): void {
  if (typeof value !== 'string') return;
  const name = value.trim();
  const report = (demand: Demand, problem: string, advice?: string) =>
    issues.add(
      'name.invalid',
      'ignored',
      places.value(['name']),
      {
        problem,
        consequence: 'Agent Skills tools may warn about it or name the skill after its folder',
        advice,
      },
      { field: 'name', data: { demand } },
    );
  if (name.length > 64)
    report({ longest: 64 }, '`name` must have at most 64 characters', `Shorten it; it has ${name.length}`);
  else if (!nameForm.test(name))
    report(
      { pattern: nameForm.source },
      '`name` must be lowercase letters, digits and single hyphens',
      'Use no other characters, and no hyphen at either end',
    );
  else if (folder !== undefined && folder !== name)
    report({ sameAs: 'folder' }, '`name` must be the name of the folder', `Use \`${folder}\``);
}

function reportLengths(data: Record<string, unknown>, places: Places, issues: IssueCollector): void {
  const { description, compatibility } = data;
  if (typeof description === 'string' && description.length > 1024)
    issues.add(
      'description.invalid',
      'ignored',
      places.value(['description']),
      {
        problem: '`description` must have at most 1,024 characters',
        consequence: 'Agent Skills tools may cut it or reject the skill',
        advice: `Shorten it; it has ${description.length}`,
      },
      { field: 'description', data: { demand: { longest: 1024 } } },
    );
  if (typeof compatibility === 'string' && (compatibility.length > 500 || compatibility === ''))
    issues.add(
      'value.type',
      compatibility === '' ? 'noted' : 'ignored',
      places.value(['compatibility']),
      {
        problem: '`compatibility` must have 1 to 500 characters',
        consequence: 'The Agent Skills standard allows no other length',
        advice: compatibility === '' ? 'Remove the key' : `Shorten it; it has ${compatibility.length}`,
      },
      { field: 'compatibility', data: { demand: { shortest: 1, longest: 500 } } },
    );
}

const spaced = 'a string of tools separated by spaces';

function reportTypes(data: Record<string, unknown>, places: Places, issues: IssueCollector): void {
  const report = (field: string, effect: Effect, expected: string, consequence: string) =>
    issues.add(
      'value.type',
      effect,
      places.value([field]),
      { problem: `\`${field}\` must be ${expected}`, consequence },
      { field, data: { expected: [field === 'metadata' ? 'mapping' : 'string'] } },
    );
  for (const key of ['license', 'compatibility'] as const) {
    if (data[key] === undefined || typeof data[key] === 'string') continue;
    report(key, 'ignored', 'a string', `The Agent Skills standard does not allow ${typeName(data[key])}`);
  }
  const tools = data['allowed-tools'];
  if (tools !== undefined && typeof tools !== 'string')
    report(
      'allowed-tools',
      Array.isArray(tools) ? 'noted' : 'ignored',
      spaced,
      `Only some Agent Skills tools accept ${typeName(tools)}`,
    );
  else if (typeof tools === 'string' && tools.includes(',') && !/\([^)]*,/.test(tools))
    report('allowed-tools', 'noted', spaced, 'Only some Agent Skills tools accept commas');
  const { metadata } = data;
  if (metadata !== undefined && !isMapping(metadata))
    report(
      'metadata',
      'ignored',
      'a mapping',
      `The Agent Skills standard does not allow ${typeName(metadata)}`,
    );
  else if (isMapping(metadata))
    for (const [key, value] of Object.entries(metadata)) {
      if (typeof value === 'string') continue;
      issues.add(
        'value.type',
        typeof value === 'object' && value !== null && !(value instanceof Date) ? 'changed' : 'noted',
        places.value(['metadata', key]),
        {
          problem: `\`metadata.${key}\` must be a string`,
          consequence: `Agent Skills tools may convert ${typeName(value)} to a string in different ways`,
          advice: 'Put it in quotes',
        },
        { field: 'metadata', subject: key, data: { expected: ['string'] } },
      );
    }
}

/** Reports keys outside the standard. Some tools have their own keys here, so such a key is not an error in itself. */
export function reportForeignKeys(
  document: AgentDocument,
  keys: readonly string[],
  issues: IssueCollector,
): void {
  for (const { key, keyRange } of document.yaml.entries) {
    if (!keys.includes(key) || skillKeys.includes(key)) continue;
    const suggestion = key === 'tools' ? 'allowed-tools' : nearestKey(key, skillKeys);
    issues.add(
      'key.unknown',
      suggestion ? 'ignored' : 'noted',
      keyRange,
      {
        problem: problems.unknownKey(key),
        consequence: suggestion
          ? 'The Agent Skills standard has no such key'
          : 'Agent Skills validators reject it',
        advice: suggestion ? `Did you mean \`${suggestion}\`?` : 'Put custom keys under `metadata`',
      },
      {
        field: key,
        data: { suggestion },
        ...(!suggestion && { several: 'Agent Skills validators reject them' }),
      },
    );
  }
}

const recommendedLines = 500;

/**
 * Reports a body longer than the standard recommends, since all of it is read into the context when the skill is used.
 * `body` starts right after the dashes of the closing delimiter.
 */
export function reportBody(document: AgentDocument, body: OffsetRange, issues: IssueCollector): void {
  let at = body.start;
  // Skips the delimiter's own line and the recommended number of lines.
  for (let line = 0; line <= recommendedLines; line++) {
    const end = document.text.indexOf('\n', at);
    if (end < 0) return;
    at = end + 1;
  }
  if (document.text.slice(at, body.end).trim() === '') return;
  const end = document.text.indexOf('\n', at);
  issues.add(
    'body.tooLong',
    'noted',
    { start: at, end: end < 0 ? body.end : end },
    {
      problem: `Prompt is longer than ${recommendedLines} lines`,
      consequence:
        'The Agent Skills standard recommends at most that many; all are read whenever the skill is used',
      advice: 'Move details into files next to this one, which are read only when needed',
    },
  );
}
