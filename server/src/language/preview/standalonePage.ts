import { escapeAttribute, escapeText } from './escapeHtml.ts';

/** The style sheet of a page that stands alone, and the digest by which its policy allows it: `sha256-…`. */
export interface PageStyle {
  readonly css: string;
  readonly digest: string;
}

/**
 * One HTML file with everything in it: it loads nothing, runs nothing and allows no style but its own. Its colors follow
 * the reader's system. `html` is what `renderPreview` returns without buttons.
 */
export function standalonePage(title: string, html: string, { css, digest }: PageStyle): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${escapeAttribute(digest)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>${css}</style>
</head>
<body class="standalone">
<main id="preview">
${withoutEditorLinks(html)}
</main>
</body>
</html>
`;
}

/** Links into the editor lead nowhere from a page: what they are on stays. Text of a file contains no such quotation marks. */
function withoutEditorLinks(html: string): string {
  return html.replace(/ href="#" data-(?:reveal|open)="[^"]*"/g, '');
}
