import type { Dialect } from '../dialect/dialect.ts';
import { placeFor } from '../dialect/place.ts';
import { AgentDocument } from '../document/agentDocument.ts';
import { plainMessage } from '../features/describe.ts';
import { diagnose, type RuleSettings } from '../features/diagnostics.ts';
import { effectiveOf } from '../features/effectiveOf.ts';
import { fileAt } from '../fileKinds.ts';
import type { LoadResult } from '../loading/loader.ts';
import { type Snapshot, takeSnapshot } from '../snapshot.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';
import { type ToolList, toolKeysOf, toolsFor } from './grants.ts';
import { type Choices, type Style, slugOf, styles, writeFile } from './writeFile.ts';

/** A file that does not exist yet. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
  /** Why it is not to be written as it is; plain text. */
  readonly problem?: string;
}

/** Where a file is to be written, and what is there. */
export interface Destination {
  /** The folder, as a URI without `/` at its end. */
  readonly folder: string;
  readonly pathOf: (uri: string) => string;
  readonly workspace: WorkspaceIndex;
  readonly rules?: RuleSettings;
}

/**
 * The new file of a dialect: in the first style in which its tool reads all of it as it was meant, and without any finding. A
 * choice with which there is none is named as the problem.
 */
export function newFile(dialect: Dialect, choices: Choices, around: Destination): NewFile {
  const uri = `${around.folder}/${nameInFolder(dialect, choices.name)}`;
  const refused = refusalOf(dialect, choices, uri, around);
  // The problem that is left in quotes is that of the choice, and not of how it is written.
  let last: NewFile | undefined;
  const tried = new Set<string>();
  for (const tools of toolLists(dialect, choices, uri, around)) {
    for (const style of styles) {
      const text = writeFile(dialect, choices, tools, style);
      if (tried.has(text)) continue;
      tried.add(text);
      const problem = refused ?? problemOf(dialect, { uri, text }, choices, around);
      if (problem === undefined) return { uri, text };
      last = { uri, text, problem };
      if (refused !== undefined) return last;
    }
  }
  return last!;
}

/** The lists of tools to try: what was chosen, then without those that have no effect. */
function* toolLists(
  dialect: Dialect,
  choices: Choices,
  uri: string,
  around: Destination,
): Generator<ToolList | undefined> {
  const keys = toolKeysOf(dialect);
  const { grants } = choices;
  if (!keys || !grants) yield undefined;
  if (!keys) return;
  // Without a list, some tools give an agent nothing.
  const tools = toolsFor(keys, grants ?? [...keys.grants.keys()]);
  const readAs = (written: ToolList, style: Style) => {
    const text = writeFile(dialect, choices, written, style);
    const snapshot = snapshotOf(dialect, { uri, text }, around);
    const { load } = snapshot;
    const had = effectiveOf(snapshot)?.tools;
    return { load, lacks: (name: string) => had?.includes(name) === false };
  };
  if (tools.denied) yield* permissions(tools, readAs);
  else {
    yield tools;
    const known = new Set([tools.granted.join()]);
    for (const style of styles) {
      const { lacks } = readAs(tools, style);
      const granted = tools.granted.filter(name => !lacks(name));
      if (granted.length === 0 || known.has(granted.join())) continue;
      known.add(granted.join());
      yield { ...tools, granted };
    }
  }
}

/** Permissions: what is denied, and what is not allowed by itself; nothing of tools that do not exist. */
function* permissions(
  tools: ToolList,
  readAs: (tools: ToolList, style: Style) => { load: LoadResult; lacks: (name: string) => boolean },
): Generator<ToolList> {
  const [style] = styles;
  const { lacks } = readAs(tools, style!);
  const allowed = tools.granted.filter(lacks);
  const said = new Set(readAs({ ...tools, allowed }, style!).load.issues.map(({ subject }) => subject));
  const isReal = (name: string) => !said.has(name);
  yield { ...tools, allowed: allowed.filter(isReal), denied: tools.denied!.filter(isReal) };
  yield tools;
}

function snapshotOf(dialect: Dialect, { uri, text }: NewFile, { pathOf, workspace }: Destination): Snapshot {
  return takeSnapshot(AgentDocument.of(text, uri), dialect, pathOf(uri), workspace);
}

function refusalOf(
  dialect: Dialect,
  choices: Choices,
  uri: string,
  { workspace, pathOf }: Destination,
): string | undefined {
  const empty = emptyChoice(choices);
  if (empty !== undefined) return empty;
  if (workspace.has(uri)) return 'There is a file of this name already';
  return isReadAs(dialect, pathOf(uri)) ? undefined : 'Files of this name mean something else in this folder';
}

/** The path of a file below the folder of its kind: `reviewer.agent.md`, `deploy/SKILL.md`. */
export function nameInFolder(dialect: Dialect, name: string): string {
  const place = placeFor(dialect, slugOf(name) || 'x');
  return place.slice(folderOf(dialect).length).replace(/^\//, '');
}

/** The folder of a project for files of a dialect, relative to the project: `.claude/agents`. */
export function folderOf(dialect: Dialect): string {
  const [one, other] = ['a', 'b'].map(name => placeFor(dialect, name).split('/'));
  const common = one!.findIndex((part, at) => part !== other![at]);
  return one!.slice(0, common < 0 ? -1 : common).join('/');
}

function emptyChoice({ name, purpose, grants }: Choices): string | undefined {
  if (name.trim() === '' || slugOf(name) === '') return 'A name needs letters or digits';
  if (purpose.trim() === '') return 'Say what it does, and when to use it';
  if (/[\r\n]/.test(purpose + name)) return 'Write one line';
  return grants?.length === 0 ? 'Choose at least one' : undefined;
}

function isReadAs(dialect: Dialect, path: string): boolean {
  const found = fileAt(path, []);
  return found?.dialect.id === dialect.id || found === undefined || found.dialect.shares !== undefined;
}

function problemOf(
  dialect: Dialect,
  { uri, text }: NewFile,
  { name, purpose }: Choices,
  around: Destination,
): string | undefined {
  const snapshot = snapshotOf(dialect, { uri, text }, around);
  const { load, document } = snapshot;
  const [finding] = diagnose(snapshot, around.rules);
  if (finding) return plainMessage(finding.message);
  if (!load.loads) return 'The tool does not read such a file';
  const isRead = (key: string, value: string) =>
    document.entry(key) === undefined || document.entry(key)?.value === value;
  return isRead('name', name) && isRead('description', purpose)
    ? undefined
    : 'It is not read as it is written';
}
