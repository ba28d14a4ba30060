import type { OffsetRange } from '../../../document/offsets.ts';
import { isScalar } from '../../../document/yamlNodes.ts';
import type { YamlTree } from '../../../document/yamlTree.ts';
import type { Field } from './fields.ts';
import { commentBehind, type IssueCollector } from './issueCollector.ts';
import type { Reading } from './readYaml.ts';
import type { Flavour } from './release.ts';
import type { Subject } from './subject.ts';

type MapReading = Extract<Reading, { kind: 'map' }>;

/** What a reading that succeeded still dropped or changed: duplicates, comments, marks, and what the repair did. */
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
        `\`${field.key}\` is given again below, and Claude Code takes the last one. Remove one of them.`,
        { field: field.key, data: { winner: 'last' } },
      );
  }
}

/** The lines at fault; and, among those that were quoted beside them, the ones that mean something else now. */
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
    // Of a name that is refused as it stands, the way in which it was read does not matter.
    if (issues.issues.some(({ effect, range }) => effect === 'rejected' && range === field.range)) {
      isExplained = true;
      continue;
    }
    const entry = written.get(field.keyRange.start);
    if (entry === undefined || entry.error !== undefined) {
      isExplained = true;
      const effect = subject.shown.includes(field.key) ? 'noted' : 'changed';
      issues.add('yaml.repaired', effect, field.range, repairedMessage(field, text), {
        field: field.key,
        data: { key: field.key },
      });
      continue;
    }
    if (entry.value === field.value) continue;
    const comment = commentBehind(text, entry.range.end, content.end);
    if (comment)
      issues.add(
        'yaml.commentKept',
        'changed',
        { start: entry.range.end, end: comment.end },
        `This comment becomes part of \`${field.key}\`: the YAML of this front matter is invalid, and Claude Code mends it by putting whole lines in quotes.`,
        { field: field.key },
      );
    else if (subject.keys.includes(field.key))
      issues.add(
        'yaml.repaired',
        'changed',
        field.range,
        `Claude Code takes this for the text \`${shortened(String(field.value))}\`: the YAML of this front matter is invalid, and it mends it by putting every doubtful value in quotes.`,
        { field: field.key, data: { key: field.key } },
      );
  }
  if (!isExplained && repaired!.untabbed.length > 0) reportTabs(tree, text, content, issues);
}

function repairedMessage({ key, range }: Field, text: string): string {
  const value = text.slice(range.start, range.end);
  return `${whyRepaired(value)}. Claude Code mends \`${key}\` by guessing; other tools do not, and lose the front matter or the file. Put the value in quotes.`;
}

function whyRepaired(value: string): string {
  const first = value[0]!;
  if (first === '"' || first === "'")
    return `In YAML a value in quotes ends at the next \`${first}\`, and here something stands behind it`;
  if (first === '[' || first === '{')
    return `In YAML \`${first}\` begins a ${first === '[' ? 'list' : 'map'}, and this is none`;
  if (first === '`') return 'In YAML a value cannot begin with a backquote';
  if (/^[@%*&!|>]/.test(value)) return `In YAML a value cannot begin with \`${first}\` and go on as text`;
  return 'In YAML a colon and a blank begin a new key';
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
    'YAML is indented with blanks, never with tabs. Claude Code takes each tab for two blanks; other tools drop the front matter. Indent with blanks.',
    { ...(key !== undefined && { field: key }), data: { key: key ?? '' } },
  );
}

/** `&word` and `!word` before a value. An anchor that is used is no accident. */
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
    `\`${mark[0]}\` is dropped from the value: in YAML a word that begins with \`${mark[0][0]}\` is a mark of its own. Put the value in quotes.`,
    { field: field.key },
  );
}

/** A ` #` in a text that is prose, where it is hardly meant for a comment. */
function reportCutValue(
  field: Field,
  text: string,
  content: OffsetRange,
  subject: Subject,
  issues: IssueCollector,
): void {
  if (!subject.prose.includes(field.key)) return;
  if (!isScalar(field.node) || field.node.type !== 'PLAIN' || field.value === null) return;
  const comment = commentBehind(text, field.range.end, content.end);
  if (!comment || /^#\s*agent-files-/.test(text.slice(comment.start, comment.end))) return;
  issues.add(
    'yaml.commentCut',
    'changed',
    comment,
    `\`${field.key}\` ends before this: in YAML everything behind a blank and \`#\` is a comment. Put the value in quotes to keep it whole.`,
    { field: field.key, data: { key: field.key } },
  );
}

/** The two characters `\n` in the description, which become line breaks in project and user agents. */
export function reportLiteralNewlines(
  field: Field,
  flavour: Flavour,
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
  const converted = flavour === 'local';
  const isPath = /(?:^|[\s"'(`])(?:[A-Za-z]:|\.{1,2}|\\)(?:\\[\w. -]+)*\\n\w/.test(field.value);
  issues.add(
    'yaml.literalNewline',
    converted && isPath ? 'changed' : 'noted',
    range,
    !converted
      ? 'Outside double quotes `\\n` is two characters, and in agents of a plugin Claude Code leaves it so. For line breaks write the description as a block (`|-`) with real lines.'
      : isPath
        ? 'Claude Code turns the two characters `\\n` into a line break, in a path too. Write the path with `/`.'
        : 'Claude Code turns the two characters `\\n` into a line break in project and user agents; other tools show them as they are. A block (`|-`) with real lines is read the same everywhere.',
    { field: field.key, data: { converted } },
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
