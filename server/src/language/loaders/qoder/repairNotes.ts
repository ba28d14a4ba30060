import type { OffsetRange } from '../../document/offsets.ts';
import type { Entry, YamlTree } from '../../document/yamlTree.ts';
import { readWithJsYaml } from '../jsYaml.ts';
import type { LoadNote } from '../loader.ts';
import { yamlCause } from '../yamlCause.ts';

/** What the repair made of a front matter: the fault, and the fields that come out different for it. */
export function repairNotes(
  text: string,
  content: OffsetRange,
  tree: YamlTree,
  offset: number,
  value: Readonly<Record<string, unknown>>,
): LoadNote[] {
  const { range, cause, advice, key } = yamlCause({
    text,
    content,
    tree,
    offset,
    reads: yaml => 'value' in readWithJsYaml(yaml),
  });
  const data = key ? { data: { key } } : {};
  return [
    {
      code: 'yaml.repaired',
      effect: 'noted',
      range,
      message: `${cause}. Qoder CLI mends it by putting every value with special characters in quotes. ${advice}`,
      ...(key ? { field: key, data: { key } } : {}),
    },
    ...tree.entries.flatMap((entry): LoadNote[] => {
      const taken = value[entry.key];
      const meant = entry.value;
      if (taken === undefined || meant === null || same(meant, taken)) return [];
      const at = { field: entry.key, effect: 'altered' as const };
      const because = 'Because the front matter is not valid YAML, Qoder CLI';
      const comment = commentBehind(text, entry);
      if (comment && typeof taken === 'string' && taken.endsWith(text.slice(comment.start, comment.end)))
        return [
          {
            code: 'yaml.commentKept',
            ...at,
            range: comment,
            message: `${because} takes this comment for a part of \`${entry.key}\`. Move it to a line of its own.`,
          },
        ];
      return [
        {
          code: 'yaml.repaired',
          ...at,
          range: entry.range,
          message:
            Array.isArray(meant) || typeof meant === 'object'
              ? `${because} takes the brackets and what is in them for text. Mend the YAML, or write one item on each line.`
              : `${because} takes these lines for one line of text. Mend the YAML.`,
          ...data,
        },
      ];
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

function same(meant: unknown, taken: unknown): boolean {
  if (typeof meant !== 'object' && typeof taken !== 'object')
    return String(meant).trim() === String(taken).trim();
  return JSON.stringify(meant) === JSON.stringify(taken);
}
