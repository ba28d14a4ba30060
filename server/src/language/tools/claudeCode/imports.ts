import type { BodyConventions } from '../../dialect/dialect.ts';
import { claudeImport } from './placeholders.ts';

/** How Claude Code's memory and rules import files. */
export const claudeImports: BodyConventions = {
  placeholders: [claudeImport],
  imports: true,
  importsFrom: 'file',
  importDepth: 4,
  canImport: isText,
};

/**
 * Files without an extension and those of texts are included, others are skipped (recorded with 2.1.332 for `.csv`, `.json`,
 * `.md`, `.sh` and `.txt`, and for `.mdc`, `.png`, `.pdf`, `.example` and an unknown one).
 */
function isText(path: string): boolean {
  const extension = /\.([^./]+)$/.exec(path.slice(path.lastIndexOf('/') + 1).replace(/^\./, ''))?.[1];
  return extension === undefined || textExtensions.has(extension.toLowerCase());
}

const textExtensions: ReadonlySet<string> = new Set(
  [
    'md markdown txt text rst adoc csv tsv json jsonc json5 yaml yml toml ini cfg conf xml html htm css scss less sql',
    'js mjs cjs jsx ts mts cts tsx vue svelte py rb go rs java kt swift c h cc cpp hpp cs php pl lua r scala sh bash',
    'zsh fish ps1 bat graphql proto tf gradle',
  ]
    .join(' ')
    .split(' '),
);
