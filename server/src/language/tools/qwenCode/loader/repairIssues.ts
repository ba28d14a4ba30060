import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry, YamlTree } from '../../../document/yamlTree.ts';
import { type Issue, IssueCollector } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { explainError } from '../../../loading/yaml/explainError.ts';
import { stringIfAny } from './config.ts';
import type { QwenFrontMatter } from './frontMatter.ts';
import { qwenKeys } from './keyIssues.ts';

const limits = ['tools', 'disallowedTools', 'approvalMode', 'permissionMode', 'maxTurns'];

/**
 * What the line reader does to a front matter that is not valid YAML: the error itself, duplicate keys, and every
 * known field whose value differs from what its author sees.
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
  const collector = new IssueCollector();
  for (const { key, keyRange } of twice)
    collector.add(
      'yaml.duplicateKey',
      'ignored',
      keyRange,
      {
        problem: problems.duplicateKey(key),
        consequence: 'Qwen Code reads the last one and ignores this one',
      },
      { field: key, data: { winner: 'last' } },
    );
  const cause =
    errors.length > 0 || twice.length === 0
      ? explainError(document, content, origin(errors[0]?.offset ?? 0), errors[0]?.message ?? '')
      : undefined;
  const key = cause?.key ?? '';
  if (cause)
    collector.add(
      'yaml.repaired',
      'noted',
      cause.range,
      {
        problem: cause.problem,
        consequence:
          'Qwen Code reads the front matter line by line instead, without lists in brackets, multiline strings or comments',
        ...(cause.advice && { advice: cause.advice }),
      },
      { ...(key && { field: key }), data: { key } },
    );
  for (const entry of known.filter(entry => !twice.includes(entry)))
    reportDifference(collector, document.text, entry, values[entry.key], key, places);
  return collector.issues;
}

const byLineReading = 'Qwen Code reads the invalid YAML line by line';

/** Reports a field whose value `loaded` is not what its author sees; `key` is the value to quote. */
function reportDifference(
  collector: IssueCollector,
  text: string,
  entry: Entry,
  loaded: unknown,
  key: string,
  places: Places,
): void {
  const meant = entry.error ? firstValue(entry) : entry.value;
  if (meant === null || same(meant, loaded) || strayLinesOnly(text, entry, loaded)) return;
  const field = entry.key;
  const range = places.value([field]);
  const isToolList = field === 'tools' || field === 'disallowedTools';
  if (loaded === undefined || (Array.isArray(loaded) && loaded.length === 0)) {
    const unseen = `${byLineReading} and does not see this value`;
    if (isToolList)
      collector.add(
        'tools.ineffective',
        'unrestricted',
        range,
        {
          problem: problems.ineffective(field),
          consequence: `${unseen}, so ${field === 'tools' ? 'the agent gets every tool' : 'it limits nothing'}`,
          advice: 'Fix the YAML',
        },
        { field },
      );
    else if (limits.includes(field))
      collector.add(
        'yaml.repaired',
        'unrestricted',
        range,
        {
          problem: `\`${field}\` is lost because the YAML is invalid`,
          consequence: `${unseen}, so it limits nothing`,
          advice: 'Fix the YAML',
        },
        { field, data: { key } },
      );
    else
      collector.add(
        'yaml.repaired',
        'ignored',
        range,
        { problem: `\`${field}\` is lost because the YAML is invalid`, consequence: unseen },
        { field, data: { key } },
      );
    return;
  }
  const comment = /\s#.*$/.exec(text.slice(entry.range.end, entry.lines.end).split(/\r?\n/, 1)[0] ?? '');
  if (comment && typeof loaded === 'string' && loaded.endsWith(comment[0].trim()))
    collector.add(
      'yaml.commentKept',
      'changed',
      { start: entry.range.end, end: entry.range.end + comment.index + comment[0].length },
      {
        problem: `Comment becomes part of \`${field}\``,
        consequence: `${byLineReading}, including the comment`,
        advice: 'Move the comment to its own line',
      },
      { field },
    );
  else if (isToolList)
    collector.add(
      'yaml.repaired',
      // The tools to remove stay.
      field === 'tools' ? 'changed' : 'unrestricted',
      range,
      {
        problem: 'Brackets and quotes become part of the tool names',
        consequence: `${byLineReading}, so the names match no tool`,
        advice: 'Fix the YAML, or write one name per line',
      },
      { field, data: { key } },
    );
  else
    collector.add(
      'yaml.repaired',
      'changed',
      range,
      {
        problem: `\`${field}\` changes because the YAML is invalid`,
        consequence: `${byLineReading} and gets \`${brief(loaded)}\``,
      },
      { field, data: { key } },
    );
}

/** True when the difference is lines below the value that belong to no value: the error itself reports them. */
function strayLinesOnly(text: string, entry: Entry, loaded: unknown): boolean {
  const [first = '', ...further] = text.slice(entry.range.start, entry.range.end).split(/\r?\n/);
  if (further.length === 0 || stringIfAny(loaded) !== first.trim()) return false;
  return !further.some(line => /^\s+\S/.test(line) && !/^\s*[\w-]+:(?:\s|$)/.test(line));
}

/** What the author of a value that is not valid YAML means: all of its lines, folded as YAML folds them. */
function firstValue({ value }: Entry): unknown {
  return typeof value === 'string' ? value.replace(/\s*\r?\n\s*/g, ' ') : value;
}

function same(meant: unknown, loaded: unknown): boolean {
  if (typeof meant !== 'object' && typeof loaded !== 'object') return String(meant) === String(loaded);
  if (Array.isArray(loaded) && typeof meant === 'string')
    return (
      meant
        .split(/\s*-\s+/)
        .filter(Boolean)
        .join() === loaded.join()
    );
  return JSON.stringify(meant) === JSON.stringify(loaded);
}

function brief(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
