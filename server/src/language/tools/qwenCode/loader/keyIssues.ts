import type { Issue } from '../../../loading/issue.ts';
import { isOtherSpelling, type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { quotedList } from '../../../wordList.ts';

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

/** Keys of other tools, with the keys of Qwen Code. */
const foreignKeys: Readonly<Record<string, string>> = {
  mcp_servers: 'mcpServers',
  'mcp-servers': 'mcpServers',
  approval_mode: 'approvalMode',
  'approval-mode': 'approvalMode',
  permission_mode: 'permissionMode',
  is_background: 'background',
};
/** The key of an agent for each kind of limit. */
const ownLimits: Partial<Record<LimitKind, string>> = {
  allow: 'tools',
  deny: 'disallowedTools',
  mode: 'approvalMode',
  turns: 'maxTurns',
};

/** The keys that Qwen Code does not know, as they are written. */
export function keyIssues(
  keys: readonly string[],
  values: Readonly<Record<string, unknown>>,
  places: Places,
): Issue[] {
  const known = new Set<string>(qwenKeys);
  return keys
    .filter(key => !known.has(key))
    .map(key => {
      const kind = limitMeantBy(key, values[key]);
      const limit = kind && ownLimits[kind];
      const at = { field: key, range: places.key([key]) };
      if (key === '<<')
        return {
          code: 'yaml.dropped',
          effect: 'ignored',
          ...at,
          problem: 'Merge key `<<` is dropped',
          consequence: 'Qwen Code does not merge mappings, so the fields that `<<` refers to are missing',
          advice: 'Write the fields out',
        };
      if (limit && !keys.includes(limit))
        return {
          code: 'key.limit',
          effect: 'unrestricted',
          ...at,
          problem: problems.noLimit(key),
          consequence: 'Qwen Code does not know the key and ignores it',
          advice: `Use \`${limit}\` instead`,
          ...(isOtherSpelling(kind!, key, limit) && { data: { suggestion: limit } }),
        };
      const meant = foreignKeys[key] ?? nearestKey(key, qwenKeys);
      return meant && !keys.includes(meant)
        ? {
            code: 'key.unknown',
            effect: 'ignored',
            ...at,
            problem: problems.unknownKey(key),
            consequence: 'Qwen Code ignores it',
            advice: `Did you mean \`${meant}\`?`,
            data: { suggestion: meant },
          }
        : {
            code: 'key.unknown',
            effect: 'noted',
            ...at,
            problem: problems.unknownKey(key),
            consequence: 'Qwen Code ignores it, and deletes it when the agent is saved from its own menu',
            several: 'Qwen Code ignores them, and deletes them when the agent is saved from its own menu',
          };
    });
}

/** Keys without a value, which count as missing. */
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
          problem: `\`${comment[1]}\` is a YAML comment, not a color`,
          consequence: `Qwen Code sees no color, and accepts only ${quotedList(colors)}`,
          subject: comment[1]!,
        };
      }
      return {
        code: 'value.null',
        effect: 'noted',
        field: key,
        range,
        problem: problems.noValue(key),
        consequence: 'Qwen Code treats the line as missing',
      };
    });
}
