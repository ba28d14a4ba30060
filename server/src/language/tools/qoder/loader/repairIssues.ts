import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry, YamlTree } from '../../../document/yamlTree.ts';
import type { Issue } from '../../../loading/issue.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { qoderFields } from './schema.ts';

const known = ['name', 'description', ...Object.keys(qoderFields)];

/** What the repair made of a front matter: the fault, and the fields that come out different for it. */
export function repairIssues(
  document: AgentDocument,
  content: OffsetRange,
  tree: YamlTree,
  offset: number,
  value: Readonly<Record<string, unknown>>,
): Issue[] {
  const { text } = document;
  const { key, message, range } = explainError(document, content, offset, '');
  const data = { data: { key: key ?? '' } };
  return [
    {
      code: 'yaml.repaired',
      effect: 'noted',
      range,
      problem: `${message} Qoder CLI mends it by putting every value with special characters in quotes; other tools refuse the file.`,
      ...(key && { field: key }),
      ...data,
    },
    ...tree.entries.flatMap((entry): Issue[] => {
      const taken = value[entry.key];
      if (typeof taken !== 'string' || entry.value === null || !known.includes(entry.key)) return [];
      const at = { field: entry.key, effect: 'changed' as const };
      const because = 'Because the front matter is not valid YAML, Qoder CLI';
      const comment = commentBehind(text, entry);
      if (comment && taken.endsWith(text.slice(comment.start, comment.end)))
        return [
          {
            code: 'yaml.commentKept',
            ...at,
            range: comment,
            problem: `${because} takes this comment for a part of \`${entry.key}\`. Move it to a line of its own.`,
          },
        ];
      if (typeof entry.value === 'object')
        return [
          {
            code: 'yaml.repaired',
            ...at,
            range: entry.range,
            problem: `${because} takes the brackets and what is in them for text. Mend the YAML, or write one item on each line.`,
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
              problem: `${because} joins these lines to one. Mend the YAML, and they stay apart.`,
              ...data,
            },
          ]
        : [];
    }),
  ];
}

function commentBehind(text: string, entry: Entry): OffsetRange | undefined {
  const [line = ''] = text.slice(entry.range.end, entry.lines.end).split(/\r?\n/, 1);
  const comment = /#.*$/.exec(line);
  if (!comment || /^\s*#/.test(line) === false) return undefined;
  const start = entry.range.end + comment.index;
  return { start, end: start + comment[0].trimEnd().length };
}
