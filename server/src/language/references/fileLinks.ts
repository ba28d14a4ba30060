import { decoded } from '../decoded.ts';
import { type Link, linksIn, supportingPathsIn } from '../document/links.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { NamedSource } from './reference.ts';

/** A path in a text, and the files that it may lead to. */
export interface FileLink {
  readonly range: OffsetRange;
  readonly path: string;
  /** `script`: a program that the tool runs. `excluded`: what must not be there. */
  readonly form: Link['form'] | 'script' | 'excluded';
  /** Absolute paths with `/`, the most likely first. */
  readonly candidates: readonly string[];
}

/** What is read of a file to find its links. */
export interface FileLinkSource extends Pick<NamedSource, 'document' | 'dialect'> {
  /** The path of the file, with `/`, as the loader was given it. */
  readonly path: string;
  readonly isCollected?: boolean;
}

/** The paths in a file that lead to other files: those in its text, and the scripts that the tool is told to run. */
export function fileLinksIn(source: FileLinkSource): FileLink[] {
  const { document, dialect, path, isCollected } = source;
  // A collected file has its neighbors only where it is copied to.
  if (isCollected) return [];
  const scripts = (dialect.scripts?.({ document, path }) ?? []).map(
    ({ range, path, file }): FileLink => ({ range, path, form: 'script', candidates: [file] }),
  );
  const excluded = (dialect.excludes?.({ document, path }) ?? []).map(
    ({ range, file }): FileLink => ({ range, path: file, form: 'excluded', candidates: [file] }),
  );
  return [...scripts, ...excluded, ...textLinksIn(source)];
}

function textLinksIn({ document, dialect }: FileLinkSource): FileLink[] {
  const written = document.ofBody(linksIn);
  const paths = dialect.defines === 'skill' ? document.ofBody(supportingPathsIn) : [];
  // The text of a link often repeats its target.
  const links = [
    ...written,
    ...paths.filter(({ path }) => !written.some(link => endsAlike(link.path, path))),
  ];
  if (links.length === 0) return [];
  const from = filePathOf(document.uri);
  const { start: bodyStart } = document.frontMatter.body;
  return links.flatMap(({ range, path, form }) => {
    const candidates = basesOf(from).flatMap(base => pathBelow(base, path) ?? []);
    const moved = { start: range.start + bodyStart, end: range.end + bodyStart };
    return candidates.length > 0 ? [{ range: moved, path, form, candidates: [...new Set(candidates)] }] : [];
  });
}

function endsAlike(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}

/** The path of a file by its URI, with `/` and a lowercase drive letter. */
export function filePathOf(uri: string): string {
  const path = decoded(uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, ''));
  return path.replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
}

/** The folders that a path can be relative to: the file's own, those around it up to that of the project or plugin. */
function basesOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  const bases: string[] = [];
  const hidden = parts.findLastIndex(part => part.startsWith('.') && part.length > 1);
  const known = parts.findLastIndex(part =>
    /^(?:agents|skills?|commands|prompts|rules|instructions)$/.test(part),
  );
  const last = hidden >= 0 ? hidden : known >= 0 ? known : parts.length - 1;
  for (let length = parts.length; length >= Math.max(1, last); length--)
    bases.push(parts.slice(0, length).join('/'));
  return bases;
}

function pathBelow(base: string, path: string): string | undefined {
  const parts = base.split('/');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.length <= 1) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
