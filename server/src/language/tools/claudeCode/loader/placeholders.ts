import { codeRangesOf } from '../../../document/codeRanges.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from './issueCollector.ts';

/** Placeholders that are hardly meant literally, by where Claude Code fills them in. */
export const ofSkills = ['$ARGUMENTS', '${CLAUDE_SKILL_DIR}'] as const;
export const ofPlugins = ['${CLAUDE_PLUGIN_ROOT}', '${CLAUDE_PLUGIN_DATA}'] as const;

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
          consequence: `Claude Code leaves it as it is in ${place}, by its documentation: the model sees these characters`,
          advice: 'Write what is meant in words',
        },
      );
    }
  }
}

/** Matches what stands for the first argument, among others or alone. */
const first = /\$(?:0(?!\d)|ARGUMENTS\b)/;
const second = /(?<![\\$\w])\$1(?!\d|[.,]\d|%|\s*(?:million|billion|k\b))/g;

/**
 * Reports `$1` in a text that uses the first argument nowhere: Claude Code counts from 0, other tools from 1. Code is
 * excluded, where it is more likely a variable of a shell.
 */
export function reportSecondAlone(text: string, body: OffsetRange, issues: IssueCollector): void {
  const prompt = text.slice(body.start, body.end);
  if (!prompt.includes('$1') || first.test(prompt)) return;
  const code = codeRangesOf(text, body);
  for (const { index } of prompt.matchAll(second)) {
    const start = body.start + index;
    if (code.has(start)) continue;
    issues.add(
      'body.placeholder',
      'noted',
      { start, end: start + 2 },
      {
        problem: '`$1` is the second argument, and the first is not used',
        consequence: 'Claude Code counts arguments from 0',
        advice: 'Use `$0` for the first argument',
      },
    );
    return;
  }
}
