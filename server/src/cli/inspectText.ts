import { styleText } from 'node:util';
import { effectiveOf } from '../language/features/effectiveOf.ts';
import { fullNameOf } from '../language/features/fullName.ts';
import { internalError } from '../language/features/internalError.ts';
import { lowercased, runsWith } from '../language/features/runsWith.ts';
import { verdictOf } from '../language/features/verdict.ts';
import type { Effective } from '../language/loading/effective.ts';
import { messageOf } from '../language/loading/issue.ts';
import type { LoadResult } from '../language/loading/loader.ts';
import type { Outcome } from '../language/overview/model.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { printable, printableLine } from './printable.ts';
import type { Source } from './sources.ts';
import { type Counts, nothingFound, summaryOf } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** The outcome for an agent whose surroundings are known. */
export function outcomeWith(snapshot: Snapshot, effective: Effective | undefined): Outcome {
  return snapshot.load.loads && effective?.starts === false ? 'fails' : verdictOf(snapshot).outcome;
}

type Verdict = 'yes' | 'changed' | 'hidden' | 'fails' | 'no' | 'none' | 'unknown';

/** The column "loads": `none` is a file that is clearly not meant to be loaded. */
const verdictFor: Readonly<Record<Outcome, Verdict>> = {
  loads: 'yes',
  changed: 'changed',
  unrestricted: 'changed',
  hidden: 'hidden',
  fails: 'fails',
  rejected: 'no',
  empty: 'no',
  notMeant: 'none',
};

/** Kinds of files with tools. For others, "all" would be meaningless. */
const withTools: ReadonlySet<string> = new Set(['agent', 'skill', 'command']);

/** A row of the table. */
export interface Row {
  readonly path: string;
  readonly verdict: Verdict;
  readonly name: string;
  readonly model: string;
  readonly tools: string;
  /** What it runs with instead of what is written, and how further readers load it, one line each. */
  readonly runs: readonly string[];
  /** The reasons, one line each. */
  readonly why: readonly string[];
}

/** The row of a file. */
export function asRow({ path, snapshot }: Source, effective: Effective | undefined): Row {
  const { load, document, dialect } = snapshot;
  const relevant = load.issues.filter(({ effect, reader }) => effect !== 'noted' && reader === undefined);
  return {
    path: printableLine(path),
    verdict: verdictFor[outcomeWith(snapshot, effective)],
    runs: [
      ...hiddenLine(snapshot),
      ...(effective && load.loads ? runsWith(snapshot, effective) : []),
      ...(load.ignored ? [] : snapshot.furtherReadings().map(readerLine)),
    ].map(printable),
    name: printable(fullNameOf(snapshot) ?? '–'),
    model: printable(load.model ?? '–'),
    tools: load.loads && dialect.defines && withTools.has(dialect.defines) ? printable(toolsText(load)) : '–',
    why: relevant.map(
      issue => `line ${document.positionAt(issue.range.start).line + 1}: ${printable(messageOf(issue))}`,
    ),
  };
}

/** The table of all files, and a summary. */
export function asText(rows: readonly Row[], counts: Counts, { colors }: Terminal): string {
  if (rows.length === 0 && counts.unreadable === 0) return `${nothingFound(counts)}\n`;
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const width = (column: 'path' | 'name' | 'model', title: string): number =>
    Math.min(72, Math.max(title.length, ...rows.map(row => row[column].length)));
  const widths = { path: width('path', 'file'), name: width('name', 'name'), model: width('model', 'model') };
  const line = (path: string, loads: string, name: string, model: string, tools: string): string =>
    `${path.padEnd(widths.path)}  ${loads.padEnd(7)}  ${name.padEnd(widths.name)}  ${model.padEnd(widths.model)}  ${tools}`.trimEnd();
  const color = {
    yes: 'green',
    changed: 'yellow',
    hidden: 'yellow',
    fails: 'red',
    no: 'red',
    none: 'gray',
    unknown: 'red',
  } as const;
  const lines = [style('bold', line('file', 'loads', 'name', 'model', 'tools'))];
  for (const { path, verdict, name, model, tools, runs, why } of rows) {
    lines.push(style(color[verdict], line(path, verdict, name, model, tools)));
    for (const line of [...why, ...runs]) lines.push(`    ${line}`);
  }
  const count = (verdict: Verdict): number => rows.filter(row => row.verdict === verdict).length;
  const outcome = (verdict: Verdict, one: string, many = one): string =>
    `${count(verdict)} ${count(verdict) === 1 ? one : many}`;
  const outcomes = [
    outcome('yes', 'loads as written', 'load as written'),
    outcome('changed', 'with changes'),
    ...(count('hidden') > 0 ? [outcome('hidden', 'hidden by a duplicate', 'hidden by duplicates')] : []),
    ...(count('fails') > 0 ? [outcome('fails', 'loads and fails when used', 'load and fail when used')] : []),
    outcome('no', 'does not load', 'do not load'),
    ...(count('unknown') > 0 ? [outcome('unknown', 'failed')] : []),
    ...(count('none') > 0 ? [outcome('none', 'is not meant to', 'are not meant to')] : []),
  ];
  lines.push('', summaryOf(counts, 'file', `: ${outcomes.join(', ')}`));
  return `${lines.join('\n')}\n`;
}

function toolsText({ tools, disallowedTools }: LoadResult): string {
  if (tools === null) return disallowedTools?.length ? `all but ${disallowedTools.join(', ')}` : 'all';
  return tools.length === 0 ? 'none' : tools.join(', ');
}

/** The row of a file whose reading failed. */
export function failedRow(path: string): Row {
  const why = [messageOf(internalError)];
  return { path: printableLine(path), verdict: 'unknown', name: '–', model: '–', tools: '–', runs: [], why };
}

/** Which file the tool uses in place of one that has its name. */
function hiddenLine(snapshot: Snapshot): string[] {
  const { hiddenBy, tool } = verdictOf(snapshot);
  return hiddenBy
    ? [`${tool} ${hiddenBy.isCertain ? 'uses' : 'may use'} ${hiddenBy.place} in its place`]
    : [];
}

/** What another reader of the file takes from it, as a line. */
function readerLine(reading: Snapshot): string {
  const { load, loader } = reading;
  const { outcome, reasons } = verdictOf(reading);
  const [reason] = reasons;
  const why = reason ? `: ${lowercased(reason.issue.problem)}` : '';
  const words = {
    loads: 'loads it',
    changed: 'loads it with changes',
    unrestricted: 'loads it without a limit',
    hidden: 'may use another file of this name',
    fails: 'loads it and fails when it is used',
    rejected: 'does not load it',
    empty: 'does not load it',
    notMeant: 'does not read it',
  } satisfies Record<Outcome, string>;
  const tools = load.loads
    ? `; tools: ${toolsText({ ...load, tools: effectiveOf(reading)?.tools ?? load.tools })}`
    : '';
  return `${loader.tool} ${words[outcome]}${why}${tools}`;
}
