import type { Dialect } from '../dialect/dialect.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import { isDialogueLine } from '../document/dialogue.ts';
import { lineAfter, lineBreak } from '../document/lines.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Entry } from '../document/yamlTree.ts';
import type { Effect, Issue } from './issue.ts';
import type { LoadResult } from './loader.ts';

/** A value whose text goes on below its line, at the margin, where YAML does not read it as part of the value. */
export interface Overflow {
  /** The entry whose value is meant to go on. */
  readonly entry: Entry;
  /** From the first of the lines that are lost to the end of the last one, without its line break. */
  readonly lost: OffsetRange;
  /** True when none of the lines could be meant as a key. */
  readonly isCertain: boolean;
}

const speakers = [
  /^(?:user|human|question|q)\d*$/i,
  /^(?:assistant|ai|agent|response|answer|a)\d*$/i,
] as const;

const keyLine = /^("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[A-Za-z_$][\w$.-]*)[ \t]*:(?=[ \t\r\n]|$)/;
/** Characters with which an unquoted string cannot begin. */
const notPlain = /^(?:[[\]{}|>"'&*!%@`,#]|[-?](?:\s|$))/;

/** Finds the values that go on below their line as text at the margin or as lines of a dialogue. */
function overflowsOf(document: AgentDocument, known: (key: string) => boolean): Overflow[] {
  const { text, frontMatter, yaml } = document;
  const found: Overflow[] = [];
  const byStart = new Map(yaml.entries.map(entry => [entry.keyRange.start, entry]));
  let head: Entry | undefined;
  let lines: { readonly start: number; readonly end: number }[] = [];
  let keys: string[] = [];
  let strays = 0;
  const talks = (): boolean => speakers.every(speaker => keys.some(key => speaker.test(key)));
  const finish = (): void => {
    if (head && lines.length > 0 && (strays > 0 || new Set(keys).size < keys.length || talks()))
      found.push({
        entry: head,
        lost: { start: lines[0]!.start, end: lines.at(-1)!.end },
        isCertain: keys.length === 0,
      });
    [head, lines, keys, strays] = [undefined, [], [], 0];
  };
  for (let at = frontMatter.content.start; at < frontMatter.content.end; at = lineAfter(text, at)) {
    const line = { start: at, end: Math.min(lineBreak(text, at), frontMatter.content.end) };
    const written = text.slice(line.start, line.end).trimEnd();
    if (written === '' || /^[ \t]/.test(written)) continue;
    const key = keyLine.exec(written)?.[1];
    // A comment is lost like the lines around it.
    if (head && written.startsWith('#')) continue;
    const isLost =
      key === undefined
        ? strays > 0 || isProse(written, known)
        : (isDialogueLine(key, written) || (strays > 0 && /^[A-Z]/.test(key))) && !known(key);
    if (head && isLost) {
      lines.push({ start: line.start, end: line.start + written.length });
      if (key === undefined) strays++;
      else keys.push(key);
      continue;
    }
    finish();
    const entry = key === undefined ? undefined : byStart.get(line.start);
    if (entry && isPlain(written.slice(written.indexOf(':', key!.length) + 1).trim(), text, line.end))
      head = entry;
  }
  finish();
  return found;
}

/** True for a value that is an unquoted string, or nothing on its line and nothing indented below it. */
function isPlain(value: string, text: string, lineEnd: number): boolean {
  if (value !== '') return !notPlain.test(value);
  return /^\s*(?=[^\s#-])/.exec(text.slice(lineEnd))?.[0].match(/[ \t]$/) === null;
}

/** True for a line of text, or a tag such as `<example>`. A word or two may be a key without its colon. */
function isProse(line: string, known: (key: string) => boolean): boolean {
  // A key with the wrong colon, or the wrong space after it.
  const meant = /^["']?([\w$.-]+)["']?\s*[:\uFF1A]/.exec(line)?.[1];
  if (meant !== undefined && known(meant)) return false;
  const glued = /^([\w$.-]+):\S/.exec(line)?.[1];
  if (glued !== undefined) return isDialogueLine(glued, `${glued}: …`);
  return !/^(?:[\w$.-]+(?: [\w$.-]+)?(?<![.!?])$|---|\.\.\.|[\]})])/.test(line);
}

/** Errors of the YAML, which are told again after the fix where they have another cause. */
const ofYaml = /^(?:yaml\.|frontMatter\.(?:lost|unclosed)$)/;
const gravest: readonly Effect[] = [
  'crashes',
  'rejected',
  'fails',
  'unrestricted',
  'ignored',
  'changed',
  'leaked',
  'noted',
];

/**
 * The result with one issue for each value that goes on below its line, instead of those about the single lines. A
 * result whose tool reads the lines as part of the value stays as it is.
 */
export function withOverflows(
  load: LoadResult,
  { document, dialect, tool }: { document: AgentDocument; dialect: Dialect; tool: string },
): LoadResult {
  if (load.ignored || load.issues.length === 0) return load;
  if (!load.issues.some(({ code }) => ofYaml.test(code) || code === 'key.unknown')) return load;
  const overflows = overflowsOf(document, key => dialect.fields().field([key]) !== undefined);
  let { issues } = load;
  for (const overflow of overflows) {
    if (isRead(load, overflow, document)) continue;
    const { entry, lost, isCertain } = overflow;
    const isClosed = document.frontMatter.state === 'closed';
    const about = issues.filter(
      issue => isAbout(issue, overflow) && (isClosed || issue.code !== 'frontMatter.unclosed'),
    );
    const [worst] = [...about].sort((a, b) => gravest.indexOf(a.effect) - gravest.indexOf(b.effect));
    if (!worst) continue;
    const isRefused = gravest.indexOf(worst.effect) < gravest.indexOf('ignored');
    const issue: Issue = {
      code: 'yaml.overflow',
      effect: isRefused ? worst.effect : 'ignored',
      range: firstLine(document, lost),
      problem: `\`${entry.key}\` ends on its line; the lines below are lost`,
      consequence:
        (isRefused || (worst.code === 'yaml.invalid' && worst.effect !== 'noted')) &&
        worst.consequence !== undefined
          ? worst.consequence
          : `${tool} does not read them as part of the value`,
      advice: 'Write a block: `|-` after the colon, and the text indented below',
      field: entry.key,
      data: { start: entry.keyRange.start, end: lost.end, isCertain },
      ...(worst.evidence && { evidence: worst.evidence }),
    };
    issues = issues.flatMap(each => (each === worst ? [issue] : about.includes(each) ? [] : [each]));
  }
  return issues === load.issues ? load : { ...load, issues };
}

function firstLine({ text }: AgentDocument, { start, end }: OffsetRange): OffsetRange {
  return { start, end: Math.min(lineBreak(text, start), end) };
}

function isAbout({ code, range }: Issue, { entry, lost }: Overflow): boolean {
  if (range.start >= lost.start && range.start < lost.end) return true;
  return (
    ofYaml.test(code) &&
    // What is said of the file as a whole is due to these lines.
    (code === 'yaml.invalid' ||
      code === 'frontMatter.unclosed' ||
      (range.start >= entry.lines.start && range.start < lost.end))
  );
}

/** True when the tool reads the lines as part of the value. */
function isRead(load: LoadResult, { entry, lost }: Overflow, document: AgentDocument): boolean {
  const value = load[entry.key as keyof LoadResult] ?? load.fields[entry.key];
  const last = document.slice(lost).split(/\r?\n/).at(-1)!.trim();
  return typeof value === 'string' && value.includes(last);
}
