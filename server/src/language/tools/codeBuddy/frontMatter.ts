import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { readStrictly } from '../../document/strictYaml.ts';
import { longestFrontMatter } from '../../document/yamlTree.ts';
import { delimiterCause } from '../../loading/delimiterCause.ts';
import type { Reading } from '../../loading/documented/format.ts';
import { reportEarlyDelimiter } from '../../loading/earlyDelimiter.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { effectOfLoss } from '../../loading/lostFrontMatter.ts';
import { findMeantFrontMatter } from '../../loading/meantFrontMatter.ts';
import { reportNoList } from '../../loading/noList.ts';
import { isMapping } from '../../loading/shape.ts';
import { reportTooLarge } from '../../loading/unread.ts';
import { notMappingCause, reportYamlError } from '../../loading/yaml/errors.ts';

const limits = ['tools', 'disallowedTools', 'permissionMode', 'maxTurns'];
const lists = ['tools', 'disallowedTools', 'skills'];
const loss = 'the agent has the name of its file and every tool';

/** Reads front matter as CodeBuddy Code does. Front matter that it cannot read is lost, and the agent loads without it. */
export function readCodeBuddy(document: AgentDocument, issues: IssueCollector): Reading {
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
  reportEarlyDelimiter(document, close, 'CodeBuddy Code', limits, issues);
  const isCut = issues.issues.length > 0;
  const reading = readStrictly(document.slice(content));
  const effect = effectOfLoss(document, limits);
  const consequence = `CodeBuddy Code drops all of the front matter and says so only in its log: ${loss}`;
  if ('reason' in reading) {
    const error = { ...reading, offset: content.start + reading.offset };
    if (!isCut) reportYamlError(document, content, error, consequence, issues, effect);
    return lost(body);
  }
  if (reading.value === null) return { data: {}, body, invalid: new Set() };
  if (!isMapping(reading.value)) {
    issues.addCause(notMappingCause(document, content), effect, `CodeBuddy Code drops it: ${loss}`);
    return lost(body);
  }
  const invalid = new Set<string>();
  return { data: asRead(reading.value, document, invalid, issues), body, invalid };
}

interface Split {
  readonly content: OffsetRange;
  readonly close: OffsetRange;
  readonly body: OffsetRange;
}

/** Splits a file at its first two lines of `---` and spaces, of which the first must be the file's first line. */
function splitFrontMatter(text: string): Split | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (open === undefined) return undefined;
  const found = /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(open));
  if (!found) return undefined;
  const start = open + found.index;
  return {
    content: { start: open, end: start },
    close: { start, end: start + 3 },
    body: { start: start + found[0].length, end: text.length },
  };
}

function reportNotFound(document: AgentDocument, issues: IssueCollector): void {
  const isWritten =
    document.frontMatter.state !== 'absent' ||
    document.text.startsWith('---') ||
    findMeantFrontMatter(document.text, limits) !== undefined;
  const cause = delimiterCause(document, limits);
  if (isWritten)
    issues.addCause(
      cause,
      effectOfLoss(document, limits),
      `CodeBuddy Code reads it as part of the prompt: ${loss}`,
    );
  else issues.addCause(cause, 'noted', `CodeBuddy Code loads the file as an agent: ${loss}`);
}

/** The values with what the tool does to some types, before it looks at them. */
function asRead(
  data: Readonly<Record<string, unknown>>,
  document: AgentDocument,
  invalid: Set<string>,
  issues: IssueCollector,
): Record<string, unknown> {
  const read = { ...data };
  for (const key of ['name', 'description']) {
    const value = data[key];
    if (typeof value === 'number' && Number.isFinite(value)) read[key] = String(value);
    else if (!value) delete read[key];
  }
  for (const key of ['model', 'mcpServers']) if (data[key] === null) delete read[key];
  for (const key of ['effort', 'isolation', 'permissionMode', 'hooks']) if (!data[key]) delete read[key];
  if (data.background === 'true' || data.background === 'false') read.background = data.background === 'true';
  for (const key of lists) {
    const value = data[key];
    if (Array.isArray(value) || typeof value === 'string') continue;
    delete read[key];
    if (value && limits.includes(key)) {
      invalid.add(key);
      reportNoList(document, key, value, 'CodeBuddy Code', issues);
    }
  }
  return read;
}
