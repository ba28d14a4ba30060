import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';

const keys = ['name', 'description', 'whenToUse', 'override', 'tools', 'disallowedTools', 'subagents'];
/** The key of an agent for each kind of limit that Kimi Code has. */
const ownLimits: Partial<Record<LimitKind, string>> = { allow: 'tools', deny: 'disallowedTools' };

/** Reports the keys that Kimi Code ignores, which it does silently and by design. */
export function kimiKeyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }) => ({ range: keyRange, field: key, ...keyIssue(key, data[key]) }));
}

function keyIssue(
  key: string,
  value: unknown,
): Pick<Issue, 'code' | 'effect' | 'problem' | 'consequence' | 'advice' | 'data'> {
  const kind = limitMeantBy(key, value);
  const limit = kind && ownLimits[kind];
  if (kind)
    return {
      code: 'key.limit',
      effect: 'unrestricted',
      problem: problems.noLimit(key),
      consequence: 'Kimi Code ignores it',
      advice: limit ? `Use \`${limit}\` instead` : 'Limit the agent with `tools` or `disallowedTools`',
      ...(limit && { data: { suggestion: limit } }),
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
