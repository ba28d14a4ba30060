import { type OffsetRange, trimRange } from '../../../document/offsets.ts';
import { longestFrontMatter, parseYamlTree } from '../../../document/yamlTree.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { noSplitCause } from '../../../loading/noSplitCause.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isMapping, typeName } from '../../../loading/shape.ts';
import { splitAtDashes } from '../../../loading/splitAtDashes.ts';
import { tooLarge, unreadFile } from '../../../loading/unread.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { noMapping, reportYamlError } from '../../../loading/yaml/errors.ts';
import { reportLoaded, reportMismatches } from './issues.ts';
import { repairQoderYaml } from './repair.ts';
import { reportRepairs } from './repairIssues.ts';
import { qoderShape } from './schema.ts';

/** How Qoder CLI loads an agent in `.qoder/agents`, as far as its listing shows it. */
export const qoderAgent: Loader = {
  tool: 'Qoder CLI',
  version: '1.1.52',
  recorded: '2026-11-21',
  evidence: 'measured',
  load,
};

const unrepaired = 'Qoder CLI repairs some such errors but not this one, and does not load the file';

function load({ document, path }: LoaderInput): LoadResult {
  const { text } = document;
  const unread = unreadFile(document, path, {
    tool: qoderAgent.tool,
    folder: '.qoder/agents',
    reads: file => file.endsWith('.md') && !baseName(file).startsWith('_'),
    excludes: file => baseName(file).startsWith('_'),
    what: 'only files whose names end in `.md` and do not begin with `_`, in `.qoder/agents` and below',
  });
  if (unread) return unread;

  const file = splitAtDashes(text);
  const issues = new IssueCollector();
  if (!file) {
    issues.addCause(noSplitCause(document, { takes: [] }), 'rejected', 'Qoder CLI does not load the file');
    return refused(issues);
  }
  if (file.content.end - file.content.start > longestFrontMatter) return tooLarge(document);

  const same =
    file.content.start === document.frontMatter.content.start &&
    file.content.end === document.frontMatter.content.end;
  const tree = same ? document.yaml : parseYamlTree(text, file.content);
  const places = placesOf(text, tree, document.frontMatter.open);

  const yaml = text.slice(file.yaml.start, file.yaml.end);
  const first = readWithJsYaml(yaml);
  const read = 'value' in first ? first : readWithJsYaml(repairQoderYaml(yaml.replace(/\r\n/g, '\n')).yaml);
  if ('reason' in read) {
    const { reason, offset } = 'reason' in first ? first : read;
    const error = { reason, offset: file.yaml.start + offset };
    reportYamlError(document, file.content, error, unrepaired, issues);
    return refused(issues);
  }

  const { value } = read;
  if (!isMapping(value)) {
    const isEmpty = value === undefined || value === null;
    issues.add(
      isEmpty ? 'frontMatter.missing' : 'yaml.invalid',
      'rejected',
      firstLineOf(text, file.content),
      isEmpty
        ? {
            problem: 'Front matter is empty',
            advice: 'Write lines of the form `key: value`',
            consequence: 'Qoder CLI does not load the file',
          }
        : { ...noMapping, consequence: `Qoder CLI reads ${typeName(value)} and does not load the file` },
    );
    return refused(issues);
  }
  const mismatches = qoderShape(value, []);
  reportMismatches(mismatches, value, places, issues);
  if ('reason' in first)
    reportRepairs(document, file.content, tree, file.yaml.start + first.offset, value, issues);
  if (mismatches.length > 0) return refused(issues);

  const body = trimRange(text, file.body);
  reportLoaded(value, places, issues);
  if (body.start === body.end)
    issues.add('body.empty', 'noted', document.frontMatter.open, {
      problem: 'Prompt is empty',
      consequence: 'Qoder CLI loads the agent without a prompt',
    });
  return {
    ...nothingLoaded,
    loads: true,
    name: value.name as string,
    description: value.description as string,
    model: typeof value.model === 'string' && value.model !== '' ? value.model : 'inherit',
    tools: namesOf(value.tools),
    disallowedTools: namesOf(value.disallowedTools),
    permissionMode: (value.permissionMode as string | undefined) ?? null,
    fields: value,
    issues: issues.inTextOrder(),
    body,
  };
}

function namesOf(value: unknown): readonly string[] | null {
  if (Array.isArray(value)) return value as string[];
  if (typeof value !== 'string') return null;
  return commaSeparated(value);
}

/** The first non-blank line of a range. */
function firstLineOf(text: string, span: OffsetRange): OffsetRange {
  const range = trimRange(text, span);
  const [line = ''] = text.slice(range.start, range.end).split(/\r?\n/, 1);
  return { start: range.start, end: range.start + line.length };
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
