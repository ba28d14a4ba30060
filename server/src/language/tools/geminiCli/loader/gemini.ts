import type { OffsetRange } from '../../../document/offsets.ts';
import { longestFrontMatter, parseYamlTree } from '../../../document/yamlTree.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { type Loader, type LoaderInput, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { noSplitIssue } from '../../../loading/noSplitIssue.ts';
import { placesOf } from '../../../loading/places.ts';
import { splitAtDashes } from '../../../loading/splitAtDashes.ts';
import { tooLarge, unreadFile } from '../../../loading/unread.ts';
import { errorIssue } from '../../../loading/yaml/errorIssues.ts';
import { loadList, loadOne } from './results.ts';
import { refuses } from './unplacedIssue.ts';

/** How Gemini CLI loads an agent in `.gemini/agents`: local, remote, or a list of remote ones. */
export const geminiAgent: Loader = {
  tool: 'Gemini CLI',
  version: '0.61.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load,
};

/** The tool's steps in order. The first that fails refuses the file. */
function load({ document, path }: LoaderInput): LoadResult {
  const unread = unreadFile(document, path, {
    tool: geminiAgent.tool,
    folder: '.gemini/agents',
    reads: file => !file.includes('/') && !file.startsWith('_') && file.endsWith('.md'),
    excludes: file => file.startsWith('_'),
    what: 'only files whose names end in `.md` and do not start with `_`, directly in `.gemini/agents`',
  });
  if (unread) return unread;

  const file = splitAtDashes(document.text);
  if (!file)
    return { ...nothingLoaded, issues: [noSplitIssue(document, { tool: geminiAgent.tool, takes: [] })] };
  if (file.content.end - file.content.start > longestFrontMatter) return tooLarge(document);

  const read = readWithJsYaml(document.text.slice(file.yaml.start, file.yaml.end));
  const tree = sameSpan(file.content, document.frontMatter.content)
    ? document.yaml
    : parseYamlTree(document.text, file.content);
  if ('reason' in read) {
    const error = { ...read, offset: file.yaml.start + read.offset };
    return { ...nothingLoaded, issues: [errorIssue(document, file.content, error, refuses)] };
  }

  const places = placesOf(document.text, tree, document.frontMatter.open);
  return Array.isArray(read.value)
    ? loadList(document, file, read.value, places)
    : loadOne(document, file, read.value, places);
}

function sameSpan(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === b.start && a.end === b.end;
}
