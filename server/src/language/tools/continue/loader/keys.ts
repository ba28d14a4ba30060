import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';

const keys = ['name', 'description', 'model', 'tools', 'rules'];

/** Reports the keys that Continue ignores silently. */
export function reportContinueKeys(
  document: AgentDocument,
  data: Record<string, unknown>,
  issues: IssueCollector,
): void {
  const consequence = 'Continue ignores it';
  for (const { key, keyRange } of document.yaml.entries) {
    if (keys.includes(key) || !Object.hasOwn(data, key)) continue;
    const kind = limitMeantBy(key, data[key]);
    if (kind)
      issues.add(
        'key.limit',
        kind !== 'mode' && Object.hasOwn(data, 'tools') ? 'ignored' : 'unrestricted',
        keyRange,
        {
          problem: problems.noLimit(key),
          consequence,
          advice:
            kind === 'allow' ? 'Use `tools` instead' : 'List the tools that the agent may use under `tools`',
        },
        { field: key, data: { suggestion: kind === 'allow' ? 'tools' : undefined } },
      );
    else {
      const suggestion = nearestKey(key, keys);
      const advice = suggestion && `Did you mean \`${suggestion}\`?`;
      const text = { problem: problems.unknownKey(key), consequence, advice };
      issues.add('key.unknown', 'noted', keyRange, text, { field: key, data: { suggestion } });
    }
  }
}
