import { detailsOf } from '../../language/overview/fileDetails.ts';
import type { FileDetails, Overview } from '../../language/overview/model.ts';
import { overviewOf } from '../../language/overview/overview.ts';
import { guarded } from '../guarded.ts';
import type { FileDetailsParams, FileDetailsResult } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Returns all agent files by tool and folder, once the open folders have been searched. */
export const handleOverview = guarded(
  async (session: Session): Promise<Overview> => {
    await session.indexed;
    const { overview, workspace, folders } = session;
    overview.list();
    const placed = workspace.index.files.flatMap(({ uri, scope }) => {
      const summary = overview.summaries.get(uri);
      return summary ? [{ summary, scope }] : [];
    });
    return overviewOf(placed, folders);
  },
  { message: '', broken: 0, tools: [] },
);

/** Returns what files run with and cost, open or not. */
export const handleFileDetails = guarded(
  async ({ documents, workspace }: Session, { uris }: FileDetailsParams): Promise<FileDetailsResult> => {
    const details: (FileDetails | null)[] = [];
    for (const uri of uris) {
      const open = documents.get(uri);
      const snapshot = open ? workspace.open(open) : await workspace.read(uri);
      details.push(snapshot ? detailsOf(snapshot) : null);
    }
    return details;
  },
  [],
);
