import { guarded } from '../guarded.ts';
import type { PreviewParams, PreviewResult } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Renders the preview of a file, open or not. */
export const handlePreview = guarded(
  async (session: Session, { textDocument: { uri } }: PreviewParams): Promise<PreviewResult | null> => {
    const { documents, workspace } = session;
    const open = documents.get(uri);
    const snapshot = open ? workspace.open(open) : await workspace.read(uri);
    // Markdown and syntax highlighting are loaded with the first preview, not at server start.
    const { renderPreview } = await import('../../language/preview/index.ts');
    const readings = snapshot ? session.readingsOf(snapshot) : [];
    const problems = snapshot ? session.problemsOf(snapshot, readings) : [];
    return { version: open?.version ?? null, ...renderPreview(snapshot, problems, uri, readings) };
  },
  null,
);
