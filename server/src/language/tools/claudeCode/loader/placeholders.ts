import { codeRangesOf } from '../../../document/codeRanges.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from './issueCollector.ts';

/** Placeholders that are hardly meant literally, by where Claude Code fills them in. */
export const ofSkills = ['$ARGUMENTS', '${CLAUDE_SKILL_DIR}'] as const;
export const ofPlugins = ['${CLAUDE_PLUGIN_ROOT}', '${CLAUDE_PLUGIN_DATA}'] as const;
/** Filled in in skills and commands; not in an agent of a project (recorded with 2.1.329 on 2026-11-29). */
export const ofSessions = ['${CLAUDE_PROJECT_DIR}', '${CLAUDE_SESSION_ID}'] as const;

/** Every such placeholder starts with one of these, so a text without them is searched only twice. */
const prefixes = ['$ARGUMENTS', '${CLAUDE_'] as const;

/**
 * Reports the first use of each of `placeholders` in a prompt in which Claude Code does not fill it in. Code is
 * excluded, where it may be what the text is about, and so is a placeholder after a backslash. `place` completes
 * "leaves it as it is in …".
 */
export function reportUnfilled(
  text: string,
  body: OffsetRange,
  placeholders: readonly string[],
  place: string,
  issues: IssueCollector,
): void {
  const reported = new Set<string>();
  let code: ReturnType<typeof codeRangesOf> | undefined;
  for (const prefix of prefixes) {
    for (let at = text.indexOf(prefix, body.start); at >= 0; at = text.indexOf(prefix, at + 1)) {
      const placeholder = placeholders.find(one => text.startsWith(one, at));
      if (placeholder === undefined || reported.has(placeholder) || text[at - 1] === '\\') continue;
      if (!placeholder.endsWith('}') && /\w/.test(text[at + placeholder.length] ?? '')) continue;
      code ??= codeRangesOf(text, body);
      if (code.has(at)) continue;
      reported.add(placeholder);
      issues.add(
        'body.placeholder',
        'noted',
        { start: at, end: at + placeholder.length },
        {
          problem: `Placeholder \`${placeholder}\` is not filled in`,
          consequence: `Claude Code leaves it as it is in ${place}: the model sees these characters`,
          advice: 'Write what is meant in words',
        },
      );
    }
  }
}

/** Matches what stands for the first argument, among others or alone. */
const first = /\$(?:0(?!\d)|ARGUMENTS\b)/;
const position = /(?<![\\$\w])\$(\d)(?!\w)/g;
/** Matches what follows a digit in a price. */
const price = /^(?:[.,]\d|%|\s*(?:million|billion|k\b|a |per |\/))/;

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/**
 * Reports `$1` and the like where something else is meant: a price, a field of awk, or, unless the arguments have names,
 * the first argument, which is `$0`. One issue for a cause: what is said of the first is true of the others.
 */
export function reportPositions(
  text: string,
  body: OffsetRange,
  hasNames: boolean,
  issues: IssueCollector,
): void {
  const prompt = text.slice(body.start, body.end);
  let isLiteralReported = false;
  let isSecondReported = hasNames || first.test(prompt);
  let code: ReturnType<typeof codeRangesOf> | undefined;
  for (const { index, 0: written, 1: digit } of prompt.matchAll(position)) {
    const start = body.start + index;
    const range = { start, end: start + written.length };
    if (
      price.test(prompt.slice(index + written.length, index + written.length + 10)) ||
      isInAwk(prompt, index)
    ) {
      if (isLiteralReported) continue;
      isLiteralReported = true;
      issues.add(
        'body.placeholder',
        'noted',
        range,
        {
          problem: `\`${written}\` is a placeholder`,
          consequence: `Claude Code replaces it by the ${ordinals[Number(digit)]} argument, in code too, when there is one`,
          advice: `Write \`\\${written}\` to keep it`,
        },
        { data: { suggestion: `\\${written}` } },
      );
    } else if (digit === '1' && !isSecondReported) {
      code ??= codeRangesOf(text, body);
      // There it is more likely a variable of a shell.
      if (code.has(start)) continue;
      isSecondReported = true;
      issues.add(
        'body.placeholder',
        'noted',
        range,
        {
          problem: '`$1` is the second argument, and the first is not used',
          consequence: 'Claude Code counts arguments from 0',
          advice: 'Use `$0` for the first argument',
        },
        { data: { suggestion: '$0' } },
      );
    }
  }
}

/** Whether an offset is in the braces of an awk program. */
function isInAwk(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.includes('awk ') && line.lastIndexOf('{') > line.lastIndexOf('}');
}
