import { settingsFor, stagesOf } from '../../language/delivery/stages.ts';
import { doctorTitle, stagesMarkdown } from '../../language/delivery/stagesText.ts';
import { unknownEnvironment } from '../../language/loading/effective.ts';
import { indexedFileOf, type Snapshot } from '../../language/snapshot.ts';
import { duplicatesOf } from '../../language/workspaceIndex.ts';
import { Environments } from '../../workspace/environments.ts';
import { settingsAround } from '../../workspace/projectSettings.ts';
import { pathOf } from '../../workspace/uris.ts';
import { guarded } from '../guarded.ts';
import type { DoctorParams, DoctorResult } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Returns the steps from a file, open or not, to an agent, skill or command that is used. */
export const handleDoctor = guarded(
  async (session: Session, { textDocument: { uri } }: DoctorParams): Promise<DoctorResult | null> => {
    const { fileSystem, workspace } = session;
    const snapshot = session.snapshotOf(uri) ?? (await workspace.read(uri));
    if (!snapshot) return null;
    await workspace.skills.readFiles();
    const isWithin = (path: string): boolean => session.isWithin(path);
    const stages = stagesOf(snapshot, {
      duplicates: duplicatesOf(indexedFileOf(snapshot), workspace.index),
      deliveries: workspace.skills.of(uri),
      withheldBy: workspace.skills.withheldBy(uri),
      effective: await effectiveOf(session, snapshot),
      settings: await settingsAround(fileSystem, pathOf(uri), uri, settingsFor(snapshot), isWithin),
    });
    const folder = session.folders.map(pathOf).find(path => pathOf(uri).startsWith(`${path}/`));
    const path = folder === undefined ? pathOf(uri) : pathOf(uri).slice(folder.length + 1);
    return { title: doctorTitle(snapshot), markdown: stagesMarkdown(snapshot, path, stages) };
  },
  null,
);

async function effectiveOf({ fileSystem, workspace }: Session, { document, path, loader, load }: Snapshot) {
  if (!loader.effective || load.ignored) return undefined;
  const plugins = () => workspace.projects.plugins.map(({ folder }) => folder);
  const environment = loader.environment
    ? await new Environments(fileSystem, plugins).of(path, document.uri, loader.environment)
    : unknownEnvironment;
  return loader.effective({ document, path }, load, environment);
}
