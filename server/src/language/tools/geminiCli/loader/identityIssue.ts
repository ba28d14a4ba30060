import type { Path } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { Places } from '../../../loading/places.ts';
import { typeName } from '../../../loading/shape.ts';
import { suggestion, type UnplacedIssue } from './unplacedIssue.ts';

/** Says what is wrong with a name, and proposes one. */
export function badName(path: Path, given: unknown, places: Places): UnplacedIssue {
  const slug = typeof given === 'string' ? slugOf(given) : asText(given);
  const proposal = /^[a-z0-9-_]+$/.test(slug)
    ? ` Write \`${typeof given === 'string' ? slug : `"${slug}"`}\`.`
    : '';
  return {
    code: 'name.invalid',
    range: places.value(path),
    problem:
      typeof given === 'string'
        ? `The name must be made of lower-case letters, digits, \`-\` and \`_\`, so Gemini CLI refuses the whole file.${proposal}`
        : `The name must be text and is ${typeName(given)}, so Gemini CLI refuses the whole file.${proposal}`,
  };
}

/** Says what is wrong with `kind`. */
export function badKind(path: Path, given: unknown, places: Places): UnplacedIssue {
  const choices = typeof path[0] === 'number' ? ['remote'] : ['local', 'remote'];
  const meant = typeof given === 'string' ? nearestWord(given, choices) : undefined;
  return {
    code: 'value.choice',
    range: places.value(path),
    problem:
      choices.length === 1
        ? 'A list holds remote agents only, so Gemini CLI refuses the whole file. Give each local agent a file of its own.'
        : '`kind` must be `local` or `remote`, in lower case, so Gemini CLI refuses the whole file. Without the line it is local.',
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
