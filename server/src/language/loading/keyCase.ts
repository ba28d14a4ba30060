import type { AgentDocument } from '../document/agentDocument.ts';
import type { Entry } from '../document/yamlTree.ts';
import { type Effect, type Issue, inTextOrder } from './issue.ts';
import type { LoadResult } from './loader.ts';
import { problems } from './problems.ts';

/** From the worst to the mildest. */
const effects: readonly Effect[] = [
  'crashes',
  'rejected',
  'fails',
  'unrestricted',
  'leaked',
  'ignored',
  'changed',
  'noted',
];

/**
 * Makes a missing key and the same key in another case (`Name`) one issue, at the key and as severe as the worse of the
 * two: keys are case-sensitive for every tool.
 */
export function withKeyCase(load: LoadResult, document: AgentDocument): LoadResult {
  const missing = new Map<Issue, Entry>();
  for (const issue of load.issues) {
    const key = missingKey(issue);
    if (key === undefined || document.entry(key)) continue;
    const entry = document.yaml.entries.find(each => each.key.toLowerCase() === key.toLowerCase());
    if (entry) missing.set(issue, entry);
  }
  if (missing.size === 0) return load;
  const explained = new Set([...missing.values()].map(({ keyRange }) => keyRange.start));
  const others = load.issues.filter(
    issue => !missing.has(issue) && !(issue.code === 'key.unknown' && explained.has(issue.range.start)),
  );
  const merged = [...missing].map(([issue, entry]): Issue => {
    const unknown = load.issues.find(
      ({ code, range }) => code === 'key.unknown' && range.start === entry.keyRange.start,
    );
    const worse =
      unknown && effects.indexOf(unknown.effect) < effects.indexOf(issue.effect) ? unknown : issue;
    const key = missingKey(issue)!;
    return {
      code: 'key.unknown',
      effect: worse.effect,
      range: entry.keyRange,
      field: entry.key,
      problem: problems.unknownKey(entry.key),
      ...(worse.consequence !== undefined && { consequence: worse.consequence }),
      advice: `Write \`${key}\`: keys are case-sensitive`,
      data: { suggestion: key },
    };
  });
  return { ...load, issues: inTextOrder([...others, ...merged]) };
}

function missingKey({ code, data }: Issue): string | undefined {
  if (code === 'name.missing') return 'name';
  if (code === 'description.missing') return 'description';
  return code === 'key.missing' && typeof data?.key === 'string' ? data.key : undefined;
}
