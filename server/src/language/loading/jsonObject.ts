import type { AgentDocument } from '../document/agentDocument.ts';
import type { Effect, IssueCollector } from './issue.ts';
import { jsonCause } from './jsonCause.ts';

/** The keys and values of a JSON file that must be an object; the last of duplicate keys counts. */
export function readObject(
  document: AgentDocument,
  what: string,
  { effect, consequence }: { readonly effect: Effect; readonly consequence: string },
  issues: IssueCollector,
): Readonly<Record<string, unknown>> | undefined {
  const cause = jsonCause(document);
  if (cause?.isUnread) issues.add(cause.code, 'noted', cause.range, cause);
  else if (cause) issues.addCause(cause, effect, consequence);
  else if (!document.yaml.isMap)
    issues.add('value.type', effect, document.frontMatter.open, {
      problem: `${what} must be a JSON object`,
      consequence,
    });
  if (cause || !document.yaml.isMap) return undefined;
  // Properties of its own, also for names such as `__proto__`.
  return Object.fromEntries(document.yaml.entries.map(({ key, value }) => [key, value]));
}
