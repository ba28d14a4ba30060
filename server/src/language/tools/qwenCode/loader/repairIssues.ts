import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry, YamlTree } from '../../../document/yamlTree.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { textIfAny } from './config.ts';
import type { QwenFrontMatter } from './frontMatter.ts';
import { qwenKeys } from './keyIssues.ts';

const limits = ['tools', 'disallowedTools', 'approvalMode', 'permissionMode', 'maxTurns'];

/**
 * What the reading line by line does to a front matter that is no valid YAML: the fault itself, keys given twice,
 * and every field that counts whose value differs from what its author sees.
 */
export function repairIssues(
  document: AgentDocument,
  content: OffsetRange,
  tree: YamlTree,
  { values, byLine, strict }: QwenFrontMatter,
  places: Places,
  origin: (offset: number) => number,
): Issue[] {
  if (!byLine) return [];
  const known = tree.entries.filter(({ key }) => qwenKeys.some(each => each === key));
  const twice = known.filter((entry, index) => known.findLastIndex(other => other.key === entry.key) > index);
  const errors = strict.errors.filter(error => !/keys must be unique/i.test(error.message));
  const issues = twice.map(
    ({ key, keyRange }): Issue => ({
      code: 'yaml.duplicateKey',
      effect: 'ignored',
      field: key,
      range: keyRange,
      problem: `\`${key}\` is given twice. Qwen Code takes the last one and ignores this.`,
      data: { winner: 'last' },
    }),
  );
  const cause =
    errors.length > 0 || issues.length === 0
      ? explainError(document, content, origin(errors[0]?.offset ?? 0), errors[0]?.message ?? '')
      : undefined;
  const key = cause?.key;
  if (cause)
    issues.push({
      code: 'yaml.repaired',
      effect: 'noted',
      range: cause.range,
      problem: `${cause.message} Qwen Code then reads the front matter line by line, without lists in brackets, text on several lines or comments; other tools refuse the file.`,
      ...(key && { field: key }),
      data: { key: key ?? '' },
    });
  return [
    ...issues,
    ...known
      .filter(entry => !twice.includes(entry))
      .flatMap(entry => differenceIssues(document.text, entry, values[entry.key], key ?? '', places)),
  ];
}

function differenceIssues(text: string, entry: Entry, taken: unknown, key: string, places: Places): Issue[] {
  const meant = entry.error ? firstValue(entry) : entry.value;
  if (meant === null || same(meant, taken) || strayLinesOnly(text, entry, taken)) return [];
  const range = places.value([entry.key]);
  const because = 'Because the front matter is not valid YAML, Qwen Code reads it line by line and';
  const field = entry.key;
  if (taken === undefined || (Array.isArray(taken) && taken.length === 0)) {
    if (!limits.includes(field))
      return [
        {
          code: 'yaml.repaired',
          effect: 'ignored',
          field,
          range,
          problem: `${because} does not see the value of \`${field}\`.`,
          data: { key },
        },
      ];
    return [
      {
        code: field === 'tools' || field === 'disallowedTools' ? 'tools.ineffective' : 'yaml.repaired',
        effect: 'unrestricted',
        field,
        range,
        problem: `${because} does not see \`${field}\`, so ${
          field === 'tools' ? 'the agent gets every tool' : 'it limits nothing'
        }. Mend the YAML.`,
        ...(field !== 'tools' && field !== 'disallowedTools' && { data: { key } }),
      },
    ];
  }
  const comment = /\s#.*$/.exec(text.slice(entry.range.end, entry.lines.end).split(/\r?\n/, 1)[0] ?? '');
  if (comment && typeof taken === 'string' && taken.endsWith(comment[0].trim()))
    return [
      {
        code: 'yaml.commentKept',
        effect: 'changed',
        field,
        range: { start: entry.range.end, end: entry.range.end + comment.index + comment[0].length },
        problem: `${because} takes the comment for a part of \`${field}\`. Move it to a line of its own.`,
      },
    ];
  const isToolList = field === 'tools' || field === 'disallowedTools';
  if (isToolList)
    return [
      {
        code: 'yaml.repaired',
        // What was to be taken away is not.
        effect: field === 'tools' ? 'changed' : 'unrestricted',
        field,
        range,
        problem: `${because} takes brackets and quotes here for parts of the names, which then match no tool. Mend the YAML, or write one name on each line.`,
        data: { key },
      },
    ];
  return [
    {
      code: 'yaml.repaired',
      effect: 'changed',
      field,
      range,
      problem: `${because} takes \`${brief(taken)}\` for \`${field}\`.`,
      data: { key },
    },
  ];
}

/** True when what differs are lines below the value that belong to no value at all: the fault itself tells of them. */
function strayLinesOnly(text: string, entry: Entry, taken: unknown): boolean {
  const [first = '', ...further] = text.slice(entry.range.start, entry.range.end).split(/\r?\n/);
  if (further.length === 0 || textIfAny(taken) !== first.trim()) return false;
  return !further.some(line => /^\s+\S/.test(line) && !/^\s*[\w-]+:(?:\s|$)/.test(line));
}

/** What the author of a value that is no YAML means by it: all of its lines, joined as YAML joins them. */
function firstValue({ value }: Entry): unknown {
  return typeof value === 'string' ? value.replace(/\s*\r?\n\s*/g, ' ') : value;
}

function same(meant: unknown, taken: unknown): boolean {
  if (typeof meant !== 'object' && typeof taken !== 'object') return String(meant) === String(taken);
  if (Array.isArray(taken) && typeof meant === 'string')
    return (
      meant
        .split(/\s*-\s+/)
        .filter(Boolean)
        .join() === taken.join()
    );
  return JSON.stringify(meant) === JSON.stringify(taken);
}

function brief(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
