import type { FieldTable } from '../../dialect/fieldTable.ts';
import { codes, table as markdownTable } from '../../docs/markdown.ts';
import { messageOf } from '../../loading/issue.ts';
import type { LoadResult } from '../../loading/loader.ts';
import type { Snapshot } from '../../snapshot.ts';
import { withArticle } from '../../wordList.ts';
import { escapeMarkdown, messageMarkdown, paragraphs } from '../describe.ts';

/** The maximum number of listed issues. */
const mostIssues = 8;
const longestDescription = 160;

/** The file as its tool loads it: the settings, and what is changed or dropped. */
export function loadedMarkdown({ dialect, loader, load }: Snapshot, fields: FieldTable): string {
  const { tool, version } = loader;
  const what = dialect.defines ?? 'file';
  if (load.ignored) return `${tool} reads this file as documentation, not as ${withArticle(what)}.`;
  const issues = load.issues.filter(({ effect }) => effect !== 'noted');
  const shown = issues.slice(0, mostIssues).map(issue => `- ${messageMarkdown(messageOf(issue))}`);
  if (issues.length > mostIssues) shown.push(`- … and ${issues.length - mostIssues} more.`);
  const title = load.loads
    ? `**${tool} ${version} loads this ${what}${issues.length > 0 ? ', with changes' : ''}**`
    : `**${tool} ${version} does not load this file**`;
  return paragraphs(
    title,
    load.loads && markdownTable(['', 'As loaded'], rows(load, fields)),
    shown.join('\n'),
  );
}

function rows(
  { name, description, model, tools, disallowedTools, permissionMode }: LoadResult,
  fields: FieldTable,
): string[][] {
  const otherwise = (key: string) => fields.field([key])?.meta.defaultText ?? '';
  return [
    ['Name', name === null ? '' : codes([name])],
    [
      'Description',
      description === null ? '' : escapeMarkdown(firstLine(description)).replaceAll('\\|', '|'),
    ],
    ['Model', model === null ? otherwise('model') : codes([model])],
    ['Tools', tools === null ? otherwise('tools') : tools.length > 0 ? codes(tools) : 'None'],
    ['Disallowed tools', disallowedTools?.length ? codes(disallowedTools) : ''],
    ['Permission mode', permissionMode === null ? '' : codes([permissionMode])],
  ].filter(([, value]) => value !== '');
}

function firstLine(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart())![0];
  return line.length > longestDescription ? `${line.slice(0, longestDescription - 1)}…` : line;
}
