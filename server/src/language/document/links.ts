import { codeRangesOf } from './codeRanges.ts';
import type { OffsetRange } from './offsets.ts';

/** A path in a text that leads to a file. */
export interface Link {
  /** The path as written. */
  readonly range: OffsetRange;
  /** The path, decoded, without a fragment. */
  readonly path: string;
  /** `link`: the target of a Markdown link. `path`: a path into the folders that come with a skill. */
  readonly form: 'link' | 'path';
}

/** No text has more links that are looked at. */
const mostLinks = 300;
/** `[text](path "title")`; images too. */
const inline = /\]\(\s*<?([^()\s<>]{1,500})>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g;
/** `references/x.md` and `./scripts/run.sh`, also below a placeholder for the folder of the skill. */
const supporting =
  /((?:references|scripts)(?<=(?:^|[\s`"'(=[])(?:\$\{?[A-Z_]{0,30}(?:SKILL_DIR|PLUGIN_ROOT)\}?\/|\.\/)?(?:references|scripts))\/[\w./-]{1,200}\.[A-Za-z]\w{0,5})(?=$|[\s`"'),;:\]]|\.(?:\s|$))/gm;

/** The links of a Markdown text to files beside it. Offsets are those of `text`. Linear time. */
export function linksIn(text: string): Link[] {
  const found: Link[] = [];
  if (text.includes('](')) {
    const code = codeRangesOf(text, { start: 0, end: text.length });
    for (const match of text.matchAll(inline)) {
      const start = match.index + match[0].indexOf(match[1]!, 2);
      const end = start + match[1]!.length;
      const path = pathIn(match[1]!);
      if (path === undefined || code.has(start)) continue;
      found.push({ range: { start, end }, path, form: 'link' });
      if (found.length >= mostLinks) break;
    }
  }
  return found;
}

/** The paths of a text into `references` and `scripts`, folders that come with a skill. */
export function supportingPathsIn(text: string): Link[] {
  if (!text.includes('references/') && !text.includes('scripts/')) return [];
  const found: Link[] = [];
  for (const match of text.matchAll(supporting)) {
    const end = match.index + match[0].length;
    const start = end - match[1]!.length;
    if (isPlaceholder(match[1]!)) continue;
    found.push({ range: { start, end }, path: match[1]!, form: 'path' });
    if (found.length >= mostLinks) break;
  }
  return found;
}

/** The path of a link to a file; `undefined` for an address, an anchor, a path of a site, or a placeholder. */
function pathIn(target: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|~|\\)/i.test(target)) return undefined;
  const bare = target.replace(/[?#].*$/, '');
  let path: string;
  try {
    path = decodeURIComponent(bare);
  } catch {
    path = bare;
  }
  // Without an extension it can be an address within a site.
  return /\.[A-Za-z]\w{0,9}$/.test(path) && !isPlaceholder(path) ? path : undefined;
}

/** A path that stands for others. */
function isPlaceholder(path: string): boolean {
  return (
    /[<>{}$*|…]|\.\.\.|\b(?:path|link)[-_/]to\b|^(?:path|link|file|url|example|filename)\.\w+$/i.test(path) ||
    /(?:^|[/._-])(?:your|my|some|foo|bar|xxx|name|example|placeholder)(?:[/._-]|$)/i.test(path)
  );
}
