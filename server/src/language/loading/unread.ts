import type { AgentDocument } from '../document/agentDocument.ts';
import { type LoadResult, nothingLoaded } from './loader.ts';

/** Which files a tool reads in its own folder. */
export interface ReadFiles {
  readonly tool: string;
  /** The folder that holds the tool's agents, with `/`. */
  readonly folder: string;
  /** Whether the tool reads the file at this path below the folder. */
  readonly reads: (file: string) => boolean;
  /** Whether a file is passed over on purpose: an author's way to keep it out. Nothing is said of it. */
  readonly leavesOut?: (file: string) => boolean;
  /** What it reads, for the author. */
  readonly advice: string;
}

/**
 * The result for a file in the tool's folder that the tool passes over without a word; `undefined` for any it
 * reads. A file outside the folder is judged as if it lay in it: which folders a tool looks into is for the
 * dialect's globs to say, and an author may ask what the tool would make of any file.
 */
export function unreadFile(document: AgentDocument, path: string, files: ReadFiles): LoadResult | undefined {
  const manifest = `/${files.folder}/`;
  const at = `/${path}`.lastIndexOf(manifest);
  const file = `/${path}`.slice(at + manifest.length);
  if (at < 0 || files.reads(file)) return undefined;
  if (files.leavesOut?.(file) || !document.entry('name') || !document.entry('description'))
    return { ...nothingLoaded, ignored: true };
  return {
    ...nothingLoaded,
    issues: [
      {
        code: 'file.notRead',
        effect: 'rejected',
        range: document.frontMatter.open,
        problem: `${files.tool} passes over this file without a word. ${files.advice} Move or rename it to make it an agent.`,
      },
    ],
  };
}

/** The result for a file whose front matter is too large to look at. No agent file comes near. */
export function tooLarge(document: AgentDocument): LoadResult {
  return {
    ...nothingLoaded,
    issues: [
      {
        code: 'yaml.invalid',
        effect: 'noted',
        range: document.frontMatter.open,
        problem: 'The front matter is longer than a million characters and was not examined.',
      },
    ],
  };
}
