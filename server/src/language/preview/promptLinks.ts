import { decoded } from '../decoded.ts';
import { escapeAttribute } from './escapeHtml.ts';

/** Where a link of the prompt may lead. */
export type LinkTarget =
  /** A page or an address, which the editor opens outside. */
  | { readonly kind: 'external'; readonly href: string }
  /** A heading of the same prompt, by its anchor. */
  | { readonly kind: 'heading'; readonly anchor: string }
  /** A file, relative to this one, which the editor opens beside it. */
  | { readonly kind: 'file'; readonly path: string };

/** Says where a normalized URL leads; `undefined` for whatever a preview must not follow. */
export function linkTarget(url: string): LinkTarget | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return { kind: 'external', href: url };
  if (url.startsWith('#')) return { kind: 'heading', anchor: headingAnchor(decoded(url.slice(1))) };
  const path = decoded(url.replace(/[?#].*$/s, ''));
  if (path === '' || /^[/\\]|^[^/]*:|[\0-\x1F\\]/.test(path)) return undefined;
  return { kind: 'file', path };
}

/**
 * The opening tag for a link. A file's path stands in `data-open`, so that no browser ever follows it. A link that
 * leads nowhere, such as the `[]()` of somebody who is typing one, is there and cannot be followed.
 */
export function linkTag(target: LinkTarget | undefined): string {
  switch (target?.kind) {
    case undefined:
      return '<a>';
    case 'external':
      return `<a href="${escapeAttribute(target.href)}" title="${escapeAttribute(target.href)}">`;
    case 'heading':
      return `<a href="#${escapeAttribute(target.anchor)}">`;
    case 'file':
      return `<a href="#" data-open="${escapeAttribute(target.path)}" title="${escapeAttribute(target.path)}">`;
  }
}

/** The id of a heading with that text, in the manner of GitHub; the prefix keeps it apart from the page's own ids. */
export function headingAnchor(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  return `prompt-${slug.slice(0, 200)}`;
}
