import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { readStrictly } from '../../document/strictYaml.ts';
import { type Entry, longestFrontMatter } from '../../document/yamlTree.ts';
import { delimiterCause } from '../delimiterCause.ts';
import type { IssueCollector } from '../issue.ts';
import { findMeantFrontMatter } from '../meantFrontMatter.ts';
import { isMapping } from '../shape.ts';
import { unifyLineEnds } from '../unifyLineEnds.ts';
import { reportTooLarge } from '../unread.ts';
import { noMapping } from '../yaml/errors.ts';
import { explainError } from '../yaml/explainError.ts';
import type { Consequence, DocumentedDialectFacts, Reading } from './format.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Reads the front matter as YAML 1.2. Where the YAML is invalid, the keys that can be read by themselves keep their
 * values, so that one error hides no others.
 */
export function readFrontMatter(
  document: AgentDocument,
  format: DocumentedDialectFacts,
  issues: IssueCollector,
): Reading {
  const { frontMatter, text } = document;
  const nothing = (body: OffsetRange): Reading => ({ data: {}, body, invalid: none });
  const whole = { start: 0, end: text.length };
  if (format.frontMatter === 'none') {
    reportPlainText(document, format, issues);
    return nothing(whole);
  }
  reportDelimiter(document, format, issues);
  if (frontMatter.state === 'absent') return nothing(whole);
  const { content, body } = frontMatter;
  if (content.end - content.start > longestFrontMatter) {
    reportTooLarge(document, issues);
    return nothing(body);
  }
  const { masked, verbatim } = maskVerbatim(document, format.verbatim ?? []);
  const unified = unifyLineEnds(masked, content);
  const reading = readStrictly(unified.yaml);
  if ('reason' in reading) {
    reportError(document, unified.toDocument(reading.offset), reading.reason, format, issues);
    const { entries } = document.yaml;
    return {
      data: valuesOf(entries, verbatim),
      body,
      invalid: new Set(entries.filter(entry => entry.error && !verbatim.has(entry)).map(({ key }) => key)),
    };
  }
  if (reading.value !== null && !isMapping(reading.value)) {
    const { effect, consequence, evidence } = yamlConsequence(format);
    issues.add('yaml.invalid', effect, frontMatter.open, { ...noMapping, consequence }, { evidence });
    return nothing(body);
  }
  const values = isMapping(reading.value) ? reading.value : {};
  return { data: { ...values, ...valuesOf([...verbatim], verbatim) }, body, invalid: none };
}

/** What the tool does with invalid YAML; a statement about its documentation where nothing is known. */
function yamlConsequence({ badYaml, tool }: DocumentedDialectFacts): Consequence {
  return (
    badYaml ?? {
      effect: 'ignored',
      consequence: `${tool} ${/ and /.test(tool) ? 'document' : 'documents'} YAML here and no repair of invalid YAML`,
    }
  );
}

function reportDelimiter(
  document: AgentDocument,
  format: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  const { frontMatter, text } = document;
  const blank = text.slice(0, frontMatter.leading.end).replace('\uFEFF', '');
  if (frontMatter.state === 'closed' && blank === '') return;
  // Text without front matter is valid where front matter is optional.
  const isAbsent = frontMatter.state === 'absent';
  const known = format.fields().fields.map(({ name }) => name);
  const isMeant = /^\uFEFF?---/.test(text) || findMeantFrontMatter(text, known) !== undefined;
  if (isAbsent && format.frontMatter === 'optional' && !isMeant) return;
  const { effect, consequence, evidence } = format.badDelimiters ?? {
    effect: 'ignored',
    consequence: `${format.tool} documents it at the very start of the file, between two lines of \`---\``,
  };
  issues.addCause(delimiterCause(document, known), effect, consequence, { evidence });
}

function reportPlainText(
  document: AgentDocument,
  { tool, what, source }: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  const [first] = document.yaml.entries;
  if (document.frontMatter.state !== 'closed' || !first) return;
  issues.add(
    'key.unknown',
    'noted',
    first.keyRange,
    {
      problem: 'Front matter is read as text',
      consequence: `${tool} documents a ${what} as plain text without front matter: these lines are part of it`,
    },
    { field: first.key, evidence: source.evidence === 'secondHand' ? source.evidence : undefined },
  );
}

function reportError(
  document: AgentDocument,
  offset: number,
  reason: string,
  format: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  const cause = explainError(document, document.frontMatter.content, offset, reason);
  const { key, slip } = cause;
  const { effect, consequence, evidence } =
    ((slip === 'colon' || slip === 'mark') && format.textLine) || yamlConsequence(format);
  issues.addCause(cause, effect, consequence, { evidence, ...(key && { field: key, data: { key } }) });
}

/** Replaces unquoted values of the given keys with dots of the same length, so that offsets stay valid. */
function maskVerbatim(
  document: AgentDocument,
  keys: readonly string[],
): { readonly masked: string; readonly verbatim: ReadonlySet<Entry> } {
  const verbatim = document.yaml.entries.filter(
    entry => keys.includes(entry.key) && isPlainLine(document.slice(entry.range)),
  );
  const parts: string[] = [];
  let at = 0;
  for (const { range } of verbatim) {
    parts.push(document.text.slice(at, range.start), '.'.repeat(range.end - range.start));
    at = range.end;
  }
  return { masked: parts.join('') + document.text.slice(at), verbatim: new Set(verbatim) };
}

/** True for one line that is neither quoted nor a list, a block scalar or a comment. */
function isPlainLine(value: string): boolean {
  return /^[^"'[|>#\s][^\r\n]*$/.test(value);
}

function valuesOf(entries: readonly Entry[], verbatim: ReadonlySet<Entry>): Record<string, unknown> {
  return Object.fromEntries(
    entries
      .filter(entry => !entry.error || verbatim.has(entry))
      .map(entry => [entry.key, verbatim.has(entry) ? (textOf(entry) ?? entry.value) : entry.value]),
  );
}

/** A verbatim value, which the tree keeps as a string wherever it is not valid YAML. */
function textOf({ value }: Entry): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
