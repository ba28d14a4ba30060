import type { OffsetRange } from '../document/offsets.ts';
import { quotedList } from '../wordList.ts';
import type { IssueCollector } from './issue.ts';

/** How a tool fills in its placeholders. */
export interface PlaceholderRule {
  readonly tool: string;
  readonly text: string;
  readonly body: OffsetRange;
  /** Global; its first group is the placeholder's name. */
  readonly pattern: RegExp;
  readonly known: readonly string[];
}

/** Reports each `${name}` in a prompt that the tool does not know, for tools that fail at run time on any such name. */
export function reportPlaceholders(
  { tool, text, body, pattern, known }: PlaceholderRule,
  issues: IssueCollector,
): void {
  const offered = quotedList(
    known.map(name => `\${${name}}`),
    'and',
  );
  for (const match of text.slice(body.start, body.end).matchAll(pattern)) {
    const name = match[1] ?? '';
    if (known.includes(name)) continue;
    const start = body.start + match.index;
    issues.add(
      'body.placeholder',
      'fails',
      { start, end: start + match[0].length },
      {
        problem: `Unknown placeholder \`${match[0]}\``,
        consequence: `${tool} fills in only ${offered}: the agent loads and then fails whenever it is used. The same applies in code and after a backslash`,
        advice: `Write \`$${name}\` without braces, or reword it`,
      },
      { subject: match[0] },
    );
  }
}
