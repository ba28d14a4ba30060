import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import { type OffsetRange, trimRange } from '../../../document/offsets.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import type { Places } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping } from '../../../loading/shape.ts';
import type { SplitAtDashes } from '../../../loading/splitAtDashes.ts';
import { noMapping } from '../../../loading/yaml/errors.ts';
import { reportLoaded, reportName } from './loadedIssues.ts';
import { refuses, refusesType } from './refusal.ts';
import { localAgent, localFields, mcpServerFields, remoteAgent, remoteFields } from './schema.ts';
import { reportMismatch } from './schemaIssues.ts';

/** A file with front matter, and the issues that are found in it. */
export interface GeminiFile {
  readonly document: AgentDocument;
  readonly file: SplitAtDashes;
  readonly places: Places;
  readonly issues: IssueCollector;
}

/** Loads a front matter that is not a list: one agent, local or remote, or a refusal. */
export function loadOne(read: GeminiFile, value: unknown): LoadResult {
  const { document, file, places, issues } = read;
  if (!isMapping(value)) {
    if (value === undefined || value === null)
      issues.add('frontMatter.missing', 'rejected', document.frontMatter.open, {
        problem: 'Front matter is empty',
        consequence: refuses,
        advice: 'Add `name:` and `description:`',
      });
    else
      issues.add('yaml.invalid', 'rejected', trimRange(document.text, file.content), {
        ...noMapping,
        consequence: refusesType(value),
      });
    return refused(issues);
  }
  const asLocal = localAgent(value, []);
  const asRemote = remoteAgent(value, []);
  if (asLocal.length > 0 && asRemote.length > 0) {
    const kind = meantKind(value);
    for (const mismatch of kind === 'local' ? asLocal : asRemote)
      reportMismatch(mismatch, value, kind, places, issues);
    return refused(issues);
  }
  return asLocal.length === 0 ? localResult(read, value) : remoteResult(read, value);
}

/** The kind that was meant where neither is written correctly. */
function meantKind(value: Readonly<Record<string, unknown>>): 'local' | 'remote' {
  if (value.kind === 'local' || value.kind === 'remote') return value.kind;
  const has = (fields: object) => Object.keys(fields).some(key => Object.hasOwn(value, key));
  const card = Object.hasOwn(value, 'agent_card_url') || Object.hasOwn(value, 'agent_card_json');
  return card || (has(remoteFields) && !has(localFields)) ? 'remote' : 'local';
}

function localResult(
  { document, file, places, issues }: GeminiFile,
  value: Readonly<Record<string, unknown>>,
): LoadResult {
  const { text } = document;
  const model = typeof value.model === 'string' && value.model !== '' ? value.model : 'inherit';
  const body = trimRange(text, file.body);
  if (file.afterDelimiter) reportAfterDelimiter(file.afterDelimiter, text, issues);
  reportLoaded(value, text, body, places, issues);
  if (body.start === body.end && !file.afterDelimiter)
    issues.add('body.empty', 'noted', document.frontMatter.open, {
      problem: 'Prompt is empty',
      consequence: 'Gemini CLI loads the agent and runs it without a prompt',
    });
  return {
    ...nothingLoaded,
    loads: true,
    name: value.name as string,
    description: value.description as string,
    model,
    tools: Array.isArray(value.tools) ? (value.tools as string[]) : null,
    fields: {
      ...value,
      ...(value.model === undefined ? {} : { model }),
      ...(isMapping(value.mcp_servers) ? { mcp_servers: knownServers(value.mcp_servers) } : {}),
    },
    issues: issues.inTextOrder(),
    body,
  };
}

/** The servers without the keys that the tool does not know and drops. */
function knownServers(servers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(servers).map(([name, settings]) => [
      name,
      Object.fromEntries(
        Object.entries(settings as object).filter(([key]) => Object.hasOwn(mcpServerFields, key)),
      ),
    ]),
  );
}

function remoteResult(read: GeminiFile, value: Readonly<Record<string, unknown>>): LoadResult {
  reportName(value.name, read.places, read.issues);
  return remoteAgentOf(read, value);
}

/** Loads a list, which holds remote agents only. One that is wrong refuses them all; the first represents the file. */
export function loadList(read: GeminiFile, value: readonly unknown[]): LoadResult {
  const { document, file, places, issues } = read;
  const mismatches = value.flatMap((item, index) =>
    isMapping(item)
      ? remoteAgent(item, [index])
      : [{ path: [index], problem: 'type' as const, expected: 'a mapping with `name` and `agent_card_url`' }],
  );
  for (const mismatch of mismatches) reportMismatch(mismatch, value, 'remote', places, issues);
  const [first] = value;
  if (mismatches.length === 0 && !isMapping(first))
    issues.add('frontMatter.missing', 'rejected', trimRange(document.text, file.content), {
      problem: 'Front matter is an empty list',
      consequence: 'Gemini CLI silently loads no agent from the file',
    });
  return mismatches.length === 0 && isMapping(first) ? remoteAgentOf(read, first) : refused(issues);
}

function remoteAgentOf(
  { document, file, issues }: GeminiFile,
  value: Readonly<Record<string, unknown>>,
): LoadResult {
  reportBody(document, file, issues);
  return {
    ...nothingLoaded,
    loads: true,
    name: value.name as string,
    description: (value.description as string | undefined) ?? '',
    fields: value,
    issues: issues.inTextOrder(),
  };
}

function reportBody({ text }: AgentDocument, file: SplitAtDashes, issues: IssueCollector): void {
  const body = trimRange(text, file.body);
  if (body.start === body.end) return;
  const firstLine = trimRange(text, { start: body.start, end: lineEnd(text, body.start) });
  issues.add('body.ignored', 'noted', firstLine, {
    problem: 'Prompt has no effect in this kind of file',
    consequence: 'Gemini CLI ignores it: a remote agent has its own prompt where it runs',
  });
}

function reportAfterDelimiter(range: OffsetRange, text: string, issues: IssueCollector): void {
  const isSpace = text.slice(range.start, range.end).trim() === '';
  issues.add('body.empty', 'ignored', isSpace ? { start: range.start - 3, end: range.end } : range, {
    problem: `${isSpace ? 'Space' : 'Text'} after the closing \`---\``,
    consequence:
      'Gemini CLI ends the front matter here and drops everything below: the agent runs without a prompt',
    advice: 'Write `---` and nothing else on this line',
  });
}
