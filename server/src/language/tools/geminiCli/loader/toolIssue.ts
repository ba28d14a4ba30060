import type { Places } from '../../../loading/places.ts';
import type { Mismatch } from '../../../loading/shape.ts';
import { typeName } from '../../../loading/shape.ts';
import { isGeminiToolName, refusedTool } from './toolNames.ts';
import { suggestion, type UnplacedIssue } from './unplacedIssue.ts';

/** Says what is wrong with `tools`, or with one name in it. */
export function toolMismatch(
  { path, problem, expected }: Mismatch,
  given: unknown,
  places: Places,
): UnplacedIssue {
  const range = places.value(path);
  if (path.at(-1) === 'tools') {
    const names =
      typeof given === 'string'
        ? given
            .split(',')
            .map(each => each.trim())
            .filter(Boolean)
        : [];
    const meant = names.map(name => (isGeminiToolName(name) ? name : refusedTool(name).suggestion));
    const yaml =
      meant.length > 0 && meant.every(name => name !== undefined)
        ? `[${[...new Set(meant)].map(name => (name.includes('*') ? `"${name}"` : name)).join(', ')}]`
        : undefined;
    return {
      code: 'value.type',
      range,
      problem: `\`tools\` must be a list and is ${typeName(given)}, so Gemini CLI refuses the whole file. ${
        yaml ? `Write \`${yaml}\`.` : 'Write one name on each line, after `- `.'
      }`,
      data: { expected: 'list', ...suggestion(yaml) },
    };
  }
  if (problem === 'type' || typeof given !== 'string')
    return {
      code: 'value.type',
      range,
      problem: `The items of \`tools\` must be names and this is ${typeName(given)}, so Gemini CLI refuses the whole file.`,
      data: { expected },
    };
  if (given.trim() === '')
    return {
      code: 'tools.unknown',
      range,
      problem: 'A name in `tools` is empty, so Gemini CLI refuses the whole file. Remove it.',
    };
  const { code, reason, suggestion: name } = refusedTool(given);
  return {
    code,
    range,
    problem: `\`${given}\` ${reason}, so Gemini CLI refuses the whole file. ${name ? `Write \`${name}\`.` : 'Remove it.'}`,
    ...(name ? { data: { suggestion: name } } : {}),
  };
}
