import { type OffsetRange, trimRange } from '../../../document/offsets.ts';
import { longestFrontMatter, parseYamlTree } from '../../../document/yamlTree.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { noSplitIssue } from '../../../loading/noSplitIssue.ts';
import { placesOf } from '../../../loading/places.ts';
import { isMapping, typeName } from '../../../loading/shape.ts';
import { splitAtDashes } from '../../../loading/splitAtDashes.ts';
import { tooLarge, unreadFile } from '../../../loading/unread.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { errorIssue, noMapping } from '../../../loading/yaml/errorIssues.ts';
import { loadedIssues, mismatchIssues } from './issues.ts';
import { repairQoderYaml } from './repair.ts';
import { repairIssues } from './repairIssues.ts';
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
  if (!file)
    return { ...nothingLoaded, issues: [noSplitIssue(document, { tool: qoderAgent.tool, takes: [] })] };
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
    return { ...nothingLoaded, issues: [errorIssue(document, file.content, error, unrepaired)] };
  }

  const { value } = read;
  if (!isMapping(value))
    return {
      ...nothingLoaded,
      issues: [
        {
          code: value === undefined || value === null ? 'frontMatter.missing' : 'yaml.invalid',
          effect: 'rejected',
          range: firstLineOf(text, file.content),
          ...(value === undefined || value === null
            ? {
                problem: 'Front matter is empty',
                advice: 'Write lines of the form `key: value`',
                consequence: 'Qoder CLI does not load the file',
              }
            : {
                ...noMapping,
                consequence: `Qoder CLI reads ${typeName(value)} and does not load the file`,
              }),
        },
      ],
    };
  const repairs =
    'reason' in first
      ? repairIssues(document, file.content, tree, file.yaml.start + first.offset, value)
      : [];
  const mismatches = qoderShape(value, []);
  if (mismatches.length > 0)
    return {
      ...nothingLoaded,
      issues: inTextOrder([...mismatchIssues(mismatches, value, places), ...repairs]),
    };

  const body = trimRange(text, file.body);
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
    issues: inTextOrder([
      ...repairs,
      ...loadedIssues(value, places),
      ...promptIssues(body, document.frontMatter.open),
    ]),
    body,
  };
}

function promptIssues(body: OffsetRange, open: OffsetRange): Issue[] {
  if (body.end > body.start) return [];
  return [
    {
      code: 'body.empty',
      effect: 'noted',
      range: open,
      problem: 'Prompt is empty',
      consequence: 'Qoder CLI loads the agent without a prompt',
    },
  ];
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
