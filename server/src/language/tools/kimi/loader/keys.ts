import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';

const keys = ['name', 'description', 'whenToUse', 'override', 'tools', 'disallowedTools', 'subagents'];
const limits: ReadonlyMap<string, string> = new Map([
  ...['allowed-tools', 'allowed_tools', 'allowedTools', 'tool', 'Tools'].map(key => [key, 'tools'] as const),
  ...['disallowed-tools', 'disallowed_tools', 'excludedTools', 'disabled_tools'].map(
    key => [key, 'disallowedTools'] as const,
  ),
]);
const modes = new Set(['permissionMode', 'permission-mode', 'permission', 'permissions', 'readonly']);

/** Reports the keys that Kimi Code ignores, which it does silently and by design. */
export function kimiKeyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }) => ({ range: keyRange, field: key, ...keyIssue(key) }));
}

function keyIssue(
  key: string,
): Pick<Issue, 'code' | 'effect' | 'problem' | 'consequence' | 'advice' | 'data'> {
  const limit = limits.get(key);
  if (limit)
    return {
      code: 'key.limit',
      effect: 'unrestricted',
      problem: problems.noLimit(key),
      consequence: 'Kimi Code ignores it',
      advice: `Use \`${limit}\` instead`,
      data: { suggestion: limit },
    };
  if (modes.has(key))
    return {
      code: 'key.ignored',
      effect: 'ignored',
      problem: problems.ignoredKey(key),
      consequence: 'Kimi Code ignores it',
      advice: 'Limit the agent with `tools` or `disallowedTools`',
    };
  if (key === 'model')
    return {
      code: 'key.ignored',
      effect: 'noted',
      problem: problems.ignoredKey('model'),
      consequence: 'Kimi Code ignores it: an agent runs on the model of the session',
    };
  const suggestion = nearestKey(key, keys);
  return {
    code: 'key.unknown',
    effect: 'noted',
    problem: problems.unknownKey(key),
    consequence: 'Kimi Code ignores it',
    ...(suggestion && { advice: `Did you mean \`${suggestion}\`?`, data: { suggestion } }),
  };
}
