import { nearestWord } from '../../../document/nearestWord.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { quotedList } from '../../../loading/shape.ts';
import { permissionModes } from './config.ts';

/** What becomes of `permissionMode`, Claude Code's word for `approvalMode`. */
export function permissionIssues(values: Readonly<Record<string, unknown>>, places: Places): Issue[] {
  const value = values.permissionMode;
  if (value === undefined) return [];
  const at = { field: 'permissionMode', range: places.value(['permissionMode']) };
  if (values.approvalMode !== undefined && values.approvalMode !== '')
    return [
      {
        code: 'key.ignored',
        effect: 'ignored',
        ...at,
        range: places.key(['permissionMode']),
        problem:
          '`approvalMode` is given too, and it decides: `permissionMode` has no effect. Delete one of the two.',
      },
    ];
  const choices = Object.keys(permissionModes);
  const mode =
    typeof value === 'string' && Object.hasOwn(permissionModes, value) ? permissionModes[value] : undefined;
  if (mode === undefined) {
    const suggestion = typeof value === 'string' ? nearestWord(value, choices) : undefined;
    return [
      {
        code: 'value.choice',
        effect: suggestion === 'plan' ? 'unrestricted' : 'ignored',
        ...at,
        problem: `\`permissionMode\` must be ${quotedList(choices)}. Qwen Code drops it, so the agent has the mode of the session.${
          suggestion ? ` Write \`${suggestion}\`.` : ''
        }`,
        data: { choices, ...(suggestion ? { suggestion } : {}) },
      },
    ];
  }
  return value === 'dontAsk' || value === 'auto'
    ? [
        {
          code: 'value.choice',
          effect: 'changed',
          ...at,
          problem: `Qwen Code has no \`${value}\` here and takes \`approvalMode: ${mode}\` for it. Write the mode that you want as \`approvalMode\`.`,
          data: { choices },
        },
      ]
    : [];
}
