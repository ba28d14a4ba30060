import { fileNameOf } from '../features/title.ts';
import type { Snapshot } from '../snapshot.ts';
import { escapeText } from './escapeHtml.ts';
import { icon } from './icons.ts';
import { previewHtml } from './previewHtml.ts';
import { type PreviewOptions, previewModel } from './previewModel.ts';
import type { PreviewProblem } from './problemRows.ts';

export type { PreviewModel, PreviewOptions } from './previewModel.ts';
export type { PreviewProblem } from './problemRows.ts';
export { standalonePage } from './standalonePage.ts';
export { previewModel };

/** A preview, ready to be put into a page. */
export interface PreviewContent {
  /** The agent's name, else the file's. */
  readonly title: string;
  /** Markup around escaped text, without scripts and styles; see `PreviewResult` in the protocol. */
  readonly html: string;
}

/**
 * Renders the preview of a file at one instant. A pure function; takes any text and never throws.
 * `snapshot` is `undefined` for a file that no dialect claims. `problems` are its diagnostics, in text order.
 */
export function renderPreview(
  snapshot: Snapshot | undefined,
  problems: readonly PreviewProblem[],
  uri: string,
  options: PreviewOptions = {},
): PreviewContent {
  if (!snapshot) return { title: fileNameOf(uri), html: unclaimedHtml(fileNameOf(uri)) };
  const model = previewModel(snapshot, problems, options);
  return { title: model.title, html: previewHtml(model) };
}

function unclaimedHtml(fileName: string): string {
  return `<header id="agent">
<div class="top"><h1><span class="name">${escapeText(fileName)}</span></h1></div>
</header>
<div class="verdict severity-information" role="status">${icon('information')}<div><p>This is not an agent file.</p></div></div>
<p class="placeholder">Tools find their agents by folder and file name, such as <code>.claude/agents/reviewer.md</code>. No tool that Agent Files knows reads this file as an agent.</p>
<p class="placeholder">If it is one all the same, the command <strong>Agent Files: Choose Dialect of This File</strong> says of which tool.</p>`;
}
