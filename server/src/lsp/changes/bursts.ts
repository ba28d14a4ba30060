import { guarded } from '../guarded.ts';
import { refreshTogether } from '../publishDiagnostics.ts';
import type { Session } from '../session.ts';
import { refreshFolders } from './folders.ts';

/** So many events within a short time are a burst, such as a checkout or an archive that is unpacked. */
const burstSize = 100;
/** How long, in milliseconds, nothing may happen until a burst is over. */
const quietTime = 400;

/**
 * Counts events of files. Watchers drop some of many: of 2,000 agents that were written at once, VS Code reported 850
 * (1.139.1). So after a burst the open folders are searched once more.
 */
export function countEvents(session: Session, count: number): void {
  const { burst } = session;
  const at = Date.now();
  const isNew = !burst || (burst.timer === undefined && at - burst.at > quietTime);
  const events = (isNew ? 0 : burst.events) + count;
  clearTimeout(burst?.timer);
  session.burst = {
    events,
    at,
    timer: events < burstSize ? undefined : setTimeout(() => void searchAgain(session), quietTime),
  };
}

const searchAgain = guarded(async (session: Session) => {
  session.burst = undefined;
  const { fileSystem, workspace } = session;
  await refreshFolders(session, session.folders);
  const gone: string[] = [];
  for (const { uri } of workspace.index.files) if (!(await fileSystem.exists(uri))) gone.push(uri);
  await refreshTogether(session, gone);
}, undefined);
