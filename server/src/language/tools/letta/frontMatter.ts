import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { longestFrontMatter } from '../../document/yamlTree.ts';
import { delimiterCause } from '../../loading/delimiterCause.ts';
import type { Reading } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { noSplitCause } from '../../loading/noSplitCause.ts';
import { problems } from '../../loading/problems.ts';
import { reportTooLarge } from '../../loading/unread.ts';
import { shorten } from '../../loading/values.ts';
import { notMappingCause } from '../../loading/yaml/errors.ts';
import { isBlockHeader, type LettaValue, readLettaLines } from './lines.ts';

type Values = Readonly<Record<string, LettaValue | boolean>>;

const outcome = 'Letta Code finds no name and does not load the agent';
const onOneLine = 'Write the names on one line with commas between them, without brackets';

/** Reads front matter as Letta Code does. */
export function readLetta(document: AgentDocument, issues: IssueCollector): Reading {
  const split = splitFrontMatter(document.text);
  const nothing = { data: {}, body: document.frontMatter.body, invalid: new Set(['name', 'description']) };
  if (!split) {
    const isLate = document.text.slice(0, document.frontMatter.leading.end).replace('\uFEFF', '') !== '';
    const cause = isLate
      ? delimiterCause(document)
      : noSplitCause(document, { takes: ['byteOrderMark', 'lonelyCarriageReturns'] });
    issues.addCause(cause, 'rejected', outcome);
    return nothing;
  }
  const { content, body } = split;
  if (content.end - content.start > longestFrontMatter) {
    reportTooLarge(document, issues);
    return { ...nothing, isUnreadable: true };
  }
  if (!/^[\w-]+[ \t]*:/m.test(document.slice(content))) {
    issues.addCause(notMappingCause(document, content), 'rejected', outcome);
    return nothing;
  }
  const { values, passed } = readLettaLines(document.slice(content));
  const data = Object.fromEntries([...values].map(([key, value]) => [key, asRead(key, value)]));
  reportDuplicates(document, issues);
  reportPassed(document, content, passed, data, issues);
  reportLists(document, data, issues);
  reportLines(document, data, issues);
  // Without a prompt the file only changes another agent and needs no description.
  const isOverlay = document.slice(body).trim() === '' && data.description === undefined;
  const known = issues.issues.flatMap(({ code, field }) => (code !== 'yaml.duplicateKey' && field) || []);
  return { data, body, invalid: new Set([...(isOverlay ? ['description'] : []), ...known]) };
}

/** Splits a file at its first two lines of exactly `---`, of which the first must be the file's first line. */
function splitFrontMatter(
  text: string,
): { readonly content: OffsetRange; readonly body: OffsetRange } | undefined {
  const match = /^(\uFEFF?---(?:\r\n|[\r\n]))([\s\S]*?)(?:\r\n|[\r\n])---(?:\r\n|[\r\n]|$)/.exec(text);
  if (!match) return undefined;
  const start = match[1]!.length;
  return {
    content: { start, end: start + match[2]!.length },
    body: { start: match[0].length, end: text.length },
  };
}

function asRead(key: string, value: LettaValue): LettaValue | boolean {
  if (key !== 'fork' || typeof value !== 'string') return value;
  const word = value.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : value;
}

/** Reports keys of which a later line takes the place. */
function reportDuplicates(document: AgentDocument, issues: IssueCollector): void {
  for (const entry of document.yaml.entries) {
    const last = document.yaml.entries.findLast(({ key }) => key === entry.key);
    if (!last || last === entry) continue;
    issues.add(
      'yaml.duplicateKey',
      document.slice(last.range) === document.slice(entry.range) ? 'noted' : 'ignored',
      entry.keyRange,
      {
        problem: problems.duplicateKey(shorten(entry.key)),
        consequence: 'Letta Code uses the last one',
        advice: 'Remove one of them',
      },
      { field: entry.key, data: { winner: 'last' } },
    );
  }
}

const keys = ['name', 'description', 'tools', 'model', 'skills', 'fork', 'launchProfile'];

/** Reports keys of the tool that are indented and therefore passed over. */
function reportPassed(
  document: AgentDocument,
  content: OffsetRange,
  passed: readonly { readonly number: number; readonly key: string }[],
  data: Values,
  issues: IssueCollector,
): void {
  const starts = [...document.slice(content).matchAll(/^/gm)].map(({ index }) => content.start + index);
  for (const { number, key } of passed) {
    if (!keys.includes(key) || Object.hasOwn(data, key)) continue;
    const line = starts[number] ?? content.start;
    const start = document.text.indexOf(key, line);
    const isRequired = key === 'name' || key === 'description';
    issues.add(
      'yaml.invalid',
      isRequired ? 'rejected' : key === 'tools' ? 'unrestricted' : 'ignored',
      { start: line, end: start + key.length },
      {
        problem: 'Line is indented differently than its neighbors',
        consequence: `Letta Code passes over an indented key${isRequired ? ' and does not load the agent' : key === 'tools' ? ', and the agent gets every tool' : ''}`,
        advice: 'Remove the indentation',
      },
      { field: key },
    );
  }
}

/** Reports lists where Letta Code expects comma-separated names. */
function reportLists(document: AgentDocument, data: Values, issues: IssueCollector): void {
  for (const field of ['tools', 'skills']) {
    const value = data[field];
    const entry = document.entry(field);
    if (!entry || value === undefined) continue;
    const range = entry.range.end > entry.range.start ? entry.range : entry.keyRange;
    const problem = `\`${field}\` must be a comma-separated string`;
    // A list at the margin, or a text below the key, is not read at all.
    const isList = Array.isArray(value) || (value === '' && Boolean(entry.value));
    if (isList && field === 'tools')
      issues.add(
        'tools.ineffective',
        'unrestricted',
        range,
        {
          problem: '`tools` has no effect',
          consequence: 'Letta Code does not read what is below the key: the agent gets every tool',
          advice: onOneLine,
        },
        { field },
      );
    else if (isList)
      issues.add(
        'value.type',
        'ignored',
        range,
        {
          problem,
          consequence: 'Letta Code does not read what is below the key: the agent gets no skills',
          advice: onOneLine,
        },
        { field },
      );
    else if (typeof value === 'string' && value.startsWith('['))
      issues.add(
        'value.type',
        'ignored',
        range,
        {
          problem,
          consequence: `Letta Code reads the brackets as part of the names and finds no such ${field}`,
          advice: onOneLine,
        },
        { field, data: { demand: { pattern: '^(?!\\[)' } } },
      );
  }
}

/** Reports values of several lines, of which Letta Code reads the first unless they are blocks. */
function reportLines(document: AgentDocument, data: Values, issues: IssueCollector): void {
  for (const field of ['description', 'model', 'tools', 'skills']) {
    const entry = document.entry(field);
    const value = data[field];
    if (
      !entry ||
      typeof value !== 'string' ||
      value === '' ||
      value.startsWith('[') ||
      Array.isArray(entry.value)
    )
      continue;
    const [first = '', ...others] = document
      .slice(entry.range)
      .trim()
      .split(/\r\n|\r|\n/);
    // A line at the margin is another key, however YAML would read it.
    const lost = others.filter(line => /^\s+\S/.test(line) && !keys.includes(line.trim().split(':', 1)[0]!));
    if (lost.length === 0 || isBlockHeader(first.trim())) continue;
    issues.add(
      'value.type',
      'ignored',
      { start: entry.range.start, end: entry.range.start + value.length },
      {
        problem: `\`${field}\` must be a string on one line`,
        consequence: `Letta Code reads only the first line, \`${shorten(value)}\`, and drops the others`,
        advice: 'Write it on one line, or as a block after `|` or `>`',
      },
      { field, data: { expected: ['string'] } },
    );
  }
}
