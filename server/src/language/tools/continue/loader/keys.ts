import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';

const keys = ['name', 'description', 'model', 'tools', 'rules'];
const limits = new Set(['allowed-tools', 'allowed_tools', 'allowedTools', 'tool', 'Tools']);
const bans = /^(?:disallowed[-_]?tools|excluded[-_]?tools|permission.*|readonly)$/i;

/** Reports the keys that Continue ignores silently. */
export function continueKeyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }) => ({ range: keyRange, field: key, ...keyIssue(key) }));
}

function keyIssue(
  key: string,
): Pick<Issue, 'code' | 'effect' | 'problem' | 'consequence' | 'advice' | 'data'> {
  if (limits.has(key))
    return {
      code: 'key.limit',
      effect: 'unrestricted',
      problem: problems.noLimit(key),
      consequence: 'Continue ignores it',
      advice: 'Use `tools` instead',
      data: { suggestion: 'tools' },
    };
  if (bans.test(key))
    return {
      code: 'key.ignored',
      effect: 'ignored',
      problem: problems.ignoredKey(key),
      consequence: 'Continue ignores it',
      advice: 'List the tools that the agent may use under `tools`',
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
