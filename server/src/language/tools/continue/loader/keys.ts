import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';

const keys = ['name', 'description', 'model', 'tools', 'rules'];
const limits = new Set(['allowed-tools', 'allowed_tools', 'allowedTools', 'tool', 'Tools']);
const bans = /^(?:disallowed[-_]?tools|excluded[-_]?tools|permission.*|readonly)$/i;

/** The keys that Continue passes over without a word. */
export function continueKeyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }) => ({ range: keyRange, field: key, ...keyIssue(key) }));
}

function keyIssue(key: string): Pick<Issue, 'code' | 'effect' | 'problem' | 'data'> {
  if (limits.has(key))
    return {
      code: 'key.limit',
      effect: 'unrestricted',
      problem: `Continue ignores \`${key}\`, so this limit does not hold. Write \`tools\`.`,
      data: { suggestion: 'tools' },
    };
  if (bans.test(key))
    return {
      code: 'key.ignored',
      effect: 'ignored',
      problem: `Continue ignores \`${key}\`: list the tools that the agent may use under \`tools\`.`,
    };
  const suggestion = nearestKey(key, keys);
  return {
    code: 'key.unknown',
    effect: 'noted',
    problem: `Continue ignores \`${key}\`.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
    ...(suggestion && { data: { suggestion } }),
  };
}
