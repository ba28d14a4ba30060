import { codeRangesOf } from '../../../document/codeRanges.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from './issueCollector.ts';

/** Placeholders that can hardly be meant as mere words, by where Claude Code fills them in. */
export const ofSkills = ['$ARGUMENTS', '${CLAUDE_SKILL_DIR}'] as const;
export const ofPlugins = ['${CLAUDE_PLUGIN_ROOT}', '${CLAUDE_PLUGIN_DATA}'] as const;

/** Every such placeholder begins with one of these: a text without them is searched twice and no more. */
const beginnings = ['$ARGUMENTS', '${CLAUDE_'] as const;

/**
 * Notes the first use of each of `placeholders` in a prompt in which Claude Code does not fill it in. Not in code,
 * where it may be what the text is about, and not behind a backslash. `place` completes "does not fill this in …".
 */
export function reportUnfilled(
  text: string,
  body: OffsetRange,
  placeholders: readonly string[],
  place: string,
  issues: IssueCollector,
): void {
  const noted = new Set<string>();
  let code: ReturnType<typeof codeRangesOf> | undefined;
  for (const beginning of beginnings) {
    for (let at = text.indexOf(beginning, body.start); at >= 0; at = text.indexOf(beginning, at + 1)) {
      const word = placeholders.find(one => text.startsWith(one, at));
      if (word === undefined || noted.has(word) || text[at - 1] === '\\') continue;
      if (!word.endsWith('}') && /\w/.test(text[at + word.length] ?? '')) continue;
      code ??= codeRangesOf(text, body);
      if (code.has(at)) continue;
      noted.add(word);
      issues.add(
        'body.placeholder',
        'noted',
        { start: at, end: at + word.length },
        `By its documentation, Claude Code does not fill \`${word}\` in ${place}: the model sees these characters. Write what is meant in words.`,
      );
    }
  }
}

/** What takes the first argument, whatever else it takes. */
const first = /\$(?:0(?!\d)|ARGUMENTS\b)/;
const second = /(?<![\\$\w])\$1(?!\d|[.,]\d|%|\s*(?:million|billion|k\b))/g;

/**
 * Notes `$1` in a text that takes the first argument nowhere: Claude Code counts from 0, other tools from 1. Not in code,
 * where it is more likely a shell's.
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
      'Claude Code counts arguments from 0: `$1` is the second one, and nothing here takes the first, which is `$0`.',
    );
    return;
  }
}
