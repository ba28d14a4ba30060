import type { AgentDocument } from '../../document/agentDocument.ts';
import { delimiterCause } from '../delimiterCause.ts';
import type { IssueCollector } from '../issue.ts';
import { shorten } from '../values.ts';
import type { Reading } from './format.ts';

type Values = Record<string, string | string[] | boolean>;

const outcome = 'Letta Code finds no name and does not load the agent';

/**
 * Reads front matter as Letta Code does, line by line: everything after the first colon is the value, quotes and
 * brackets included, and lines that start with `-` below a key without a value are its list.
 */
export function readLetta(document: AgentDocument, issues: IssueCollector): Reading {
  const { frontMatter, text } = document;
  const { leading, open, close, content, body } = frontMatter;
  const isFound =
    close &&
    text.slice(leading.start, leading.end).replace('\uFEFF', '') === '' &&
    document.slice(open) === '---' &&
    document.slice(close) === '---' &&
    content.end > content.start;
  if (!isFound) {
    issues.addCause(delimiterCause(document), 'rejected', outcome);
    return { data: {}, body, invalid: new Set(['name', 'description']) };
  }
  const data = valuesIn(document.slice(content));
  reportLists(document, data, issues);
  reportLines(document, data, issues);
  const isOverlay = document.slice(body).trim() === '';
  // Without a prompt the file only changes another agent and needs no description.
  const notRequired = isOverlay && data.description === undefined ? ['description'] : [];
  return {
    data,
    body,
    invalid: new Set([...notRequired, ...issues.issues.flatMap(({ field }) => field ?? [])]),
  };
}

function valuesIn(content: string): Values {
  const values: Values = Object.create(null) as Values;
  let listed: { readonly key: string; readonly items: string[] } | undefined;
  const close = () => {
    if (listed) values[listed.key] = listed.items.length > 0 ? listed.items : '';
    listed = undefined;
  };
  for (const line of content.split(/\r\n|\r|\n/)) {
    if (line.trim().startsWith('-') && listed) {
      listed.items.push(line.trim().slice(1).trim());
      continue;
    }
    close();
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const key = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (value === '') listed = { key, items: [] };
    else values[key] = booleanIn(key, value);
  }
  close();
  return { ...values };
}

function booleanIn(key: string, value: string): string | boolean {
  if (key !== 'fork' && key !== 'background') return value;
  const word = value.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : value;
}

/** Reports lists where Letta Code expects comma-separated names. */
function reportLists(document: AgentDocument, data: Values, issues: IssueCollector): void {
  for (const field of ['tools', 'skills']) {
    const value = data[field];
    const entry = document.entry(field);
    if (!entry || value === undefined) continue;
    const range = entry.range.end > entry.range.start ? entry.range : entry.keyRange;
    const advice = 'Write the names on one line with commas between them, without brackets';
    const problem = `\`${field}\` must be a comma-separated string`;
    if (Array.isArray(value) && field === 'tools')
      issues.add(
        'tools.ineffective',
        'unrestricted',
        range,
        {
          problem: '`tools` has no effect',
          consequence: 'Letta Code does not read a list here: the agent gets every tool',
          advice,
        },
        { field },
      );
    else if (Array.isArray(value))
      issues.add(
        'value.type',
        'ignored',
        range,
        { problem, consequence: 'Letta Code does not read a list here: the agent gets no skills', advice },
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
          advice,
        },
        { field, data: { demand: { pattern: '^(?!\\[)' } } },
      );
  }
}

/** Reports values of several lines, of which Letta Code reads the first. */
function reportLines(document: AgentDocument, data: Values, issues: IssueCollector): void {
  for (const field of ['description', 'model']) {
    const entry = document.entry(field);
    const value = data[field];
    if (!entry || typeof value !== 'string' || !document.slice(entry.range).trim().includes('\n')) continue;
    issues.add(
      'value.type',
      'ignored',
      { start: entry.range.start, end: entry.range.start + value.length },
      {
        problem: `\`${field}\` must be a string on one line`,
        consequence: `Letta Code reads only the first line, \`${shorten(value)}\`, and drops the others`,
        advice: 'Write it on one line',
      },
      { field, data: { expected: ['string'] } },
    );
  }
}
