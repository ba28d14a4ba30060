import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { Places } from '../../../loading/places.ts';
import { refuses, refusesType, suggestion, type UnplacedIssue } from './unplacedIssue.ts';

/** The form of a name. */
export const slugForm = 'lowercase letters, digits, `-` and `_`';

/** Explains what is wrong with a name, and proposes one. */
export function badName(path: Path, given: unknown, places: Places): UnplacedIssue {
  const slug = typeof given === 'string' ? slugOf(given) : asText(given);
  const isString = typeof given === 'string';
  return {
    code: 'name.invalid',
    range: places.value(path),
    problem: `\`name\` must be ${isString ? slugForm : 'a string'}`,
    consequence: isString ? refuses : refusesType(given),
    ...(/^[a-z0-9-_]+$/.test(slug) && { advice: `Write \`${isString ? slug : `"${slug}"`}\`` }),
  };
}

/** Explains what is wrong with `kind`. */
export function badKind(path: Path, given: unknown, places: Places): UnplacedIssue {
  const choices = typeof path[0] === 'number' ? ['remote'] : ['local', 'remote'];
  const meant = typeof given === 'string' ? nearestWord(given, choices) : undefined;
  return {
    code: 'value.choice',
    range: places.value(path),
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
    data: { choices, ...suggestion(meant) },
  };
}

function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
