import type { AgentDocument } from '../../document/agentDocument.ts';
import { byteOrderMarkCause, delimiterCause } from '../../loading/delimiterCause.ts';
import type { Reading } from '../../loading/documented/format.ts';
import {
  type LosableFrontMatter,
  readLosable,
  type Split,
} from '../../loading/documented/losableFrontMatter.ts';
import type { Cause, IssueCollector } from '../../loading/issue.ts';
import { readWithJsYaml } from '../../loading/jsYaml.ts';
import { noSplitCause } from '../../loading/noSplitCause.ts';

const limits = ['tools', 'disabled_tools'];
const texts = [
  'name',
  'description',
  'model',
  'color',
  'finish_tool',
  'provider_model',
  'provider_api_key',
  'provider_base_url',
  'tool_description',
  'instruction_description',
];
/** Front matter that Augment cannot read is lost, and the agent loads without it. */
const format: LosableFrontMatter = {
  tool: 'Augment',
  limits,
  drops: 'Augment silently drops all of the front matter',
  loss: 'the agent has the name of its file, no description and every tool',
  split: splitFrontMatter,
  read: readWithJsYaml,
  causeOf: notFoundCause,
  convert,
};

/** Reads front matter as Augment does. */
export function readAugment(document: AgentDocument, issues: IssueCollector): Reading {
  return readLosable(document, format, issues);
}

/** The text that Augment reads from a value under one of the keys for strings; empty for none. */
export function textFrom(value: unknown): string {
  if (value === null || value === undefined) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}

/** Whether Augment finds front matter, valid or not. */
export function hasFrontMatter(text: string): boolean {
  return splitFrontMatter(text) !== undefined;
}

/** Splits a file at its first two lines of `---` and spaces. The second must end in a line break. */
function splitFrontMatter(text: string): Split | undefined {
  const match = /^---\s*?\n([\s\S]*?)\n---\s*\n/.exec(text);
  if (!match) return undefined;
  const start = match[0].indexOf('\n') + 1;
  const end = start + match[1]!.length;
  return {
    content: { start, end },
    close: { start: end + 1, end: end + 4 },
    body: { start: match[0].length, end: text.length },
  };
}

function notFoundCause(document: AgentDocument): Cause {
  const { text, frontMatter } = document;
  if (text.startsWith('\uFEFF---')) return byteOrderMarkCause;
  if (frontMatter.close && frontMatter.leading.end === 0 && frontMatter.close.end === text.length)
    return {
      code: 'frontMatter.unclosed',
      range: frontMatter.close,
      problem: 'No line break after the closing `---`',
      advice: 'Add a line break, and a prompt below it',
    };
  const isEmpty = frontMatter.state === 'closed' && document.slice(frontMatter.content).trim() === '';
  return isEmpty ? noSplitCause(document, { takes: [] }) : delimiterCause(document, limits);
}

function convert(
  data: Readonly<Record<string, unknown>>,
  reportNoList: (key: string) => void,
): Record<string, unknown> {
  const read = { ...data };
  for (const key of texts) {
    if (textFrom(data[key]) === '') delete read[key];
    else if (typeof data[key] !== 'object') read[key] = textFrom(data[key]);
  }
  for (const key of limits) {
    const value = data[key];
    if (Array.isArray(value) || typeof value === 'string') continue;
    delete read[key];
    if (value !== null && value !== undefined) reportNoList(key);
  }
  return read;
}
