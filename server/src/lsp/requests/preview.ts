import { pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import type { PreviewParams, PreviewResult } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Renders the preview of a file, open or not. */
export const handlePreview = guarded(
  async (
    session: Session,
    { textDocument: { uri }, page, asSent = false }: PreviewParams,
  ): Promise<PreviewResult | null> => {
    const { documents, workspace } = session;
    const open = documents.get(uri);
    const read = open ? workspace.open(open) : await workspace.read(uri);
    if (read) await workspace.listMatches(read);
    const snapshot = read && { ...read, workspace: workspace.index };
    // Markdown and syntax highlighting are loaded with the first preview, not at server start.
    const { renderPreview, standalonePage } = await import('../../language/preview/index.ts');
    const readings = snapshot ? session.readingsOf(snapshot) : [];
    const problems = snapshot ? session.problemsOf(snapshot, readings) : [];
    const canDeclare = snapshot !== undefined && (await session.configurationTarget(uri)) !== undefined;
    const scope = session.isWithin(pathOf(uri)) ? 'Project' : undefined;
    const options = { readings, canDeclare, scope, asSent, isInteractive: page === undefined };
    const { title, html } = renderPreview(snapshot, problems, uri, options);
    return {
      version: open?.version ?? null,
      title,
      html: page === undefined ? html : standalonePage(title, html, page),
    };
  },
  null,
);

/** Returns the text that the tool reads as the prompt of a file, open or not; `null` for another file. */
export const handlePrompt = guarded(
  async (
    { documents, workspace }: Session,
    { textDocument: { uri } }: PreviewParams,
  ): Promise<string | null> => {
    const open = documents.get(uri);
    const snapshot = open ? workspace.open(open) : await workspace.read(uri);
    if (!snapshot) return null;
    const { document, load } = snapshot;
    return document.slice(load.body ?? document.frontMatter.body);
  },
  null,
);
