import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import { folderBefore, relativePath } from '../paths.ts';
import { type Issue, IssueCollector, type IssueText } from './issue.ts';
import { type LoadResult, nothingLoaded } from './loader.ts';
import { refused } from './refused.ts';

/** Which files a tool reads in its own folder. */
export interface ReadFiles {
  readonly tool: string;
  /** The folder that holds the tool's agents, with `/`, or several. */
  readonly folder: string | readonly string[];
  /** Whether the tool reads the file at this path below the folder. */
  readonly reads: (file: string) => boolean;
  /** Whether a file is skipped on purpose: an author's way to keep it out. It is not reported. */
  readonly excludes?: (file: string) => boolean;
  /** Which files the tool reads, for the author, to follow "it reads". */
  readonly what: string;
}

/**
 * Returns the result for a file in the tool's folder that the tool silently skips; `undefined` for any it reads.
 * A file outside the folder is checked as if it were in it: the dialect's globs decide which folders a tool reads,
 * and any file can be checked against any tool.
 */
export function unreadFile(document: AgentDocument, path: string, files: ReadFiles): LoadResult | undefined {
  const ends = [files.folder].flat().flatMap(folder => {
    const at = `/${path}`.lastIndexOf(`/${folder}/`);
    return at < 0 ? [] : [at + folder.length + 2];
  });
  const file = `/${path}`.slice(Math.max(...ends));
  if (ends.length === 0 || files.reads(file)) return undefined;
  if (files.excludes?.(file) || !document.entry('name') || !document.entry('description'))
    return { ...nothingLoaded, ignored: true };
  const name = file.slice(file.lastIndexOf('/') + 1);
  const to = files.reads(name) ? path.slice(0, -file.length) + name : undefined;
  const issues = new IssueCollector();
  issues.addAll([
    notReadIssue(document.frontMatter.open, path, to, {
      consequence: `${files.tool} skips it silently: it reads ${files.what}`,
      advice: 'Move or rename the file to make it an agent',
    }),
  ]);
  return refused(issues);
}

/**
 * The issue of a file that its tool does not read. `to` is the path at which it would be read, if there is one: the file
 * can be moved there, and the files of one folder that is not read are reported together.
 */
export function notReadIssue(
  range: OffsetRange,
  path: string,
  to: string | undefined,
  text: Omit<IssueText, 'problem'>,
): Issue<'file.notRead'> {
  return {
    code: 'file.notRead',
    effect: 'rejected',
    range,
    problem: 'File is not read here',
    ...text,
    ...(to !== undefined && { data: { to: relativePath(path, to), folder: folderBefore(path, to) } }),
  };
}

/** The result for a file whose front matter is too large to check. No agent file comes near. */
export function tooLarge(document: AgentDocument): LoadResult {
  const issues = new IssueCollector();
  reportTooLarge(document, issues);
  return refused(issues);
}

/** Reports front matter that is too large to check. */
export function reportTooLarge({ frontMatter }: AgentDocument, issues: IssueCollector): void {
  issues.add('yaml.invalid', 'noted', frontMatter.open, {
    problem: 'Front matter is longer than a million characters; not checked',
  });
}
