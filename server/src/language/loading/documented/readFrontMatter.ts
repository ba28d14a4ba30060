import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { readStrictly } from '../../document/strictYaml.ts';
import { type Entry, longestFrontMatter } from '../../document/yamlTree.ts';
import { delimiterIssue } from '../delimiterIssue.ts';
import type { Issue } from '../issue.ts';
import { isMapping } from '../shape.ts';
import { unifyLineEnds } from '../unifyLineEnds.ts';
import { tooLarge } from '../unread.ts';
import { noMapping } from '../yaml/errorIssues.ts';
import { explainError } from '../yaml/explainError.ts';
import type { Consequence, DocumentedDialectFacts, Reading } from './format.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Reads the front matter as YAML 1.2. Where the YAML is invalid, the keys that can be read by themselves keep their
 * values, so that one error hides no others.
 */
export function readFrontMatter(document: AgentDocument, format: DocumentedDialectFacts): Reading {
  const { frontMatter, text } = document;
  const whole = { start: 0, end: text.length };
  if (format.frontMatter === 'none')
    return { data: {}, body: whole, issues: plainTextIssues(document, format), invalid: none };
  const delimiters = delimiterIssues(document, format);
  if (frontMatter.state === 'absent') return { data: {}, body: whole, issues: delimiters, invalid: none };
  const { content, body } = frontMatter;
  if (content.end - content.start > longestFrontMatter)
    return { data: {}, body, issues: [...delimiters, ...tooLarge(document).issues], invalid: none };
  const { masked, verbatim } = maskVerbatim(document, format.verbatim ?? []);
  const unified = unifyLineEnds(masked, content);
  const reading = readStrictly(unified.yaml);
  if ('reason' in reading) {
    const offset = unified.toDocument(reading.offset);
    const { entries } = document.yaml;
    return {
      data: valuesOf(entries, verbatim),
      body,
      issues: [...delimiters, yamlIssue(document, offset, reading.reason, format)],
      invalid: new Set(entries.filter(entry => entry.error && !verbatim.has(entry)).map(({ key }) => key)),
    };
  }
  if (reading.value !== null && !isMapping(reading.value))
    return {
      data: {},
      body,
      issues: [...delimiters, notMappingIssue(frontMatter.open, format)],
      invalid: none,
    };
  const values = isMapping(reading.value) ? reading.value : {};
  const data = { ...values, ...valuesOf([...verbatim], verbatim) };
  return { data, body, issues: delimiters, invalid: none };
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

function delimiterIssues(document: AgentDocument, format: DocumentedDialectFacts): Issue[] {
  const { frontMatter, text } = document;
  const blank = text.slice(0, frontMatter.leading.end).replace('\uFEFF', '');
  const isFine = frontMatter.state === 'closed' && blank === '';
  const isAbsent = frontMatter.state === 'absent';
  const { effect, consequence, evidence } = format.badDelimiters ?? {
    effect: 'ignored',
    consequence: `${format.tool} documents it at the very start of the file, between two lines of \`---\``,
  };
  if (isFine) return [];
  // Text without front matter is valid where front matter is optional.
  if (isAbsent && format.frontMatter === 'optional' && !/^\uFEFF?---/.test(text)) return [];
  return [{ ...delimiterIssue(document, consequence), effect, ...(evidence && { evidence }) }];
}

function plainTextIssues(document: AgentDocument, { tool, what, source }: DocumentedDialectFacts): Issue[] {
  const [first] = document.yaml.entries;
  if (document.frontMatter.state !== 'closed' || !first) return [];
  return [
    {
      code: 'key.unknown',
      effect: 'noted',
      range: first.keyRange,
      field: first.key,
      problem: 'Front matter is read as text',
      consequence: `${tool} documents a ${what} as plain text without front matter: these lines are part of it`,
      ...(source.evidence === 'secondHand' && { evidence: source.evidence }),
    },
  ];
}

function yamlIssue(
  document: AgentDocument,
  offset: number,
  reason: string,
  format: DocumentedDialectFacts,
): Issue {
  const { key, slip, ...cause } = explainError(document, document.frontMatter.content, offset, reason);
  const { effect, consequence, evidence } =
    ((slip === 'colon' || slip === 'mark') && format.textLine) || yamlConsequence(format);
  return {
    ...cause,
    effect,
    consequence,
    ...(key && { field: key, data: { key } }),
    ...(evidence && { evidence }),
  };
}

function notMappingIssue(range: OffsetRange, format: DocumentedDialectFacts): Issue {
  const { effect, consequence, evidence } = yamlConsequence(format);
  return { code: 'yaml.invalid', effect, range, ...noMapping, consequence, ...(evidence && { evidence }) };
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
