import { AgentDocument } from '../../server/src/language/document/agentDocument.ts';
import { diagnose } from '../../server/src/language/features/diagnostics.ts';
import type { FileMoves } from '../../server/src/language/rules/rule.ts';
import { indexedFileOf, type Snapshot, takeSnapshot } from '../../server/src/language/snapshot.ts';
import { workspaceOf } from '../../server/src/language/workspaceIndex.ts';
import { isPluginManifest, Projects } from '../../server/src/workspace/projects.ts';

/** The files of a project, each below a line `=== path`, by path. */
export function filesIn(text: string): Map<string, string> {
  const parts = text.split(/^=== (.+)\n/m).slice(1);
  return new Map(parts.flatMap((path, at) => (at % 2 === 0 ? [[path.trim(), parts[at + 1]!]] : [])));
}

const root = 'file:///project/';

/** The snapshots of the agent files of a project, given as one text. */
export function snapshotsIn(text: string): Snapshot[] {
  const files = filesIn(text);
  const projects = new Projects({ read: async () => undefined, readHead: async () => undefined });
  const uris = [...files.keys()].map(path => root + path.split('/').map(encodeURIComponent).join('/'));
  const texts = new Map(uris.map((uri, at) => [uri, [...files.values()][at]!]));
  for (const uri of uris) if (isPluginManifest(uri)) projects.addPlugin(uri, texts.get(uri)!);
  const taken = uris
    .filter(uri => projects.mayBeAgentFile(uri))
    .flatMap(uri => {
      const document = AgentDocument.of(texts.get(uri)!, uri);
      const choice = projects.choiceOf(document);
      return choice ? [takeSnapshot(document, choice.dialect, choice.path, undefined, false, choice)] : [];
    });
  const workspace = workspaceOf(taken.map(indexedFileOf), new Map(), uri => texts.has(uri));
  return taken.map(snapshot => ({ ...snapshot, workspace }));
}

/** What is found in a project: `path: dialect`, followed by `severity rule` of each finding. */
export function foundIn(text: string): string[] {
  return snapshotsIn(text)
    .filter(({ load }) => !load.ignored)
    .map(snapshot => {
      const found = diagnose(snapshot).map(({ severity, rule }) => `, ${severity} ${rule.id}`);
      return `${pathIn(snapshot.document.uri)}: ${snapshot.dialect.id}${found.join('')}`;
    });
}

/** The moves offered in a project, as `title: from → to, …`. */
export function movesIn(text: string): string[] {
  const moves = snapshotsIn(text).flatMap(snapshot =>
    diagnose(snapshot).flatMap(({ finding }): readonly FileMoves[] => finding.moves?.() ?? []),
  );
  return moves.map(
    ({ title, files }) =>
      `${title}: ${files.map(({ from, to }) => `${pathIn(from)} → ${pathIn(to)}`).join(', ')}`,
  );
}

function pathIn(uri: string): string {
  return decodeURIComponent(uri.slice(root.length));
}
