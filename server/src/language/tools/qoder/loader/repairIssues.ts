import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry, YamlTree } from '../../../document/yamlTree.ts';
import type { Issue } from '../../../loading/issue.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { qoderFields } from './schema.ts';

const known = ['name', 'description', ...Object.keys(qoderFields)];
const quotes = 'Qoder CLI repairs the invalid YAML by putting the whole value in quotes';

/** What the repair does to a front matter: the error, and the fields that change because of it. */
export function repairIssues(
  document: AgentDocument,
  content: OffsetRange,
  tree: YamlTree,
  offset: number,
  value: Readonly<Record<string, unknown>>,
): Issue[] {
  const { text } = document;
  const { key, problem, advice, range } = explainError(document, content, offset, '');
  const data = { data: { key: key ?? '' } };
  return [
    {
      code: 'yaml.repaired',
      effect: 'noted',
      range,
      problem,
      consequence:
        'Qoder CLI repairs it by putting every value with special characters in quotes; other tools refuse the file',
      ...(advice && { advice }),
      ...(key && { field: key }),
      ...data,
    },
    ...tree.entries.flatMap((entry): Issue[] => {
      const loaded = value[entry.key];
      if (typeof loaded !== 'string' || entry.value === null || !known.includes(entry.key)) return [];
      const at = { field: entry.key, effect: 'changed' as const };
      const comment = commentAfter(text, entry);
      if (comment && loaded.endsWith(text.slice(comment.start, comment.end)))
        return [
          {
            code: 'yaml.commentKept',
            ...at,
            range: comment,
            problem: `Comment becomes part of \`${entry.key}\``,
            consequence: `${quotes}, including the comment`,
            advice: 'Move the comment to its own line',
          },
        ];
      if (typeof entry.value === 'object')
        return [
          {
            code: 'yaml.repaired',
            ...at,
            range: entry.range,
            problem: `List or mapping in \`${entry.key}\` becomes a string`,
            consequence: `${quotes}, brackets included`,
            advice: 'Fix the YAML, or write one item per line',
            ...data,
          },
        ];
      const isBlock = /^[|>]/.test(text.slice(entry.range.start, entry.range.end));
      return isBlock && String(entry.value).trim().includes('\n')
        ? [
            {
              code: 'yaml.repaired',
              ...at,
              range: entry.range,
              problem: `Lines of \`${entry.key}\` are joined to one`,
              consequence: 'Qoder CLI repairs the invalid YAML by joining the lines of a block',
              advice: 'Fix the YAML to keep the lines',
              ...data,
            },
          ]
        : [];
    }),
  ];
}

function commentAfter(text: string, entry: Entry): OffsetRange | undefined {
  const [line = ''] = text.slice(entry.range.end, entry.lines.end).split(/\r?\n/, 1);
  const comment = /#.*$/.exec(line);
  if (!comment || /^\s*#/.test(line) === false) return undefined;
  const start = entry.range.end + comment.index;
  return { start, end: start + comment[0].trimEnd().length };
}
