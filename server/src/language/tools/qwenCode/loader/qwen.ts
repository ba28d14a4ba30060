import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import { type OffsetRange, trimRange } from '../../../document/offsets.ts';
import { longestFrontMatter, parseYamlTree } from '../../../document/yamlTree.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import type { Loader, LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { noSplitCause } from '../../../loading/noSplitCause.ts';
import { reportPlaceholders } from '../../../loading/placeholders.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { tooLarge, unreadFile } from '../../../loading/unread.ts';
import { qwenPlaceholderTerms } from '../values.ts';
import { configOf } from './config.ts';
import { effectiveAgent, qwenEnvironment } from './effective.ts';
import { executionConflicts, readExecution } from './execution.ts';
import { fieldIssues } from './fieldIssues.ts';
import { readQwenFrontMatter } from './frontMatter.ts';
import { emptyIssues, keyIssues } from './keyIssues.ts';
import { refusals } from './refusals.ts';
import { repairIssues } from './repairIssues.ts';
import { toolIssues } from './toolIssues.ts';

/** How Qwen Code loads an agent in `.qwen/agents`. */
export const qwenAgent: Loader = {
  tool: 'Qwen Code',
  version: '0.24.4',
  recorded: '2026-11-21',
  evidence: 'measured',
  load,
  effective: (_, result, environment) => effectiveAgent(result, environment),
  environment: qwenEnvironment,
};

/** The placeholders that Qwen Code fills in. */
const placeholderNames = qwenPlaceholderTerms.map(({ value }) => value.slice(2, -1));

/** A longer prompt causes a warning of its validator, and works. */
const longPrompt = 10_000;

function load({ document, path }: LoaderInput): LoadResult {
  const unread = unreadFile(document, path, {
    tool: qwenAgent.tool,
    folder: '.qwen/agents',
    reads: file => !file.includes('/') && file.endsWith('.md'),
    what: 'only files whose names end in `.md`, directly in `.qwen/agents`',
  });
  if (unread) return unread;

  const file = split(document);
  const issues = new IssueCollector();
  if (!file) {
    const cause = noSplitCause(document, { takes: ['byteOrderMark', 'lonelyCarriageReturns'] });
    issues.addCause(cause, 'rejected', 'Qwen Code does not load the file');
    return refused(issues);
  }
  if (file.content.end - file.content.start > longestFrontMatter) return tooLarge(document);

  const { text } = document;
  const written = text.slice(file.yaml.start, file.yaml.end);
  const yaml = written.replace(/\r\n?/g, '\n');
  const origin = (offset: number) => file.yaml.start + offsetBefore(written, offset);
  const tree =
    file.content.start === document.frontMatter.content.start &&
    file.content.end === document.frontMatter.content.end
      ? document.yaml
      : parseYamlTree(text, file.content);
  const places = placesOf(text, tree, document.frontMatter.open);

  const read = readQwenFrontMatter(yaml);
  const config = configOf(read.values);
  const execution = readExecution(yaml, read.strict, places, origin);
  const repairs = repairIssues(document, file.content, tree, read, places, origin);
  const reasons = [
    ...execution.refusals,
    ...refusals(read, config, file.body, document.frontMatter.open, places),
  ];
  if (reasons.length > 0) {
    const causes = new Set(reasons.map(issue => issue.field));
    const others = repairs.filter(issue => issue.effect === 'noted' || !causes.has(issue.field));
    issues.addAll([...reasons, ...others]);
    return refused(issues);
  }

  const keys = [...new Set(tree.entries.map(entry => entry.key))];
  // The issues of the repair already cover lists that the line reader cannot read.
  const reported = new Set(repairs.filter(issue => issue.effect !== 'noted').map(issue => issue.field));
  const { executor, executionBackend } = execution;
  issues.addAll([
    ...repairs,
    ...keyIssues(keys, read.raw, places),
    ...toolIssues(read.raw, key => keys.includes(key) && !reported.has(key), text, places),
    ...emptyIssues(read, keys, text, places),
    ...fieldIssues(read.values, config, places).filter(issue => !reported.has(issue.field)),
    ...executionConflicts(execution, config, places),
  ]);
  reportPrompt(text, file.body, issues);
  return {
    loads: true,
    name: config.name ?? null,
    description: config.description ?? null,
    model: config.model || null,
    tools: config.tools ?? null,
    disallowedTools: config.disallowedTools ?? null,
    permissionMode: config.approvalMode ?? null,
    fields: {
      ...config,
      ...(executor ? { executor } : {}),
      ...(executionBackend ? { executionBackend } : {}),
    },
    issues: issues.inTextOrder(),
    body: file.body,
  };
}

function reportPrompt(text: string, body: OffsetRange, issues: IssueCollector): void {
  if (body.end - body.start > longPrompt)
    issues.add(
      'body.tooLong',
      'noted',
      trimRange(text, { start: body.start, end: lineEnd(text, body.start) }),
      {
        problem: 'Prompt is longer than 10,000 characters',
        consequence: 'Qwen Code accepts all of it and recommends a shorter one',
      },
    );
  const pattern = /\$\{([a-zA-Z_]\w*)\}/g;
  reportPlaceholders({ tool: qwenAgent.tool, text, body, pattern, known: placeholderNames }, issues);
}

interface Split {
  readonly yaml: OffsetRange;
  /** The same with its last line break. */
  readonly content: OffsetRange;
  /** The prompt without surrounding whitespace. */
  readonly body: OffsetRange;
}

/** Both delimiters are three dashes and a line break of any kind; a leading byte order mark is skipped. */
function split({ text }: AgentDocument): Split | undefined {
  const end = '(?:\\r\\n|\\r(?!\\n)|(?<!\\r)\\n)';
  const match = new RegExp(`^(\\uFEFF?---${end})([\\s\\S]*?)${end}---${end}([\\s\\S]*)$`).exec(text);
  if (!match) return undefined;
  const [, open = '', yaml = '', body = ''] = match;
  const start = open.length;
  return {
    yaml: { start, end: start + yaml.length },
    content: { start, end: text.indexOf('---', start + yaml.length) },
    body: trimRange(text, { start: text.length - body.length, end: text.length }),
  };
}

/** The offset in `written` of what is at `offset` once its line ends are LF. */
function offsetBefore(written: string, offset: number): number {
  let at = 0;
  for (let count = 0; count < offset && at < written.length; count++)
    at += written.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
