import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { longestFrontMatter } from '../../document/yamlTree.ts';
import { byteOrderMarkCause, delimiterCause } from '../../loading/delimiterCause.ts';
import type { Reading } from '../../loading/documented/format.ts';
import { reportEarlyDelimiter } from '../../loading/earlyDelimiter.ts';
import type { Cause, IssueCollector } from '../../loading/issue.ts';
import { readWithJsYaml } from '../../loading/jsYaml.ts';
import { effectOfLoss } from '../../loading/lostFrontMatter.ts';
import { findMeantFrontMatter } from '../../loading/meantFrontMatter.ts';
import { reportNoList } from '../../loading/noList.ts';
import { noSplitCause } from '../../loading/noSplitCause.ts';
import { isMapping } from '../../loading/shape.ts';
import { reportTooLarge } from '../../loading/unread.ts';
import { notMappingCause, reportYamlError } from '../../loading/yaml/errors.ts';

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
const loss = 'the agent has the name of its file, no description and every tool';

/** Reads front matter as Augment does. Front matter that it cannot read is lost, and the agent loads without it. */
export function readAugment(document: AgentDocument, issues: IssueCollector): Reading {
  const { text } = document;
  const split = splitFrontMatter(text);
  const lost = (body: OffsetRange): Reading => ({ data: {}, body, invalid: new Set(), isLost: true });
  if (!split) {
    reportNotFound(document, issues);
    return lost({ start: 0, end: text.length });
  }
  const { content, close, body } = split;
  if (content.end - content.start > longestFrontMatter) {
    reportTooLarge(document, issues);
    return lost(body);
  }
  reportEarlyDelimiter(document, close, 'Augment', limits, issues);
  const isCut = issues.issues.length > 0;
  const reading = readWithJsYaml(document.slice(content));
  const effect = effectOfLoss(document, limits);
  if ('reason' in reading) {
    const error = { ...reading, offset: content.start + reading.offset };
    const consequence = `Augment silently drops all of the front matter: ${loss}`;
    if (!isCut) reportYamlError(document, content, error, consequence, issues, effect);
    return lost(body);
  }
  if (reading.value === undefined || reading.value === null) return { data: {}, body, invalid: new Set() };
  if (!isMapping(reading.value)) {
    issues.addCause(notMappingCause(document, content), effect, `Augment silently drops it: ${loss}`);
    return lost(body);
  }
  const invalid = new Set<string>();
  return { data: asRead(reading.value, document, invalid, issues), body, invalid };
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
function splitFrontMatter(
  text: string,
): { readonly content: OffsetRange; readonly close: OffsetRange; readonly body: OffsetRange } | undefined {
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

function reportNotFound(document: AgentDocument, issues: IssueCollector): void {
  const isWritten =
    document.frontMatter.state !== 'absent' ||
    document.text.startsWith('---') ||
    findMeantFrontMatter(document.text, limits) !== undefined;
  const cause = notFoundCause(document);
  if (isWritten)
    issues.addCause(cause, effectOfLoss(document, limits), `Augment reads it as part of the prompt: ${loss}`);
  else issues.addCause(cause, 'noted', `Augment loads the file as an agent: ${loss}`);
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

/** The values with what the tool does to some types, before it looks at them. */
function asRead(
  data: Readonly<Record<string, unknown>>,
  document: AgentDocument,
  invalid: Set<string>,
  issues: IssueCollector,
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
    if (value === null || value === undefined) continue;
    invalid.add(key);
    reportNoList(document, key, value, 'Augment', issues);
  }
  return read;
}
