import type { OffsetRange } from '../document/offsets.ts';
import type { Issue } from './issue.ts';
import { quotedList } from './shape.ts';

/** How a tool fills its placeholders in. */
export interface PlaceholderRule {
  readonly tool: string;
  readonly text: string;
  readonly body: OffsetRange;
  /** Global; its first group is the placeholder's name. */
  readonly pattern: RegExp;
  readonly known: readonly string[];
}

/** Notes on `${word}` in a prompt, for tools that fail at run time on any word which they do not know. */
export function placeholderIssues({ tool, text, body, pattern, known }: PlaceholderRule): Issue[] {
  const offered = quotedList(
    known.map(name => `\${${name}}`),
    'and',
  );
  return [...text.slice(body.start, body.end).matchAll(pattern)]
    .filter(match => !known.includes(match[1] ?? ''))
    .map(match => {
      const start = body.start + match.index;
      const name = match[1] ?? '';
      return {
        code: 'body.placeholder',
        effect: 'fails',
        range: { start, end: start + match[0].length },
        problem: `${tool} takes \`${match[0]}\` for a placeholder and knows only ${offered}, so the agent loads and then fails whenever it is used. This holds in code and behind a backslash too. Write \`$${name}\` without braces, or reword it.`,
      } satisfies Issue;
    });
}
