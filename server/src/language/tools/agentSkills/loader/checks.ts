import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Effect, IssueCollector } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import type { Demand } from '../../../loading/shape.ts';
import { listed } from '../../../wordList.ts';
import type { Strict } from './strictYaml.ts';

/** The keys of the standard. */
export const skillKeys = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];

/** What follows from a finding of the validator. */
export const rejects = 'The reference validator of Agent Skills rejects the skill';

/** The standard's form of a name: letters and digits of any script, with single hyphens within. */
const nameForm = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
/** The form that a new name gets. */
const asciiNameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Keys outside the standard that at least one tool honors: nobody should move them to where no tool reads them. Claude
 * Code's are those of its documentation; what Copilot CLI, OpenHands and
 * Mistral Vibe honor was measured on 2026-11-29.
 */
const keysOfTools: Readonly<Record<string, readonly string[]>> = {
  'argument-hint': ['Claude Code', 'Copilot CLI'],
  'disable-model-invocation': ['Claude Code', 'Copilot CLI', 'OpenHands', 'Mistral Vibe'],
  'user-invocable': ['Claude Code', 'Copilot CLI', 'Mistral Vibe'],
  inputs: ['OpenHands'],
  triggers: ['OpenHands'],
  ...Object.fromEntries(
    [
      'agent',
      'arguments',
      'context',
      'disallowed-tools',
      'effort',
      'hooks',
      'model',
      'shell',
      'when_to_use',
    ].map(key => [key, ['Claude Code']]),
  ),
  paths: ['Claude Code', 'OpenHands'],
};

/** The tools known to honor a key outside the standard. */
export function toolsThatHonor(key: string): readonly string[] {
  return Object.hasOwn(keysOfTools, key) ? keysOfTools[key]! : [];
}

/** Reports what the validator finds invalid in a skill that it can read. */
export function reportDepartures(
  data: Readonly<Record<string, Strict>>,
  folder: string | undefined,
  places: Places,
  issues: IssueCollector,
): void {
  reportName(data.name, folder, places, issues);
  reportLengths(data, places, issues);
  reportTypes(data, places, issues);
}

function reportName(
  value: Strict | undefined,
  folder: string | undefined,
  places: Places,
  issues: IssueCollector,
): void {
  if (typeof value !== 'string' || value.trim() === '') return;
  const name = value.trim().normalize('NFKC');
  const report = (demand: Demand, problem: string, advice?: string) =>
    issues.add(
      'name.invalid',
      'ignored',
      places.value(['name']),
      { problem, consequence: rejects, advice },
      { field: 'name', data: { demand } },
    );
  const length = [...name].length;
  if (length > 64)
    report({ longest: 64 }, '`name` must have at most 64 characters', `Shorten it; it has ${length}`);
  else if (!nameForm.test(name) || name !== name.toLowerCase())
    report(
      { pattern: asciiNameForm.source },
      '`name` must be lowercase letters, digits and single hyphens',
      'Use no other characters, and no hyphen at either end',
    );
  else if (folder !== undefined && folder.normalize('NFKC') !== name)
    report({ sameAs: 'folder' }, '`name` must be the name of the folder', `Use \`${folder}\``);
}

function reportLengths(data: Readonly<Record<string, Strict>>, places: Places, issues: IssueCollector): void {
  const { description, compatibility } = data;
  if (typeof description === 'string' && [...description].length > 1024)
    issues.add(
      'description.invalid',
      'ignored',
      places.value(['description']),
      {
        problem: '`description` must have at most 1,024 characters',
        consequence: rejects,
        advice: `Shorten it; it has ${[...description].length.toLocaleString('en-US')}`,
      },
      { field: 'description', data: { demand: { longest: 1024 } } },
    );
  const length = typeof compatibility === 'string' ? [...compatibility].length : 1;
  if (length > 500 || length === 0)
    issues.add(
      'value.type',
      length === 0 ? 'noted' : 'ignored',
      places.value(['compatibility']),
      {
        problem: '`compatibility` must have 1 to 500 characters',
        consequence: length === 0 ? 'The Agent Skills standard allows no other length' : rejects,
        advice: length === 0 ? 'Remove the key' : `Shorten it; it has ${length}`,
      },
      { field: 'compatibility', data: { demand: { shortest: 1, longest: 500 } } },
    );
}

function reportTypes(data: Readonly<Record<string, Strict>>, places: Places, issues: IssueCollector): void {
  const report = (field: string, effect: Effect, expected: string, consequence: string) =>
    issues.add(
      'value.type',
      effect,
      places.value([field]),
      { problem: `\`${field}\` must be ${expected}`, consequence },
      { field, data: { expected: ['string'] } },
    );
  if (data.compatibility !== undefined && typeof data.compatibility !== 'string')
    report('compatibility', 'ignored', 'a string', rejects);
  const tools = data['allowed-tools'];
  const isSpaced =
    tools === undefined || (typeof tools === 'string' && (!tools.includes(',') || /\([^)]*,/.test(tools)));
  if (!isSpaced)
    report(
      'allowed-tools',
      'noted',
      'a string of tools separated by spaces',
      'The Agent Skills standard documents no other form',
    );
}

/** Reports keys outside the standard. Some tools have their own keys here, so such a key is not an error in itself. */
export function reportForeignKeys(
  document: AgentDocument,
  keys: readonly string[],
  issues: IssueCollector,
): void {
  for (const { key, keyRange } of document.yaml.entries) {
    if (!keys.includes(key) || skillKeys.includes(key)) continue;
    const tools = toolsThatHonor(key);
    const isHonored = tools.length > 0;
    const suggestion = isHonored ? undefined : key === 'tools' ? 'allowed-tools' : nearestKey(key, skillKeys);
    const isLimit = limitMeantBy(key, document.entry(key)?.value) !== undefined;
    issues.add(
      'key.unknown',
      'ignored',
      keyRange,
      {
        problem: problems.unknownKey(key),
        consequence: isHonored
          ? `${listed(tools)} ${tools.length === 1 ? 'honors' : 'honor'} it; the reference validator of Agent Skills rejects the skill`
          : rejects,
        ...(!suggestion && !isHonored && { several: rejects }),
        advice: suggestion
          ? `Did you mean \`${suggestion}\`?`
          : isHonored || isLimit
            ? undefined
            : 'Put custom keys under `metadata`',
      },
      {
        field: key,
        data: { suggestion },
        ...(!suggestion && !isHonored && { several: 'Agent Skills validators reject them' }),
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
