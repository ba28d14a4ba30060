import { nearestWord } from '../../../document/nearestWord.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { quotedList } from '../../../wordList.ts';

import { permissionModes, quotable } from './config.ts';

/** What happens to `permissionMode`, Claude Code's name for `approvalMode`. */
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
        problem: problems.ignoredKey('permissionMode'),
        consequence: 'Qwen Code reads `approvalMode` instead, which is set too',
        advice: 'Delete one of the two',
      },
    ];
  const written = quotable(value);
  const problem =
    written === undefined
      ? '`permissionMode` must be a string'
      : `Unknown value \`${written}\` for \`permissionMode\``;
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
        problem,
        consequence: `Qwen Code accepts only ${quotedList(choices)}; it drops the value, so the agent has the mode of the session`,
        ...(suggestion && { advice: `Write \`${suggestion}\`` }),
        ...(written !== undefined && { subject: written }),
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
          problem,
          consequence: `Qwen Code has no such mode here and reads it as \`approvalMode: ${mode}\``,
          advice: 'Write the mode that you want as `approvalMode`',
          subject: value,
          data: { choices },
        },
      ]
    : [];
}
