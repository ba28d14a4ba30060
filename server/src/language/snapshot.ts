import type { Dialect } from './dialect/dialect.ts';
import type { PluginRejection } from './dialect/plugins.ts';
import { scopeOf } from './dialect/scope.ts';
import { AgentDocument } from './document/agentDocument.ts';
import { lazy } from './lazy.ts';
import { withCurlyQuotes } from './loading/curlyQuotes.ts';
import { withCutValues } from './loading/cutValues.ts';
import { hasCode } from './loading/issue.ts';
import { withKeyCase } from './loading/keyCase.ts';
import type { Loader, LoadResult } from './loading/loader.ts';
import { withOverflows } from './loading/overflow.ts';
import { withoutPlainDocument } from './loading/plainDocument.ts';
import { withRejection } from './loading/rejectedPlugin.ts';
import { namesOf } from './references/names.ts';
import type { Reference } from './references/reference.ts';
import { referencesIn } from './references/referencesIn.ts';
import { emptyWorkspace, type IndexedFile, type WorkspaceIndex } from './workspaceIndex.ts';

/** A document, its dialect, how the tool loads it and the files around it, all at one instant. */
export interface Snapshot {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  /** The file's path with `/`, as the loader was given it. */
  readonly path: string;
  /** The reading that counts for this file: its dialect's, or that of the tool which the file names. */
  readonly loader: Loader;
  readonly load: LoadResult;
  readonly workspace: WorkspaceIndex;
  /** The names in the file that stand for what other files define, in the order of the text. */
  readonly references: () => readonly Reference[];
  /** The file as each other tool reads it that finds it where it lies: none of them speaks for the others. */
  readonly furtherReadings: () => readonly Snapshot[];
  /** True for a file outside the folders of all tools: `path` is where it would lie if it was installed. */
  readonly isCollected?: boolean;
  /** The plugin of the file, if its name is part of the names in it. */
  readonly plugin?: string;
  /** Why its tool loads nothing of the file's plugin. */
  readonly rejection?: PluginRejection;
}

/** Asks the dialect's loader and puts the snapshot together. `path` is the file's, with `/`. */
export function takeSnapshot(
  document: AgentDocument,
  dialect: Dialect,
  path: string,
  workspace: WorkspaceIndex = emptyWorkspace,
  isCollected = false,
  { plugin, rejection }: Pick<Snapshot, 'plugin' | 'rejection'> = {},
): Snapshot {
  const loader = loaderOf(dialect, document);
  const own = loadOf(dialect, document, path);
  const load = rejection ? withRejection(own, document, rejection) : own;
  const references = lazy(() => referencesIn({ document, dialect }));
  const furtherReadings = lazy(() => furtherReadingsOf(document, dialect, path, workspace));
  const known = { document, dialect, path, loader, load, workspace, references, furtherReadings };
  return {
    ...known,
    ...(isCollected && { isCollected }),
    ...(plugin !== undefined && { plugin }),
    ...(rejection && { rejection }),
  };
}

function furtherReadingsOf(
  document: AgentDocument,
  { loaderFor: _, alsoReadBy, ...others }: Dialect,
  path: string,
  workspace: WorkspaceIndex,
): Snapshot[] {
  const readers = alsoReadBy?.(document, path) ?? [];
  return readers.map(loader => takeSnapshot(document, { ...others, loader }, path, workspace));
}

/** What the tool makes of the file, with what is the same for all tools. */
export function loadOf(dialect: Dialect, document: AgentDocument, path: string): LoadResult {
  const loader = loaderOf(dialect, document);
  const read = withKeyCase(loader.load({ document, path }), document);
  const whole = withOverflows(read, { document, dialect, tool: loader.tool });
  const uncut = withCutValues(whole, document, dialect.readers ? 'Every tool' : loader.tool);
  const load = withCurlyQuotes(uncut, { document, dialect, tool: loader.tool });
  return dialect.defines === 'agent' ? withoutPlainDocument(load, document, path) : load;
}

/** The snapshot of the same file with another text. */
export function withText(snapshot: Snapshot, text: string): Snapshot {
  const { document, dialect, path, workspace, isCollected } = snapshot;
  return takeSnapshot(AgentDocument.of(text, document.uri), dialect, path, workspace, isCollected, snapshot);
}

/** Whose reading counts for a document of the dialect. */
export function loaderOf(dialect: Dialect, document: AgentDocument): Loader {
  return dialect.loaderFor?.(document) ?? dialect.loader;
}

/** What the index keeps of a file. */
export function indexedFileOf(snapshot: Snapshot): IndexedFile {
  const { document, dialect, loader, load, path, plugin } = snapshot;
  const entry = document.entry('name');
  const { folder, to } = load.issues.find(issue => hasCode(issue, ['file.notRead']))?.data ?? {};
  const calledBy = namesOf(snapshot);
  const references = snapshot.references().map(({ to, name, range, by }) => ({
    to,
    name,
    range: document.toRange(range),
    ...(by.starts && { starts: true as const }),
  }));
  return {
    uri: document.uri,
    dialect: dialect.id,
    scope: scopeOf(dialect, path),
    tool: loader.tool,
    name: load.loads ? load.name : null,
    description: load.description,
    ...(entry && { nameRange: document.toRange(entry.range) }),
    ...(calledBy.length > 0 && { calledBy }),
    ...(load.invocation?.modelInvocable === false && { isWithheld: true }),
    ...(dialect.servers && calledBy.length > 0 && { definesServers: true as const }),
    ...(plugin !== undefined && { plugin }),
    ...(references.length > 0 && { references }),
    ...(folder !== undefined && { unread: { folder, ...(to !== undefined && { to }) } }),
  };
}
