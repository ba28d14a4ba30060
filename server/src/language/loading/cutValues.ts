import type { AgentDocument } from '../document/agentDocument.ts';
import type { Entry } from '../document/yamlTree.ts';
import { type Issue, inTextOrder } from './issue.ts';
import type { LoadResult } from './loader.ts';

/** The keys whose values are prose, in which a ` #` is hardly meant as a comment. */
const prose = ['description', 'when_to_use', 'whenToUse'];

/**
 * The result with an issue for each prose value that a ` #` ends, whichever tool reads it. `reader` names the
 * tool in a sentence. A result that has the rest of
 * the line in the value stays as it is, and so does one that already names the cause.
 */
export function withCutValues(load: LoadResult, document: AgentDocument, reader: string): LoadResult {
  if (!load.loads) return load;
  const issues = prose.flatMap(key => {
    const entry = document.entry(key);
    return entry ? (cutIssue(load, document, entry, reader) ?? []) : [];
  });
  return issues.length === 0 ? load : { ...load, issues: inTextOrder([...load.issues, ...issues]) };
}

function cutIssue(
  load: LoadResult,
  document: AgentDocument,
  { key, value, range, lines }: Entry,
  reader: string,
): Issue | undefined {
  if (typeof value !== 'string' || value === '' || /^["'|>]/.test(document.slice(range))) return undefined;
  const [whole, comment] = /^[ \t]+(#[^\r\n]*\S)/.exec(document.text.slice(range.end, lines.end)) ?? [];
  if (whole === undefined || comment === undefined || /^#\s*agent-files-/.test(comment)) return undefined;
  const read = load.fields[key] ?? (key === 'description' ? load.description : undefined);
  if (typeof read !== 'string' || read.includes(comment)) return undefined;
  const start = range.end + whole.length - comment.length;
  if (load.issues.some(issue => issue.range.start === start && issue.code.startsWith('yaml.')))
    return undefined;
  return {
    code: 'yaml.commentCut',
    effect: 'changed',
    range: { start, end: start + comment.length },
    problem: '` #` starts a comment and ends the value',
    consequence: `${reader} reads \`${key}\` only up to here`,
    advice: 'Put the value in quotes',
    field: key,
    data: { key },
  };
}
