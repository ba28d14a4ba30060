import type { OffsetRange } from '../../../document/offsets.ts';
import { isScalar } from '../../../document/yamlNodes.ts';
import type { YamlTree } from '../../../document/yamlTree.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import { commentAfter, type IssueCollector } from './issueCollector.ts';
import type { Reading } from './readYaml.ts';
import type { Flavor } from './release.ts';
import type { Subject } from './subject.ts';

type MapReading = Extract<Reading, { kind: 'map' }>;

/** Reports what a successful reading dropped or changed: duplicates, comments, anchors, tags, and the repair. */
export function reportReading(
  reading: MapReading,
  text: string,
  content: OffsetRange,
  subject: Subject,
  issues: IssueCollector,
): void {
  reportDuplicates(reading.fields, issues);
  if (reading.repaired) reportRepaired(reading, text, content, subject, issues);
  for (const field of reading.fields) {
    if (field.repaired || !isScalar(field.node)) continue;
    reportDroppedMark(field, text.slice(content.start, content.end), text, issues);
    reportCutValue(field, text, content, subject, issues);
  }
}

function reportDuplicates(fields: readonly Field[], issues: IssueCollector): void {
  const last = new Map<string, Field>();
  for (const field of fields.toReversed()) {
    const winner = last.get(field.key);
    if (winner === undefined) last.set(field.key, field);
    else if (winner.keyRange.start !== field.keyRange.start)
      issues.add(
        'yaml.duplicateKey',
        JSON.stringify(winner.value) === JSON.stringify(field.value) ? 'noted' : 'ignored',
        field.keyRange,
        {
          problem: problems.duplicateKey(field.key),
          consequence: 'Claude Code uses the last one',
          advice: 'Remove one of them',
        },
        { field: field.key, data: { winner: 'last' } },
      );
  }
}

/** Reports the invalid lines and, among the lines quoted along with them, those whose meaning changes. */
function reportRepaired(
  { fields, tree, repaired }: MapReading,
  text: string,
  content: OffsetRange,
  subject: Subject,
  issues: IssueCollector,
): void {
  const written = new Map(tree.entries.map(entry => [entry.keyRange.start, entry]));
  let isExplained = false;
  for (const field of fields.filter(({ repaired }) => repaired)) {
    // How a rejected name was read does not matter.
    if (issues.issues.some(({ effect, range }) => effect === 'rejected' && range === field.range)) {
      isExplained = true;
      continue;
    }
    const entry = written.get(field.keyRange.start);
    if (entry === undefined || entry.error !== undefined) {
      isExplained = true;
      const isAsWritten = isReadAsWritten(field, text, subject);
      const effect = isAsWritten || subject.shown.includes(field.key) ? 'noted' : 'changed';
      issues.add('yaml.repaired', effect, field.range, repairedText(field, text, isAsWritten), {
        field: field.key,
        data: { key: field.key },
      });
      continue;
    }
    if (entry.value === field.value) continue;
    const comment = commentAfter(text, entry.range.end, content.end);
    if (comment)
      issues.add(
        'yaml.commentKept',
        'changed',
        { start: entry.range.end, end: comment.end },
        {
          problem: `Comment becomes part of \`${field.key}\``,
          consequence:
            'Claude Code repairs the invalid YAML of this front matter by putting whole lines in quotes',
        },
        { field: field.key },
      );
    else if (subject.keys.includes(field.key))
      issues.add(
        'yaml.repaired',
        'changed',
        field.range,
        {
          problem: `\`${field.key}\` is read as a string`,
          consequence: `Claude Code reads \`${shortened(String(field.value))}\`: it repairs the invalid YAML of this front matter by putting every suspect value in quotes`,
        },
        { field: field.key, data: { key: field.key } },
      );
  }
  if (!isExplained && repaired!.untabbed.length > 0) reportTabs(tree, text, content, issues);
}

/** Whether the repaired value is what the author means: a string, and not a list or mapping in brackets. */
function isReadAsWritten({ key, value, range }: Field, text: string, subject: Subject): boolean {
  const written = text.slice(range.start, range.end).trim();
  return value === written && (subject.prose.includes(key) || !/^[[{].*[\]}]$/s.test(written));
}

function repairedText({ key, range }: Field, text: string, isAsWritten: boolean): IssueText {
  return {
    problem: whyRepaired(text.slice(range.start, range.end)),
    consequence: isAsWritten
      ? 'Claude Code repairs the invalid YAML and reads the value as written'
      : `Claude Code repairs \`${key}\` by guessing`,
    advice: 'Put the value in quotes',
  };
}

const marks = { '*': 'an alias', '&': 'an anchor', '!': 'a tag' } as const;

/** The cause for which the repair quotes a value. */
export function whyRepaired(value: string): string {
  const first = value[0]!;
  if (first === '"' || first === "'") return `Text after the closing \`${first}\` of the value`;
  if (first === '[' || first === '{')
    return `Value starts like a ${first === '[' ? 'list' : 'mapping'} but cannot be read as one`;
  if (first === '*' || first === '&' || first === '!')
    return `Unquoted value starts with \`${first}\`, which marks ${marks[first]}`;
  if (/^[`@%|>]/.test(value))
    return `Unquoted value starts with ${first === '`' ? '`` ` ``' : `\`${first}\``}`;
  return 'Unquoted value contains `: `';
}

function reportTabs(tree: YamlTree, text: string, content: OffsetRange, issues: IssueCollector): void {
  const tab = /^\t+/m.exec(text.slice(content.start, content.end));
  if (!tab) return;
  const start = content.start + tab.index;
  const key = tree.entries.findLast(entry => entry.keyRange.start < start)?.key;
  issues.add(
    'yaml.repaired',
    'changed',
    { start, end: start + tab[0].length },
    {
      problem: 'Tab used for indentation',
      consequence: 'Claude Code reads each tab as two spaces; other tools drop the front matter',
      advice: 'Indent with spaces',
    },
    { ...(key !== undefined && { field: key }), data: { key: key ?? '' } },
  );
}

/** Reports `&word` and `!word` before a value, except for an anchor that an alias refers to. */
function reportDroppedMark(field: Field, source: string, text: string, issues: IssueCollector): void {
  const node = field.node;
  if (!isScalar(node) || node.range == null) return;
  const isTag = node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:');
  const isAnchor = node.anchor !== undefined && !source.includes(`*${node.anchor}`);
  if (!isTag && !isAnchor) return;
  const before = text.slice(field.keyRange.end, node.range[0]);
  const mark = /[&!]\S*/.exec(before);
  if (!mark) return;
  const start = field.keyRange.end + mark.index;
  issues.add(
    'yaml.dropped',
    'changed',
    { start, end: start + mark[0].length },
    {
      problem: `${mark[0].startsWith('!') ? 'Tag' : 'Anchor'} \`${mark[0]}\` is dropped`,
      consequence: `Claude Code reads the value without it: in YAML \`${mark[0][0]}\` starts ${mark[0].startsWith('!') ? 'a tag' : 'an anchor'}`,
      advice: 'Put the value in quotes',
    },
    { field: field.key, subject: mark[0] },
  );
}

/** Reports a ` #` in prose, where it is hardly meant as a comment. */
function reportCutValue(
  field: Field,
  text: string,
  content: OffsetRange,
  subject: Subject,
  issues: IssueCollector,
): void {
  if (!subject.prose.includes(field.key)) return;
  if (!isScalar(field.node) || field.node.type !== 'PLAIN' || field.value === null) return;
  const comment = commentAfter(text, field.range.end, content.end);
  if (!comment || /^#\s*agent-files-/.test(text.slice(comment.start, comment.end))) return;
  issues.add(
    'yaml.commentCut',
    'changed',
    comment,
    {
      problem: '` #` starts a comment and ends the value',
      consequence: `Claude Code reads \`${field.key}\` only up to here`,
      advice: 'Put the value in quotes',
    },
    { field: field.key, data: { key: field.key } },
  );
}

/** Reports the two characters `\n` in a description, which become line breaks in project and user agents. */
export function reportLiteralNewlines(
  field: Field,
  flavor: Flavor,
  text: string,
  issues: IssueCollector,
): void {
  if (typeof field.value !== 'string' || !field.value.includes('\\n')) return;
  const source = text.slice(field.range.start, field.range.end);
  const escaped = source.startsWith('"') && !field.repaired;
  const found = (escaped ? /(?:\\\\n)+/ : /(?:\\n)+/).exec(source);
  const range = found
    ? { start: field.range.start + found.index, end: field.range.start + found.index + found[0].length }
    : issues.rangeWithin(field);
  const converted = flavor === 'local';
  const isPath = /(?:^|[\s"'(`])(?:[A-Za-z]:|\.{1,2}|\\)(?:\\[\w. -]+)*\\n\w/.test(field.value);
  issues.add(
    'yaml.literalNewline',
    converted && isPath ? 'changed' : 'noted',
    range,
    { problem: 'Literal `\\n` in the value', ...aboutNewline(converted, isPath) },
    { field: field.key, data: { converted } },
  );
}

function aboutNewline(isConverted: boolean, isPath: boolean): Omit<IssueText, 'problem'> {
  if (!isConverted)
    return {
      consequence:
        'Claude Code keeps the two characters in an agent of a plugin: only in double quotes are they a line break',
      advice: 'For line breaks, write the description as a block (`|-`)',
    };
  if (isPath)
    return {
      consequence: 'Claude Code turns the two characters into a line break, in a path too',
      advice: 'Write the path with `/`',
    };
  return {
    consequence:
      'Claude Code turns the two characters into a line break in project and user agents; other tools show them as they are',
    advice: 'Write a block (`|-`), which every tool reads the same way',
  };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
