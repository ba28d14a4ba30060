import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry, YamlTree } from '../../../document/yamlTree.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { qoderFields } from './schema.ts';

const known = ['name', 'description', ...Object.keys(qoderFields)];
const quotes = 'Qoder CLI repairs the invalid YAML by putting the whole value in quotes';

/** Reports what the repair does to a front matter: the error, and the fields that change because of it. */
export function reportRepairs(
  document: AgentDocument,
  content: OffsetRange,
  tree: YamlTree,
  offset: number,
  value: Readonly<Record<string, unknown>>,
  issues: IssueCollector,
): void {
  const { key = '', problem, advice, range } = explainError(document, content, offset, '');
  const consequence = 'Qoder CLI repairs it by putting every value with special characters in quotes';
  issues.add(
    'yaml.repaired',
    'noted',
    range,
    { problem, consequence, advice },
    { field: key === '' ? undefined : key, data: { key } },
  );
  for (const entry of tree.entries) reportChange(document, entry, value[entry.key], key, issues);
}

/** Reports how the repair changes one entry. `quoted` is the key whose value it helps to quote. */
function reportChange(
  { text }: AgentDocument,
  entry: Entry,
  loaded: unknown,
  quoted: string,
  issues: IssueCollector,
): void {
  const { key: field, range } = entry;
  if (typeof loaded !== 'string' || entry.value === null || !known.includes(field)) return;
  const comment = commentAfter(text, entry);
  const details = { field, data: { key: quoted } };
  if (comment && loaded.endsWith(text.slice(comment.start, comment.end)))
    issues.add(
      'yaml.commentKept',
      'changed',
      comment,
      {
        problem: `Comment becomes part of \`${field}\``,
        consequence: `${quotes}, including the comment`,
        advice: 'Move the comment to its own line',
      },
      { field },
    );
  else if (typeof entry.value === 'object')
    issues.add(
      'yaml.repaired',
      'changed',
      range,
      {
        problem: `List or mapping in \`${field}\` becomes a string`,
        consequence: `${quotes}, brackets included`,
        advice: 'Fix the YAML, or write one item per line',
      },
      details,
    );
  else if (/^[|>]/.test(text.slice(range.start, range.end)) && String(entry.value).trim().includes('\n'))
    issues.add(
      'yaml.repaired',
      'changed',
      range,
      {
        problem: `Lines of \`${field}\` are joined to one`,
        consequence: 'Qoder CLI repairs the invalid YAML by joining the lines of a block',
        advice: 'Fix the YAML to keep the lines',
      },
      details,
    );
}

function commentAfter(text: string, entry: Entry): OffsetRange | undefined {
  const [line = ''] = text.slice(entry.range.end, entry.lines.end).split(/\r?\n/, 1);
  const comment = /#.*$/.exec(line);
  if (!comment || /^\s*#/.test(line) === false) return undefined;
  const start = entry.range.end + comment.index;
  return { start, end: start + comment[0].trimEnd().length };
}
