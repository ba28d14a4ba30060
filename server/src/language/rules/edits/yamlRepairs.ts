import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import type { Issue } from '../../loading/issue.ts';
import type { Fix, RuleContext, TextChange } from '../rule.ts';
import { bracketRepairs } from './bracketRepairs.ts';
import { indentRepairs, keyIndentRepairs, neighborRepairs } from './indentRepairs.ts';
import { frontMatterLines, lineOf, type ProblemLine } from './problemLine.ts';
import { quotings } from './quoting.ts';
import { doubleQuoted } from './scalar.ts';
import { isKnownKey } from './valueExtent.ts';

/** More ways to repair one place only confuse. */
const most = 3;

/**
 * Returns the ways to repair front matter that is not valid YAML at the place of an issue, the likeliest first. They are
 * candidates: only those that lead to a file that loads are offered.
 */
export function yamlRepairs(issue: Issue, context: RuleContext): Fix[] {
  const { document } = context;
  // Line numbers of editors and parsers differ where lines end in a lone carriage return.
  if (/\r(?!\n)/.test(document.slice(document.frontMatter.content))) return [];
  const line = lineOf(document, issue.range.start);
  const characters = characterRepairs(document, issue);
  if (characters.length > 0) return characters;
  const repairs = [
    ...keyRepairs(line, context),
    ...keyIndentRepairs(line, context),
    ...quotings(context, keyOf(issue) ?? issue.field, issue.range.start),
    ...indentRepairs(line, context),
    ...itemRepairs(line, context),
    ...bracketRepairs(issue, context),
    ...neighborRepairs(line, context),
    ...endMarkRepairs(line),
  ];
  return repairs.filter(({ changes }) => changes.length > 0).slice(0, 2 * most);
}

/** Tabs in the indentation, spaces that YAML does not know, and characters that it does not allow. */
function characterRepairs(document: AgentDocument, { range }: Issue): Fix[] {
  const written = document.slice(range);
  const { content } = document.frontMatter;
  const all = (characters: RegExp, newText: string): TextChange[] =>
    [...document.slice(content).matchAll(characters)].map(({ index, 0: found }) => ({
      range: { start: content.start + index, end: content.start + index + found.length },
      newText,
    }));
  if (/^ *\t[ \t]*$/.test(written)) {
    const changes = [...frontMatterLines(document)].flatMap(line => {
      const indent = /^ *\t[ \t]*/.exec(line.text)?.[0];
      if (indent === undefined) return [];
      const { start } = line.range;
      return [{ range: { start, end: start + indent.length }, newText: indent.replaceAll('\t', '  ') }];
    });
    return [{ title: 'Change tabs to spaces', changes, safe: true }];
  }
  if (/[\u00a0\u3000]/.test(written)) {
    const changes = all(/(?<=^[ \t]*[\w.$-]+:)[\u00a0\u3000]/gm, ' ');
    return [{ title: 'Change to an ordinary space', changes, safe: true }];
  }
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/.test(written)) {
    const changes = all(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '');
    return [{ title: 'Remove the control characters', changes, safe: false }];
  }
  return [];
}

/** A key without a space after its colon, without a colon, with another sign for it, or that needs quotes. */
function keyRepairs({ range, text }: ProblemLine, { document, dialect }: RuleContext): Fix[] {
  const glued = /^([ \t]*)([\w$.-]+)(:|：[ \t]*)(?=[^\s:/])/.exec(text);
  if (glued && !/^[ \t]*https?:/.test(text)) {
    const isKnown = (key: string): boolean => isKnownKey(dialect, key);
    if (glued[1] !== '' || isKnown(glued[2]!) || range.start === document.frontMatter.content.start)
      return [
        {
          title: 'Insert a space after the colon',
          changes: spacesAfterColons(document, isKnown, range),
          safe: true,
        },
      ];
  }
  const marked = /^[ \t]*(?:- )?([*&@`%!][^\s:"']*)(?=[ \t]*:(?:[ \t]|$))/.exec(text);
  if (marked) {
    const end = range.start + marked[0].length;
    return [
      replacing('Quote the key', { start: end - marked[1]!.length, end }, doubleQuoted(marked[1]!), true),
    ];
  }
  const other =
    /^([\w$.-]+)(?:[ \t]*(?:=|：)[ \t]*|[ \t]+(?=[^\s:]))(?=\S)/.exec(text) ??
    /^([\w$.-]+)()[ \t]*$/.exec(text);
  if (other && isKnownKey(dialect, other[1]!)) {
    const span = { start: range.start + other[1]!.length, end: range.start + other[0].length };
    return [
      replacing(
        `Write a colon after \`${other[1]}\``,
        span,
        other[0].length < text.length ? ': ' : ':',
        false,
      ),
    ];
  }
  return [];
}

/** Inserts a space after the colon of the line at `at`, and of all others with known keys that lack it. */
function spacesAfterColons(
  document: AgentDocument,
  isKnown: (key: string) => boolean,
  at: OffsetRange,
): TextChange[] {
  return [...frontMatterLines(document)].flatMap(({ range, text }) => {
    const glued = /^([ \t]*)([\w$.-]+)(:|：[ \t]*)(?=[^\s:/])/.exec(text);
    if (!glued || !(range.start === at.start || (glued[1] === '' && isKnown(glued[2]!)))) return [];
    const end = range.start + glued[0].length;
    return [{ range: { start: end - glued[3]!.length, end }, newText: ': ' }];
  });
}

/** A list item, or the value of a nested key, that cannot stand without quotes. */
function itemRepairs({ range, text }: ProblemLine, { document }: RuleContext): Fix[] {
  const head = /^[ \t]*-[ \t]+(?=\S)|^[ \t]+[\w$.-]+:[ \t]+(?=\S)/.exec(text)?.[0];
  if (head === undefined || range.start < document.frontMatter.content.start) return [];
  const value = text.slice(head.length).trimEnd();
  const whole = /^(["'])([\s\S]*)\1$/.exec(value)?.[2] ?? value;
  const span = { start: range.start + head.length, end: range.start + head.length + value.length };
  return [
    replacing(`Quote the ${/-[ \t]+$/.test(head) ? 'item' : 'value'}`, span, doubleQuoted(whole), true),
  ];
}

/** A line `...`, which ends YAML. */
function endMarkRepairs({ range, text }: ProblemLine): Fix[] {
  return /^\.\.\.[ \t]*$/.test(text) ? [replacing('Make the line a comment', range, `# ${text}`, true)] : [];
}

/** A fix that replaces one span. */
export function replacing(title: string, range: OffsetRange, newText: string, safe: boolean): Fix {
  return { title, changes: [{ range, newText }], safe };
}

/** The key whose value it helps to quote, if the loader knows it. */
function keyOf({ data }: Issue): string | undefined {
  return data && 'key' in data && typeof data.key === 'string' && data.key !== '' ? data.key : undefined;
}
