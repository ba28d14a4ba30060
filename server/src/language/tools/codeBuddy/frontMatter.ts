import type { AgentDocument } from '../../document/agentDocument.ts';
import { readStrictly } from '../../document/strictYaml.ts';
import { delimiterCause } from '../../loading/delimiterCause.ts';
import type { Reading } from '../../loading/documented/format.ts';
import {
  type LosableFrontMatter,
  readLosable,
  type Split,
} from '../../loading/documented/losableFrontMatter.ts';
import type { IssueCollector } from '../../loading/issue.ts';

const limits = ['tools', 'disallowedTools', 'permissionMode', 'maxTurns'];
const lists = ['tools', 'disallowedTools', 'skills'];
/** Front matter that CodeBuddy Code cannot read is lost, and the agent loads without it. */
const format: LosableFrontMatter = {
  tool: 'CodeBuddy Code',
  limits,
  drops: 'CodeBuddy Code drops all of the front matter and says so only in its log',
  loss: 'the agent has the name of its file and every tool',
  split: splitFrontMatter,
  read: readStrictly,
  causeOf: document => delimiterCause(document, limits),
  convert,
};

/** Reads front matter as CodeBuddy Code does. */
export function readCodeBuddy(document: AgentDocument, issues: IssueCollector): Reading {
  return readLosable(document, format, issues);
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

function convert(
  data: Readonly<Record<string, unknown>>,
  reportNoList: (key: string) => void,
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
    if (value && limits.includes(key)) reportNoList(key);
  }
  return read;
}
