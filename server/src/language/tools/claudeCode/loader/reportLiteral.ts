import { codeRangesOf } from '../../../document/codeRanges.ts';
import { importsIn } from '../../../document/imports.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from './issueCollector.ts';
import { shellCommandsOf } from './shell.ts';

/** Matches the first argument of a skill, and neither a price nor a part of a longer word. */
const argument = /(?<![\\$\w])\$1(?![\w.,%–-]*\d|[\w%]|\s*(?:million|billion|k\b|a |per |\/))/g;

/**
 * Reports what Claude Code fills in or runs in a skill, and leaves as it stands in an agent's prompt: `$1`, shell
 * commands and imports (recorded with 2.1.329 on 2026-11-29). The first of each kind.
 */
export function reportLiteral(text: string, body: OffsetRange, issues: IssueCollector): void {
  const [command] = text.includes('!`', body.start) ? shellCommandsOf(text, body) : [];
  if (command && !codeRangesOf(text, body).has(command.range.start - 1))
    issues.add('body.shell', 'noted', command.range, {
      problem: 'Shell commands do not run here',
      consequence:
        'Claude Code runs them in skills and commands; in an agent’s prompt the model sees the text',
      advice: 'Tell the agent to run the command',
    });
  const included = importsIn(text, body).find(({ isEvident }) => isEvident);
  if (included)
    issues.add('body.placeholder', 'noted', included.range, {
      problem: `\`${text.slice(included.range.start, included.range.end)}\` is not included`,
      consequence:
        'Claude Code includes files in CLAUDE.md; in an agent’s prompt the model sees the path only',
      advice: 'Tell the agent to read the file',
    });
  if (!text.includes('$1', body.start)) return;
  const code = codeRangesOf(text, body);
  for (const { index } of text.slice(body.start, body.end).matchAll(argument)) {
    const start = body.start + index;
    if (code.has(start)) continue;
    issues.add(
      'body.placeholder',
      'noted',
      { start, end: start + 2 },
      {
        problem: 'Placeholder `$1` is not filled in',
        consequence: 'Claude Code leaves it as it is in an agent’s prompt: the model sees these characters',
        advice: 'Write what is meant in words',
      },
    );
    return;
  }
}
