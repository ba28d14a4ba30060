import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { offsetInValue } from '../../../document/valueOffset.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { withoutTrigger } from '../../../loading/triggerWords.ts';
import { listedText, longestEntry, shown } from './invocation.ts';

/** Reports a description that is longer than the listing shows, with `when_to_use`, from the place of the cut on. */
export function reportCut(
  document: AgentDocument,
  description: string,
  whenToUse: string | undefined,
  noun: string,
  whole: OffsetRange,
  issues: Pick<IssueCollector, 'add'>,
): void {
  const listed = listedText({ name: '', label: undefined, description, whenToUse }).description;
  if (listed.length <= longestEntry) return;
  const kept = longestEntry - 1;
  const own = shown(description.trim()).length;
  const range =
    kept < own
      ? restOf(document, 'description', description, kept)
      : restOf(document, 'when_to_use', whenToUse ?? '', Math.max(0, kept - own - ' - '.length));
  issues.add(
    'description.cut',
    'changed',
    range ?? whole,
    {
      problem: `\`description\` and \`when_to_use\` have ${listed.length.toLocaleString('en')} characters`,
      consequence: `Claude Code shows the model only the first ${kept.toLocaleString('en')} of them${withoutTrigger(listed.slice(kept))}`,
      advice: `Start with when to use the ${noun}`,
    },
    { field: 'description' },
  );
}

/** The range of a value behind its first characters, of which `length` are shown. */
function restOf(
  document: AgentDocument,
  key: string,
  value: string,
  length: number,
): OffsetRange | undefined {
  const entry = document.entry(key);
  if (!entry || typeof entry.value !== 'string' || entry.value !== value) return undefined;
  const start = value.length - value.trimStart().length;
  // Escaped characters take more than they are written with.
  let [low, high] = [0, value.length - start];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (shown(value.slice(start, start + middle)).length <= length) low = middle;
    else high = middle - 1;
  }
  const offset = offsetInValue(document, entry, start + low);
  return offset === undefined ? undefined : { start: offset, end: entry.range.end };
}
