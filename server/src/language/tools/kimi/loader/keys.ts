import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';

const keys = ['name', 'description', 'whenToUse', 'override', 'tools', 'disallowedTools', 'subagents'];
const limits: ReadonlyMap<string, string> = new Map([
  ...['allowed-tools', 'allowed_tools', 'allowedTools', 'tool', 'Tools'].map(key => [key, 'tools'] as const),
  ...['disallowed-tools', 'disallowed_tools', 'excludedTools', 'disabled_tools'].map(
    key => [key, 'disallowedTools'] as const,
  ),
]);
const modes = new Set(['permissionMode', 'permission-mode', 'permission', 'permissions', 'readonly']);

/** The keys that Kimi Code passes over, which it does by design and without a word. */
export function kimiKeyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key) && Object.hasOwn(data, key))
    .map(({ key, keyRange }) => ({ range: keyRange, field: key, ...keyIssue(key) }));
}

function keyIssue(key: string): Pick<Issue, 'code' | 'effect' | 'problem' | 'data'> {
  const limit = limits.get(key);
  if (limit)
    return {
      code: 'key.limit',
      effect: 'unrestricted',
      problem: `Kimi Code ignores \`${key}\`, so this limit does not hold. Write \`${limit}\`.`,
      data: { suggestion: limit },
    };
  if (modes.has(key))
    return {
      code: 'key.ignored',
      effect: 'ignored',
      problem: `Kimi Code ignores \`${key}\`: limit the agent with \`tools\` or \`disallowedTools\`.`,
    };
  if (key === 'model')
    return {
      code: 'key.ignored',
      effect: 'noted',
      problem: 'Kimi Code ignores `model`: an agent runs on the model of the session.',
    };
  const suggestion = nearestKey(key, keys);
  return {
    code: 'key.unknown',
    effect: 'noted',
    problem: `Kimi Code ignores \`${key}\`.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
    ...(suggestion && { data: { suggestion } }),
  };
}
