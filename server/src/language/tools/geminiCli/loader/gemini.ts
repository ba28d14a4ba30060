import type { OffsetRange } from '../../../document/offsets.ts';
import { longestFrontMatter, parseYamlTree } from '../../../document/yamlTree.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import type { Loader, LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { noSplitCause } from '../../../loading/noSplitCause.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { splitAtDashes } from '../../../loading/splitAtDashes.ts';
import { tooLarge, unreadFile } from '../../../loading/unread.ts';
import { reportYamlError } from '../../../loading/yaml/errors.ts';
import { effectiveAgent, geminiEnvironment } from './effective.ts';
import { refuses } from './refusal.ts';
import { loadList, loadOne } from './results.ts';

/** How Gemini CLI loads an agent in `.gemini/agents`: local, remote, or a list of remote ones. */
export const geminiAgent: Loader = {
  tool: 'Gemini CLI',
  version: '0.61.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load,
  effective: (_, result, environment) => effectiveAgent(result, environment),
  environment: geminiEnvironment,
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
  const issues = new IssueCollector();
  if (!file) {
    issues.addCause(noSplitCause(document, { takes: [] }), 'rejected', refuses);
    return refused(issues);
  }
  if (file.content.end - file.content.start > longestFrontMatter) return tooLarge(document);

  const read = readWithJsYaml(document.text.slice(file.yaml.start, file.yaml.end));
  const tree = sameSpan(file.content, document.frontMatter.content)
    ? document.yaml
    : parseYamlTree(document.text, file.content);
  if ('reason' in read) {
    const error = { ...read, offset: file.yaml.start + read.offset };
    reportYamlError(document, file.content, error, refuses, issues);
    return refused(issues);
  }

  const places = placesOf(document.text, tree, document.frontMatter.open);
  return Array.isArray(read.value)
    ? loadList({ document, file, places, issues }, read.value)
    : loadOne({ document, file, places, issues }, read.value);
}

function sameSpan(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === b.start && a.end === b.end;
}
