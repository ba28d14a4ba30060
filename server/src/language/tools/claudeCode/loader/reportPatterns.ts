import type { IssueText } from '../../../loading/issue.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import { shownValue } from './reportValues.ts';

interface PatternProblem extends IssueText {
  /** The pattern to write instead, where it is certain. */
  readonly suggestion?: string;
}

const matchesNothing = 'Claude Code matches no file with it';

/**
 * Reports patterns of `paths` that match nothing, or not what they look like (recorded with 2.1.332). Patterns are those
 * of a `.gitignore`; braces with commas expand, other braces and extended globs are plain characters.
 */
export function reportPatterns(field: Field, patterns: readonly string[], issues: IssueCollector): void {
  let hasPositive = false;
  for (const pattern of patterns) {
    const found = problemOf(pattern, hasPositive);
    hasPositive ||= !pattern.startsWith('!');
    if (!found) continue;
    const { suggestion, ...text } = found;
    issues.add('value.type', 'ignored', issues.rangeWithin(field, pattern), text, {
      field: field.key,
      subject: pattern,
      ...(suggestion !== undefined && { data: { suggestion } }),
    });
  }
}

function problemOf(pattern: string, hasPositive: boolean): PatternProblem | undefined {
  const shown = shownValue(pattern);
  if (/\n/.test(pattern) || /\*\s+[^\s,]/.test(pattern))
    return {
      problem: `Patterns are separated by ${pattern.includes('\n') ? 'line breaks' : 'spaces'}`,
      consequence: `Claude Code reads \`${shown}\` as one pattern, and matches no file with it`,
      advice: 'Separate patterns by commas, or write a list',
    };
  const separator = /\*([;|])\S/.exec(pattern)?.[1];
  if (separator !== undefined)
    return {
      problem: `Patterns are separated by \`${separator}\``,
      consequence: `Claude Code reads \`${shown}\` as one pattern, and matches no file with it`,
      advice: 'Separate patterns by commas, or write a list',
    };
  if (/\[(?!.*\])/.test(pattern.replace(/\\./g, '')))
    return {
      problem: '`[` is not closed in this glob',
      consequence: matchesNothing,
      advice: 'For a bracket in a file name, write `[[]`',
    };
  if (pattern === '.' || pattern === './')
    return {
      problem: `\`${pattern}\` is not a pattern`,
      consequence: matchesNothing,
      advice: 'For every file, leave out `paths`',
    };
  if (pattern.startsWith('./'))
    return {
      problem: 'Pattern starts with `./`',
      consequence: matchesNothing,
      advice: `Write \`${shownValue(pattern.slice(2))}\``,
      suggestion: pattern.slice(2),
    };
  if (/^(?:~\/|\.\.\/)/.test(pattern))
    return {
      problem: 'Pattern leads out of the project',
      consequence: matchesNothing,
      advice: 'Write it relative to the folder with `.claude`',
    };
  if (/[\w*]\\(?:[\w*.]|$)/.test(pattern))
    return {
      problem: 'Backslash in a pattern is not a separator',
      consequence: matchesNothing,
      advice: `Write \`${shownValue(pattern.replaceAll('\\', '/'))}\``,
      suggestion: pattern.replaceAll('\\', '/'),
    };
  if (/[!@+?*]\([^()]*\)/.test(pattern))
    return {
      problem: 'Extended glob is not supported',
      consequence: `Claude Code reads the characters of \`${shown}\` as they are, and matches no file with it`,
      advice: 'Use braces with commas, or several patterns',
    };
  if (/\{[^{},]*\}/.test(pattern))
    return {
      problem: 'Braces without a comma do not expand',
      consequence: `Claude Code reads the characters of \`${shown}\` as they are, and matches no file with it`,
      advice: 'Name the alternatives, separated by commas',
    };
  if (pattern.startsWith('!'))
    return {
      problem: `\`${shown}\` excludes nothing`,
      consequence: hasPositive
        ? 'Claude Code cannot exclude a file whose folder another pattern matches'
        : 'Claude Code matches no file with patterns that only exclude',
      advice: 'Write patterns for the files that are meant',
    };
  const folder = /(?<!\\)\[(?![!^])((?:\.\.\.)?\w{2,})\]/.exec(pattern)?.[1];
  if (folder !== undefined)
    return {
      problem: `\`[${shownValue(folder)}]\` matches one character`,
      consequence: `Claude Code takes it for any one of \`${[...new Set(folder)].slice(0, 5).join('`, `')}\`, not for a folder of this name`,
      advice: `For the folder, write \`\\[${shownValue(folder)}\\]\``,
    };
  return undefined;
}
