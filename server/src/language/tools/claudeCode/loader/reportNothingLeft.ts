import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import { shownValue } from './reportValues.ts';
import type { ToolEntry } from './toolList.ts';
import { isMcpTool, mcpFormOf, meantTool, toolNamed } from './toolNames.ts';

/**
 * Reports a list that resolves to no tool at all, with the reasons. `left` are the entries that `disallowedTools` does
 * not name too: without any, the agent starts.
 */
export function reportNothingLeft(
  field: Field,
  entries: readonly ToolEntry[],
  left: readonly ToolEntry[],
  disallowed: readonly string[] | null,
  issues: IssueCollector,
): void {
  const reasons = [...new Set(entries.map(entry => whyNothing(entry, disallowed)))];
  const meant = entries.flatMap(meantNames);
  const wantsAll = /^all\b/i.test(String(field.value));
  const isFixable =
    typeof field.value === 'string' && !wantsAll && meant.length > 0 && !meant.includes(undefined);
  const advice = wantsAll
    ? 'For every tool, remove the key or write `"*"`'
    : entries.some(({ name }) => /\s/.test(name))
      ? 'Separate the names by commas; a line break does not separate them'
      : 'Write the exact names, which are case-sensitive, separated by commas';
  const isCanceled = left.length === 0;
  issues.add(
    'tools.none',
    'fails',
    issues.rangeWithin(field),
    {
      problem: 'No tool is left',
      consequence: `Claude Code ${isCanceled ? 'starts this agent without any tool' : 'refuses to start this agent'}: ${reasons.slice(0, 5).join(', ') || 'the list has no names'}`,
      advice: isCanceled && entries.length > 0 ? 'Remove the names from one of the two lists' : advice,
    },
    { field: 'tools', ...(isFixable && { data: { suggestion: [...new Set(meant)].join(', ') } }) },
  );
}

/** Returns the tools that an entry most likely means, when it has several names in a form that is not understood. */
function meantNames({ name, text }: ToolEntry): (string | undefined)[] {
  if (isMcpTool(name)) return [text];
  const parts = name.split(/[\s;|]+/).filter(part => /\w/.test(part));
  return parts.map(part => toolNamed(part)?.value ?? mcpFormOf(part) ?? meantTool(part));
}

function whyNothing({ name, text }: ToolEntry, disallowed: readonly string[] | null): string {
  const tool = toolNamed(name);
  if (disallowed?.includes(tool?.value ?? name)) return `\`${text}\` is also in \`disallowedTools\``;
  if (tool === undefined) return `\`${shownValue(text)}\` is not a tool`;
  if (tool.availability === 'off') return `\`${text}\` is off by default`;
  return `no subagent gets \`${text}\``;
}
