import { decoded } from '../decoded.ts';
import type { FileSummary, Overview, OverviewFolder } from './model.ts';

/** A file with the folder (a path) within which its tool reads such files. */
export interface PlacedFile {
  readonly summary: FileSummary;
  readonly scope: string;
}

/** Sorts files into tools and folders. `roots` are the URIs of the open folders. */
export function overviewOf(placed: readonly PlacedFile[], roots: readonly string[]): Overview {
  const meant = placed.filter(({ summary }) => summary.outcome !== 'notMeant');
  const tools = new Map<string, Draft>();
  const folders = new Map<string, Draft>();
  for (const { summary, scope } of meant) {
    const { uri, tool, isFolder = false } = summary;
    const key = `${tool}\n${scope}\n${isFolder}\n${uri.slice(0, uri.lastIndexOf('/'))}`;
    const folder =
      folders.get(key) ?? folderOf(childOf(tools, tool, undefined), placeOf(summary, scope, roots));
    folders.set(key, folder);
    folder.files.push(summary);
  }
  const summaries = meant.map(({ summary }) => summary);
  return { message: messageOf(summaries), broken: brokenIn(summaries), tools: finished(tools) };
}

/** A folder that is being filled. */
interface Draft {
  readonly label: string;
  readonly uri: string | undefined;
  readonly folders: Map<string, Draft>;
  readonly files: FileSummary[];
}

interface Step {
  readonly label: string;
  readonly uri: string;
}

function childOf(among: Map<string, Draft>, label: string, uri: string | undefined): Draft {
  const known = among.get(label);
  if (known) return known;
  const child: Draft = { label, uri, folders: new Map(), files: [] };
  among.set(label, child);
  return child;
}

function folderOf(tool: Draft, steps: readonly Step[]): Draft {
  return steps.reduce((above, { label, uri }) => childOf(above.folders, label, uri), tool);
}

/** The folders that lead to a file: that of its scope as one, then each of those below it. */
function placeOf({ uri, isFolder }: FileSummary, scope: string, roots: readonly string[]): Step[] {
  const root = roots.map(each => each.replace(/\/*$/, '/')).find(each => uri.startsWith(each)) ?? '';
  const parts = uri.slice(root.length).split('/');
  parts.pop();
  // The path of the scope is not escaped, and the file may be judged as if it lay elsewhere.
  const folder = decoded(`${root}${parts.join('/')}/`);
  const at = scope === '' ? -1 : folder.indexOf(`${scope}/`);
  const above =
    at < 0 ? parts.length : Math.max(0, depthOf(folder.slice(0, at + scope.length)) - depthOf(root) + 1);
  const below = parts.slice(above, isFolder && parts.length > above ? -1 : undefined);
  const first = [...(roots.length > 1 && root !== '' ? [rootName(root)] : []), ...parts.slice(0, above)];
  const start = first.length === 0 ? [] : [{ label: decoded(first.join('/')), at: above }];
  const steps = [...start, ...below.map((label, at) => ({ label: decoded(label), at: above + at + 1 }))];
  return steps.map(({ label, at }) => ({
    label,
    uri: (root + parts.slice(0, at).join('/')).replace(/\/$/, ''),
  }));
}

function depthOf(path: string): number {
  return path.split('/').length;
}

function rootName(root: string): string {
  return root.slice(root.lastIndexOf('/', root.length - 2) + 1, -1);
}

function finished(drafts: ReadonlyMap<string, Draft>): OverviewFolder[] {
  return [...drafts.values()]
    .map(({ label, uri, folders, files }) => ({
      label,
      ...(uri !== undefined && { uri }),
      folders: finished(folders),
      files: files.sort((a, b) => compare(a.title, b.title) || compare(a.uri, b.uri)),
    }))
    .sort((a, b) => compare(a.label, b.label));
}

function compare(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

const nouns: Readonly<Record<FileSummary['kind'], string>> = {
  agent: 'agent',
  skill: 'skill',
  command: 'command',
  style: 'style',
  rule: 'rule',
  file: 'other file',
};

function messageOf(files: readonly FileSummary[]): string {
  if (files.length === 0) return '';
  const parts = Object.entries(nouns).flatMap(([kind, noun]) => {
    const count = files.filter(file => file.kind === kind).length;
    return count === 0 ? [] : `${count} ${noun}${count === 1 ? '' : 's'}`;
  });
  const broken = brokenIn(files);
  return [...parts, ...(broken === 0 ? [] : [`${broken} ${broken === 1 ? 'does' : 'do'} not load`])].join(
    ', ',
  );
}

function brokenIn(files: readonly FileSummary[]): number {
  return files.filter(({ outcome }) => outcome === 'rejected').length;
}
