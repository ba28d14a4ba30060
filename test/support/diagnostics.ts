import assert from 'node:assert/strict';
import { listedIn } from '../../server/src/language/delivery/listedIn.ts';
import { SkillCatalog } from '../../server/src/language/delivery/skillCatalog.ts';
import type { Dialect } from '../../server/src/language/dialect/dialect.ts';
import { placeFor } from '../../server/src/language/dialect/place.ts';
import { AgentDocument } from '../../server/src/language/document/agentDocument.ts';
import { importedPaths } from '../../server/src/language/document/imports.ts';
import type { AgentDiagnostic } from '../../server/src/language/features/agentDiagnostic.ts';
import { applyFix } from '../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf, type RuleSettings } from '../../server/src/language/features/diagnostics.ts';
import {
  dialectById,
  dialectForPath,
  fileAt,
  type Plugin,
  pluginsOfManifest,
} from '../../server/src/language/fileKinds.ts';
import { FileListing } from '../../server/src/language/fileListing.ts';
import type { Fix } from '../../server/src/language/rules/rule.ts';
import { indexedFileOf, type Snapshot, takeSnapshot } from '../../server/src/language/snapshot.ts';
import { workspaceOf } from '../../server/src/language/workspaceIndex.ts';
import { annotate, readAnnotations } from './annotations.ts';

/** Where a text lies, when that matters: a path below the project, or a dialect that it is taken for. */
export interface Place {
  readonly path?: string;
  readonly dialect?: string;
  readonly rules?: RuleSettings;
  /** Other files around it, by path: what it can import, and the agents whose names it may share. */
  readonly others?: Readonly<Record<string, string>>;
}

/**
 * The snapshot of a text as a file of its own: at `path`, else in the folder of the dialect's tool, else as a subagent
 * of Claude Code.
 */
export function snapshotOf(text: string, { path, dialect: id, others = {} }: Place = {}): Snapshot {
  const given = id === undefined ? undefined : dialectById(id);
  assert.ok(given || id === undefined, `no dialect ${id}`);
  const place = path ?? (given ? placeFor(given, 'agent') : '.claude/agents/agent.md');
  const dialect = given ?? dialectForPath(`/project/${place}`);
  assert.ok(dialect, `no dialect for ${place}`);
  const plugins = Object.entries(others).flatMap(([other, content]) =>
    pluginsOfManifest(`/project/${other}`, content),
  );
  const snapshot = take(text, place, dialect, plugins);
  const around = Object.entries(others).flatMap(([other, content]) => {
    const itsDialect = dialectForPath(`/project/${other}`);
    return itsDialect ? [take(content, other, itsDialect)] : [];
  });
  const files = around.map(indexedFileOf);
  const imported = importedBy(text, snapshot.path, { ...others, [place]: text });
  const paths = Object.keys(others);
  const listings = new Map(paths.length > 0 ? [['/project', new FileListing(paths)]] : []);
  const known = new Set([...paths, place].map(each => `/project/${each}`));
  const linked = (path: string) => (paths.length === 0 ? undefined : known.has(path));
  const workspace = workspaceOf(files, imported, undefined, listings, linked);
  const catalog = catalogOf([snapshot, ...around], others);
  return { ...snapshot, workspace: { ...workspace, delivered: uri => catalog.of(uri) } };
}

/** What the models are given of the skills of a project, whose settings are among `texts`. */
function catalogOf(snapshots: readonly Snapshot[], texts: Readonly<Record<string, string>>): SkillCatalog {
  const catalog = new SkillCatalog();
  for (const each of snapshots) catalog.set(each.document.uri, listedIn(each));
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  for (const { listing, folder } of catalog.folders()) catalog.setFiles(listing, folder, files);
  return catalog;
}

function take(text: string, path: string, dialect: Dialect, plugins: readonly Plugin[] = []): Snapshot {
  const full = `/project/${path}`;
  const document = AgentDocument.of(text, `file://${encodeURI(full)}`);
  return takeSnapshot(document, dialect, full, undefined, false, fileAt(full, plugins));
}

/** What a file imports, and that in turn: all that there is are `others`, below the project's folder. */
function importedBy(
  text: string,
  from: string,
  others: Readonly<Record<string, string>>,
): Map<string, readonly string[] | null> {
  const imported = new Map<string, readonly string[] | null>();
  const pathsIn = (source: string, path: string) =>
    importedPaths(source, { start: 0, end: source.length }, path);
  const follow = (paths: readonly string[]): void => {
    for (const path of paths) {
      if (imported.has(path)) continue;
      const found = others[path.replace(/^\/project\//, '')];
      imported.set(path, found === undefined ? null : pathsIn(found, path));
      follow(imported.get(path) ?? []);
    }
  };
  follow(pathsIn(text, from));
  return imported;
}

/**
 * Holds the diagnostics of a text against the lines `  ^^^^ severity ruleId` written under it: all of them, no others.
 * On failure the difference is shown as text.
 */
export function checkDiagnostics(annotated: string, place: Place = {}): AgentDiagnostic[] {
  const { text } = readAnnotations(annotated);
  const found = diagnose(snapshotOf(text, place), place.rules);
  const shown = found.map(({ range, severity, rule }) => ({ range, severity, rule: rule.id }));
  assert.equal(annotate(text, shown), annotated);
  return found;
}

/** Applies the first fix of the only diagnostic that has one (of `rule`, when given) and compares the result. */
export function checkFix(
  before: string,
  after: string,
  place: Place & { rule?: string; title?: string } = {},
): Fix {
  const snapshot = snapshotOf(before, place);
  const fixes = diagnose(snapshot, place.rules)
    .filter(({ rule }) => place.rule === undefined || rule.id === place.rule)
    .flatMap(diagnostic => fixesOf(diagnostic))
    .filter(({ title }) => place.title === undefined || title === place.title);
  assert.ok(fixes.length > 0, `no fix is offered for\n${before}`);
  assert.equal(applyFix(before, fixes[0]!), after);
  return fixes[0]!;
}
