import type { AgentDocument } from '../../document/agentDocument.ts';
import { delimiterIssue } from '../delimiterIssue.ts';
import type { Issue } from '../issue.ts';
import type { Reading } from './format.ts';

type Values = Record<string, string | string[] | boolean>;

const outcome = 'Letta Code finds no name and does not load the agent';

/**
 * Reads front matter as Letta Code does, line by line: everything after the first colon is the value, quotes and
 * brackets included, and lines that start with `-` below a key without a value are its list.
 */
export function readLetta(document: AgentDocument): Reading {
  const { frontMatter, text } = document;
  const { leading, open, close, content, body } = frontMatter;
  const isFound =
    close &&
    text.slice(leading.start, leading.end).replace('\uFEFF', '') === '' &&
    document.slice(open) === '---' &&
    document.slice(close) === '---' &&
    content.end > content.start;
  if (!isFound) {
    const issues = [delimiterIssue(document, outcome)];
    return { data: {}, body, issues, invalid: new Set(['name', 'description']) };
  }
  const data = valuesIn(document.slice(content));
  const issues = [...listIssues(document, data), ...lineIssues(document, data)];
  const isOverlay = document.slice(body).trim() === '';
  // Without a prompt the file only changes another agent and needs no description.
  const notRequired = isOverlay && data.description === undefined ? ['description'] : [];
  return {
    data,
    body,
    issues,
    invalid: new Set([...notRequired, ...issues.flatMap(({ field }) => field ?? [])]),
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
function listIssues(document: AgentDocument, data: Values): Issue[] {
  return ['tools', 'skills'].flatMap((field): Issue[] => {
    const value = data[field];
    const entry = document.entry(field);
    if (!entry || value === undefined) return [];
    const range = entry.range.end > entry.range.start ? entry.range : entry.keyRange;
    const advice = 'Write the names on one line with commas between them, without brackets';
    const problem = `\`${field}\` must be a comma-separated string`;
    if (Array.isArray(value))
      return [
        field === 'tools'
          ? {
              code: 'tools.ineffective',
              effect: 'unrestricted',
              range,
              field,
              problem: '`tools` has no effect',
              consequence: 'Letta Code does not read a list here: the agent gets every tool',
              advice,
            }
          : {
              code: 'value.type',
              effect: 'ignored',
              range,
              field,
              problem,
              consequence: 'Letta Code does not read a list here: the agent gets no skills',
              advice,
            },
      ];
    return typeof value === 'string' && value.startsWith('[')
      ? [
          {
            code: 'value.type',
            effect: 'ignored',
            range,
            field,
            problem,
            consequence: `Letta Code reads the brackets as part of the names and finds no such ${field}`,
            advice,
            data: { expected: 'a string' },
          },
        ]
      : [];
  });
}

/** Reports values of several lines, of which Letta Code reads the first. */
function lineIssues(document: AgentDocument, data: Values): Issue[] {
  return ['description', 'model'].flatMap((field): Issue[] => {
    const entry = document.entry(field);
    const value = data[field];
    if (!entry || typeof value !== 'string' || !document.slice(entry.range).trim().includes('\n')) return [];
    return [
      {
        code: 'value.type',
        effect: 'ignored',
        range: { start: entry.range.start, end: entry.range.start + value.length },
        field,
        problem: `\`${field}\` must be a string on one line`,
        consequence: `Letta Code reads only the first line, \`${shortened(value)}\`, and drops the others`,
        advice: 'Write it on one line',
        data: { expected: 'a string on one line' },
      },
    ];
  });
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
