import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';

const keys = ['name', 'description', 'model', 'tools', 'rules'];

/** Reports the keys that Continue ignores silently. */
export function continueKeyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }) => ({ range: keyRange, field: key, ...keyIssue(key, data) }));
}

function keyIssue(
  key: string,
  data: Readonly<Record<string, unknown>>,
): Pick<Issue, 'code' | 'effect' | 'problem' | 'consequence' | 'advice' | 'data'> {
  const kind = limitMeantBy(key, data[key]);
  if (kind)
    return {
      code: 'key.limit',
      effect: kind !== 'mode' && Object.hasOwn(data, 'tools') ? 'ignored' : 'unrestricted',
      problem: problems.noLimit(key),
      consequence: 'Continue ignores it',
      ...(kind === 'allow'
        ? { advice: 'Use `tools` instead', data: { suggestion: 'tools' } }
        : { advice: 'List the tools that the agent may use under `tools`' }),
    };
  const suggestion = nearestKey(key, keys);
  return {
    code: 'key.unknown',
    effect: 'noted',
    problem: problems.unknownKey(key),
    consequence: 'Continue ignores it',
    ...(suggestion && { advice: `Did you mean \`${suggestion}\`?`, data: { suggestion } }),
  };
}
