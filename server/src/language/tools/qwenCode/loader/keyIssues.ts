import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { quotedList } from '../../../loading/shape.ts';
import { colors } from './config.ts';
import type { QwenFrontMatter } from './frontMatter.ts';

/** The keys that Qwen Code reads. */
export const qwenKeys = [
  'name',
  'description',
  'tools',
  'disallowedTools',
  'model',
  'approvalMode',
  'permissionMode',
  'maxTurns',
  'color',
  'background',
  'mcpServers',
  'hooks',
  'executor',
  'executionBackend',
  'runConfig',
  'modelConfig',
] as const;

/** What other tools call a field. Those of the second list limit an agent, so losing one widens it. */
const foreignKeys: Readonly<Record<string, string>> = {
  mcp_servers: 'mcpServers',
  'mcp-servers': 'mcpServers',
  color: 'color',
  approval_mode: 'approvalMode',
  'approval-mode': 'approvalMode',
  permission_mode: 'permissionMode',
  is_background: 'background',
};
const foreignLimits: Readonly<Record<string, string>> = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  'disallowed-tools': 'disallowedTools',
  disabled_tools: 'disallowedTools',
  excludedTools: 'disallowedTools',
  max_turns: 'maxTurns',
  'max-turns': 'maxTurns',
  steps: 'maxTurns',
  maxSteps: 'maxTurns',
};

/** The keys that Qwen Code does not know, as they are written. */
export function keyIssues(keys: readonly string[], places: Places): Issue[] {
  const known = new Set<string>(qwenKeys);
  return keys
    .filter(key => !known.has(key))
    .map(key => {
      const limit = foreignLimits[key];
      const at = { field: key, range: places.key([key]) };
      if (key === '<<')
        return {
          code: 'yaml.dropped',
          effect: 'ignored',
          ...at,
          problem:
            'Qwen Code does not merge maps: what `<<` refers to is not taken over. Write the fields out.',
        };
      if (limit && !keys.includes(limit))
        return {
          code: 'key.limit',
          effect: 'unrestricted',
          ...at,
          problem: `Qwen Code has no field \`${key}\` and ignores it, so it limits nothing. The field is called \`${limit}\` there.`,
          data: { suggestion: limit },
        };
      const meant = foreignKeys[key] ?? nearestKey(key, qwenKeys);
      return meant && !keys.includes(meant)
        ? {
            code: 'key.unknown',
            effect: 'ignored',
            ...at,
            problem: `Qwen Code has no field \`${key}\` and ignores it. The field is called \`${meant}\` there.`,
            data: { suggestion: meant },
          }
        : {
            code: 'key.unknown',
            effect: 'noted',
            ...at,
            problem: `Qwen Code ignores \`${key}\`, and deletes it when the agent is saved from its own menu.`,
          };
    });
}

/** Fields that are written and have no value. They count as absent. */
export function emptyIssues(
  { raw, values, byLine }: QwenFrontMatter,
  keys: readonly string[],
  text: string,
  places: Places,
): Issue[] {
  if (byLine) return [];
  const elsewhere = ['name', 'description', 'tools', 'disallowedTools', 'executor', 'executionBackend'];
  return qwenKeys
    .filter(key => keys.includes(key) && !elsewhere.includes(key))
    .filter(
      key => (raw[key] === null || raw[key] === '') && (values[key] === undefined || values[key] === ''),
    )
    .map(key => {
      const range = places.key([key]);
      const comment = /^[ \t]*:[ \t]+(#\S*)/.exec(text.slice(range.end, range.end + 100));
      if (key === 'color' && comment) {
        const start = range.end + comment[0].length - comment[1]!.length;
        return {
          code: 'value.color',
          effect: 'ignored',
          field: key,
          range: { start, end: start + comment[1]!.length },
          problem: `YAML takes \`${comment[1]}\` for a comment, so there is no colour; and Qwen Code takes only ${quotedList(colors)}.`,
        };
      }
      return {
        code: 'value.null',
        effect: 'noted',
        field: key,
        range,
        problem: `\`${key}\` has no value, and Qwen Code does as if the line were not there.`,
      };
    });
}
