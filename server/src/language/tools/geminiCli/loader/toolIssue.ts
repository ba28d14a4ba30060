import type { Places } from '../../../loading/places.ts';
import type { Mismatch } from '../../../loading/shape.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { isGeminiToolName, refusedTool } from './toolNames.ts';
import { labelOf, refuses, refusesType, suggestion, type UnplacedIssue } from './unplacedIssue.ts';

/** Explains what is wrong with `tools`, or with one name in it. */
export function toolMismatch(
  { path, problem, expected }: Mismatch,
  given: unknown,
  places: Places,
): UnplacedIssue {
  const range = places.value(path);
  if (path.at(-1) === 'tools') {
    const names = typeof given === 'string' ? commaSeparated(given) : [];
    const meant = names.map(name => (isGeminiToolName(name) ? name : refusedTool(name).suggestion));
    const yaml =
      meant.length > 0 && meant.every(name => name !== undefined)
        ? `[${[...new Set(meant)].map(name => (name.includes('*') ? `"${name}"` : name)).join(', ')}]`
        : undefined;
    return {
      code: 'value.type',
      range,
      problem: '`tools` must be a list',
      consequence: refusesType(given),
      advice: yaml ? `Write \`${yaml}\`` : 'Write one name per line, after `- `',
      data: { expected: 'list', ...suggestion(yaml) },
    };
  }
  if (problem === 'type' || typeof given !== 'string')
    return {
      code: 'value.type',
      range,
      problem: `${labelOf(path)} must be a string`,
      consequence: refusesType(given),
      advice: 'Write the name of a tool',
      data: { expected },
    };
  if (given.trim() === '')
    return {
      code: 'tools.unknown',
      range,
      problem: 'Empty name in `tools`',
      consequence: refuses,
      advice: 'Remove it',
    };
  const { suggestion: name, ...refused } = refusedTool(given);
  return {
    ...refused,
    range,
    advice: !name
      ? 'Remove it'
      : refused.code === 'tools.unknown'
        ? `Did you mean \`${name}\`?`
        : `Write \`${name}\``,
    subject: given,
    ...(name ? { data: { suggestion: name } } : {}),
  };
}
