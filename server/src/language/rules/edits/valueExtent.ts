import type { Dialect } from '../../dialect/dialect.ts';
import type { AgentDocument } from '../../document/agentDocument.ts';
import { isDialogueLine } from '../../document/dialogue.ts';
import { lineAfter } from '../../document/lines.ts';
import type { Entry } from '../../document/yamlTree.ts';

/** Front matter keys of so many tools that a line with one is a key, whatever the dialect. */
const commonKeys = new Set([
  'name',
  'description',
  'tools',
  'model',
  'color',
  'version',
  'license',
  'metadata',
]);

const keyLine = /^["']?([A-Za-z_$][\w$.-]*)["']?[ \t]*:(?:\s|$)/;

/** Whether a top-level key is one that the tool, or most tools, know. */
export function isKnownKey(dialect: Dialect, key: string): boolean {
  return commonKeys.has(key) || dialect.fields().field([key]) !== undefined;
}

/** The lines that a value was meant to have. */
export interface ValueExtent {
  /** The key, with all of the lines. */
  readonly entry: Entry;
  /** True when the lines take in more than the parser gives to the key. */
  readonly isLonger: boolean;
  /** True when none of the further lines could be meant as a key. */
  readonly isCertain: boolean;
}

/**
 * Returns the lines that belong to the value at `at`, with those that go on at the margin without an indentation, as
 * authors write examples into a description:
 *
 * ```text
 * description: Use it when code is long. Examples:     ← the key
 *
 * Context: the user wrote a function.                  ← not a key of the tool, so it goes on
 * user: "Make it shorter"
 * - Shorten it
 * tools: Read                                          ← the next key
 * ```
 *
 * The value ends at the next key that the tool knows, or at a key that nothing but other keys follow, unless that is a
 * word of a dialogue. `undefined` when no key is above `at`.
 */
export function valueExtentAt(
  document: AgentDocument,
  dialect: Dialect,
  at: number,
): ValueExtent | undefined {
  const { entries } = document.yaml;
  const { content } = document.frontMatter;
  const above = entries.filter(
    ({ lines, keyRange }) => lines.start <= at && isAtMargin(document, keyRange.start),
  );
  const entry = above.findLast(({ key }) => isKnownKey(dialect, key)) ?? above.at(-1);
  if (!entry) return undefined;
  let end = lineAfter(document.text, entry.keyRange.end);
  let certain = true;
  /** Lines without a key, and lines that say who says what: one of the latter may be a key after all. */
  let [texts, speakers] = [
    0,
    /:[ \t]*$/.test(document.slice({ start: entry.keyRange.end + 1, end }).trimEnd()) ? 1 : 0,
  ];
  /** The keys since the last line without one: they belong to the value only if such a line follows. */
  let pending: { readonly start: number } | undefined;
  for (let line = end; line < content.end; line = lineAfter(document.text, line)) {
    const next = Math.min(lineAfter(document.text, line), content.end);
    const text = document.slice({ start: line, end: next });
    const key = keyLine.exec(text)?.[1];
    if (key !== undefined && isKnownKey(dialect, key)) break;
    if (text.trim() === '' || (pending && /^[ \t]/.test(text))) continue;
    if (key !== undefined && !isDialogueLine(key, text) && !/^[A-Z]/.test(key)) {
      pending ??= { start: line };
      continue;
    }
    if (key === undefined) texts++;
    else speakers++;
    if (pending) certain = false;
    pending = undefined;
    end = next;
  }
  const isLonger = end > entry.lines.end && (texts > 0 || speakers > 1);
  return {
    entry: isLonger ? { ...entry, lines: { start: entry.lines.start, end } } : entry,
    isLonger,
    isCertain: certain,
  };
}

function isAtMargin({ text }: AgentDocument, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\uFEFF';
}
