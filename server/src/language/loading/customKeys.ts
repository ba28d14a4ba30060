import { hasCode, type Issue } from './issue.ts';

/** True for a key that the tool does not know and merely ignores: a project may use it for data of its own. */
export function mayBeCustomKey(issue: Issue): issue is Issue<'key.unknown'> {
  return hasCode(issue, ['key.unknown']) && (issue.effect === 'noted' || issue.data?.custom === true);
}
