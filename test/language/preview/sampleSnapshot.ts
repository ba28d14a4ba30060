import type { Dialect } from '../../../server/src/language/dialect/dialect.ts';
import { AgentDocument } from '../../../server/src/language/document/agentDocument.ts';
import type { Effect, Issue } from '../../../server/src/language/loading/issue.ts';
import type { IssueCode } from '../../../server/src/language/loading/issueCodes.ts';
import type { LoadResult } from '../../../server/src/language/loading/loader.ts';
import { nothingLoaded } from '../../../server/src/language/loading/loader.ts';
import { type PreviewProblem, renderPreview } from '../../../server/src/language/preview/index.ts';
import type { Snapshot } from '../../../server/src/language/snapshot.ts';
import { claudeSubagent } from '../../../server/src/language/tools/claudeCode/subagent.ts';
import { emptyWorkspace } from '../../../server/src/language/workspaceIndex.ts';
import { type HtmlElement, parseHtml } from '../../support/htmlTree.ts';

/** A file as a tool would take it that takes everything as written, with exceptions given by the test. */
export function sampleSnapshot(text: string, load: Partial<LoadResult> = {}): Snapshot {
  const document = AgentDocument.of(text, 'file:///project/.claude/agents/sample.md');
  const fields = Object.fromEntries(document.yaml.entries.map(entry => [entry.key, entry.value]));
  const word = (key: string) => (typeof fields[key] === 'string' ? (fields[key] as string) : null);
  return {
    document,
    path: '/project/.claude/agents/sample.md',
    workspace: emptyWorkspace,
    references: () => [],
    furtherReadings: () => [],
    dialect,
    loader: dialect.loader,
    load: {
      loads: true,
      name: word('name'),
      description: word('description'),
      model: word('model'),
      tools: word('tools')?.split(', ') ?? null,
      disallowedTools: null,
      permissionMode: word('permissionMode'),
      fields,
      issues: [],
      body: document.frontMatter.body,
      ...load,
    },
  };
}

const dialect: Dialect = {
  ...claudeSubagent,
  title: 'Sample agent',
  loader: {
    tool: 'Sample Tool',
    version: '1',
    recorded: '2026-11-21',
    evidence: 'documented',
    load: () => nothingLoaded,
  },
};

/** A note about the first place where `target` stands in `text`. */
export function issue(
  text: string,
  target: string,
  rest: { code: IssueCode; effect: Effect; field?: string; problem?: string; data?: Issue['data'] },
): Issue {
  const start = text.indexOf(target);
  return { problem: `About ${target}.`, ...rest, range: { start, end: start + target.length } } as Issue;
}

/** The preview's markup as a tree. */
export function preview(
  text: string,
  load: Partial<LoadResult> = {},
  problems: readonly PreviewProblem[] = [],
): HtmlElement {
  const snapshot = sampleSnapshot(text, load);
  return parseHtml(renderPreview(snapshot, problems, snapshot.document.uri).html);
}
