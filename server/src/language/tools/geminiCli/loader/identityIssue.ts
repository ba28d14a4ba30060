import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { IssueData } from '../../../loading/issueData.ts';
import type { Places } from '../../../loading/places.ts';
import { type Refuse, refuses, refusesType } from './refusal.ts';

/** The names that Gemini CLI accepts. */
export const slugs = /^[a-z0-9-_]+$/;

/** Their form. */
export const slugForm = 'lowercase letters, digits, `-` and `_`';

/** Refuses a name, and proposes one. */
export function refuseName(path: Path, given: unknown, places: Places, refuse: Refuse): void {
  const slug = typeof given === 'string' ? slugOf(given) : asText(given);
  const isString = typeof given === 'string';
  const data: IssueData<'name.invalid'> = isString
    ? { demand: { pattern: slugs.source } }
    : { expected: ['string'] };
  const text = {
    problem: `\`name\` must be ${isString ? slugForm : 'a string'}`,
    consequence: isString ? refuses : refusesType(given),
    advice: slugs.test(slug) ? `Write \`${isString ? slug : `"${slug}"`}\`` : undefined,
  };
  refuse('name.invalid', places.value(path), text, { data });
}

/** Refuses a `kind`. */
export function refuseKind(path: Path, given: unknown, places: Places, refuse: Refuse): void {
  const choices = typeof path[0] === 'number' ? ['remote'] : ['local', 'remote'];
  const suggestion = typeof given === 'string' ? nearestWord(given, choices) : undefined;
  refuse(
    'value.choice',
    places.value(path),
    {
      problem:
        typeof given === 'object'
          ? '`kind` must be a string'
          : `Unknown value \`${asText(given)}\` for \`kind\``,
      ...(choices.length === 1
        ? {
            consequence: 'Gemini CLI accepts only remote agents in a list, and does not load the file',
            advice: 'Move each local agent to its own file',
          }
        : {
            consequence:
              'Gemini CLI accepts only `local` or `remote`, in lowercase, and does not load the file',
            advice: 'Write one of them, or delete the line for a local agent',
          }),
    },
    { data: { choices, suggestion } },
  );
}

function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
