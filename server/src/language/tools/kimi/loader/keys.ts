import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';

const keys = ['name', 'description', 'whenToUse', 'override', 'tools', 'disallowedTools', 'subagents'];
/** The key of an agent for each kind of limit that Kimi Code has. */
const ownLimits: Partial<Record<LimitKind, string>> = { allow: 'tools', deny: 'disallowedTools' };

/** Reports the keys that Kimi Code ignores, which it does silently and by design. */
export function reportKimiKeys(
  document: AgentDocument,
  data: Record<string, unknown>,
  issues: IssueCollector,
): void {
  for (const { key, keyRange } of document.yaml.entries) {
    if (keys.includes(key) || !Object.hasOwn(data, key)) continue;
    const kind = limitMeantBy(key, data[key]);
    const limit = kind && ownLimits[kind];
    if (kind)
      issues.add(
        'key.limit',
        'unrestricted',
        keyRange,
        {
          problem: problems.noLimit(key),
          consequence: 'Kimi Code ignores it',
          advice: limit ? `Use \`${limit}\` instead` : 'Limit the agent with `tools` or `disallowedTools`',
        },
        { field: key, data: { suggestion: limit } },
      );
    else if (key === 'model')
      issues.add(
        'key.ignored',
        'noted',
        keyRange,
        {
          problem: problems.ignoredKey('model'),
          consequence: 'Kimi Code ignores it: an agent runs on the model of the session',
        },
        { field: key },
      );
    else {
      const suggestion = nearestKey(key, keys);
      issues.add(
        'key.unknown',
        'noted',
        keyRange,
        {
          problem: problems.unknownKey(key),
          consequence: 'Kimi Code ignores it',
          advice: suggestion && `Did you mean \`${suggestion}\`?`,
        },
        { field: key, several: 'Kimi Code ignores them', data: { suggestion } },
      );
    }
  }
}
