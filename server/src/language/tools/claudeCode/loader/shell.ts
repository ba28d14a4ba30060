import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from './issueCollector.ts';
import { denies, grants, type PermissionRule } from './permissionRules.ts';

/** A shell command in a text; `range` is that of all that its output replaces. */
export interface ShellCommand {
  readonly command: string;
  readonly range: OffsetRange;
}

/**
 * Matches the two forms of shell commands that run: `` !`…` `` at the start of the text or after white space, and a
 * code block that opens with three backquotes and `!`.
 */
const shell = /(?<!\S)!`([^`]+)`|```!\s*\n([\s\S]*?)\n?```/g;

/**
 * Finds the shell commands that Claude Code runs before the model sees a text, in fenced code too; offsets are those of
 * `text`. A `!` inside a code span is text.
 */
export function shellCommandsOf(text: string, { start, end }: OffsetRange): ShellCommand[] {
  const found: ShellCommand[] = [];
  shell.lastIndex = start;
  for (let match = shell.exec(text); match && match.index < end; match = shell.exec(text)) {
    if (isInSpan(text, match.index)) shell.lastIndex = match.index + 2;
    else
      found.push({
        command: (match[1] ?? match[2] ?? '').trim(),
        range: { start: match.index, end: match.index + match[0].length },
      });
  }
  return found;
}

/** Whether a code span that opened on the same line is still open at an offset. */
function isInSpan(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.split('`').length % 2 === 0;
}

/** What a skill or command grants and takes away. */
export interface Permissions {
  readonly allowed: readonly PermissionRule[];
  readonly disallowed: readonly PermissionRule[];
}

/**
 * Reports shell commands that Claude Code cannot run without asking: then the whole call fails. Commands that only read
 * run in any case; of those with variables or redirections nothing is known.
 */
export function reportShell(
  text: string,
  body: OffsetRange,
  permissions: Permissions,
  noun: string,
  issues: IssueCollector,
): void {
  if (!text.includes('!`', body.start) && !text.includes('```', body.start)) return;
  for (const { command, range } of shellCommandsOf(text, body)) {
    const call = { tool: 'Bash', subject: command };
    const denied = permissions.disallowed.some(rule => denies(rule, call));
    const first = denied ? command : partsOf(command).find(part => !runs(part, command, permissions));
    if (first === undefined) continue;
    const rule = `Bash(${/^\S*/.exec(first)![0]} *)`;
    issues.add(
      'body.shell',
      // The user's settings may allow it.
      'changed',
      range,
      {
        problem: denied
          ? 'Shell command is disallowed by this file'
          : 'Shell command is not allowed by `allowed-tools`',
        consequence: `Claude Code runs it before the model sees the text; where it may not, calling the ${noun} fails`,
        advice: denied ? 'Remove `Bash` from `disallowed-tools`' : `Add \`${rule}\` to \`allowed-tools\``,
      },
      { ...(!denied && { data: { rule } }) },
    );
  }
  reportUnrun(text, body, issues);
}

/** The simple commands of a command line; none where it cannot be told what runs. */
function partsOf(command: string): string[] {
  if (/[$`<>(){}\\"']/.test(command)) return command.startsWith('./') ? [command] : [];
  return command.split(/&&|\|\||[|;\n]/).map(part => part.trim());
}

function runs(part: string, whole: string, { allowed }: Permissions): boolean {
  return (
    part === '' ||
    readOnly.test(part) ||
    [part, whole].some(subject => allowed.some(rule => grants(rule, { tool: 'Bash', subject })))
  );
}

/**
 * Matches commands of which it is not sure that they ask: those that only read. Recorded for `echo` with 2.1.332; the
 * others are taken for such by their purpose, so that nothing false is said of them.
 */
const readOnly =
  /^(?:(?:echo|printf|pwd|cd|ls|cat|head|tail|wc|date|whoami|id|hostname|uname|which|type|true|false|stat|file|du|df|tree|find|grep|egrep|rg|fd|sort|uniq|cut|tr|awk|sed|jq|diff|basename|dirname|realpath|readlink|test|env|printenv|ps|sleep)(?:\s|$)|(?:git|gh|docker|kubectl|npm|node|python3?|go|cargo|ruby|java)\s(?:--?v(?:ersion)?|version|status|log|diff|show|branch|remote|rev-parse|ls-files|blame|describe|tag|config|stash|shortlog|worktree|pr|issue|repo|run|ps|images|get|ls|list|view)(?:\s|$))/;

/** Matches what looks like a shell command that runs, and does not: after a sign, with a language, with a space. */
const unrun =
  /(?<=[(:"'*|[=>])!`[^`\n]+`|(?<=^[ \t>]*)```\w+!(?=[ \t]*$)|(?<!\S)! `[^`\n]+`|(?<=\s)!``[^`\n]+``/gm;

/** Reports shell commands that reach the model as text, because of how they are written. */
function reportUnrun(text: string, body: OffsetRange, issues: IssueCollector): void {
  unrun.lastIndex = body.start;
  for (let match = unrun.exec(text); match && match.index < body.end; match = unrun.exec(text)) {
    if (isInSpan(text, match.index)) continue;
    const isBlock = match[0].startsWith('```');
    issues.add(
      'body.shell',
      'noted',
      { start: match.index, end: match.index + match[0].length },
      {
        problem: 'Shell command does not run as it is written',
        consequence: 'Claude Code leaves it in the text, where the model sees it',
        advice: isBlock
          ? 'To run it, open the block with three backquotes and `!` alone'
          : 'To run it, write `!` and the command in single backquotes, after a space',
      },
    );
  }
}
