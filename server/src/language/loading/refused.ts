import type { IssueCollector } from './issue.ts';
import { type LoadResult, nothingLoaded } from './loader.ts';

/** The result for a file that the tool does not load, with the reasons. */
export function refused(issues: IssueCollector): LoadResult {
  return { ...nothingLoaded, issues: issues.inTextOrder() };
}
