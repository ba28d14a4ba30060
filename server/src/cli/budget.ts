import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tool } from '../language/dialect/tool.ts';
import {
  type Listing,
  type ListingOptions,
  modelOf,
  type SkillListing,
} from '../language/loading/listing.ts';
import { tools } from '../language/tools/index.ts';
import { readProjectFiles } from '../workspace/environments.ts';
import { boundedBy } from '../workspace/fileSystem.ts';
import { findBelow } from '../workspace/findFiles.ts';
import { nodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { Projects } from '../workspace/projects.ts';
import { folderPathOf } from '../workspace/uris.ts';
import { alwaysLoaded, alwaysLoadedText } from './alwaysLoaded.ts';
import { columns } from './columns.ts';
import { Configurations } from './configurations.ts';
import { repositoriesAround } from './importedFiles.ts';
import { printable, printableLine } from './printable.ts';
import { CliError, type Terminal } from './terminal.ts';

/** The tools of which it is known what they send in every session, by the names that `--for` accepts. */
export function budgetTools(): ReadonlyMap<string, Tool> {
  const others = tools.filter(({ listing, alwaysLoaded }) => !listing && alwaysLoaded);
  const named = others.flatMap(tool => {
    const target = tool.dialects.find(dialect => dialect.target !== undefined)?.target;
    return target === undefined ? [] : [[target, tool] as const];
  });
  return new Map([...listingTools(), ...named]);
}

/** The tools whose listing of skills is known, by the names that `--for` accepts. */
export function listingTools(): ReadonlyMap<string, Tool> {
  return new Map(tools.flatMap(tool => (tool.listing ? [[tool.listing.target, tool] as const] : [])));
}

/** `agent-files budget`: shows what of the descriptions of a project's skills the model is given. 1: some do not fit. */
export async function budget(
  folder: string,
  target: string,
  options: ListingOptions,
  format: 'text' | 'json',
  terminal: Terminal,
): Promise<0 | 1> {
  const tool = budgetTools().get(target)!;
  const listing = tool.listing ? await listingOf(folder, tool.listing, options, terminal) : nothingListed;
  const always = await alwaysLoaded(folder, tool, listing, terminal);
  if (format === 'json') {
    const { unit, dropped, advice, alternative: _, bundled, entries, ...rest } = listing;
    const facts = {
      tool: target,
      ...rest,
      entries,
      unit,
      dropped,
      advice: advice ?? null,
      bundled,
      alwaysLoaded: always,
    };
    terminal.out(`${JSON.stringify(facts, null, 2)}\n`);
  } else {
    const title = tool.listing?.title ?? tool.title;
    terminal.out(asText(title, listing) + alwaysLoadedText(always, title));
  }
  return listing.dropped > 0 || always.limit?.isExceeded ? 1 : 0;
}

/** Of a tool whose listing of skills is not known. */
const nothingListed: Listing = {
  model: 'any model',
  budget: null,
  total: 0,
  unit: 'characters',
  entries: [],
  dropped: 0,
  bundled: { count: 0, size: 0 },
};

/** The listing of the project in a folder, as it was written; paths are shown from the current folder. */
export async function listingOf(
  written: string,
  skills: SkillListing,
  options: ListingOptions,
  { cwd }: Terminal,
): Promise<Listing> {
  const { files, pluginFiles, settings, read, list } = skills;
  const path = resolve(cwd, written);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(`No such folder: ${written}.`);
  const uri = pathToFileURL(path).href;
  const fileSystem = boundedBy(nodeFileSystem, () => repositoriesAround([path]));
  const projects = new Projects(fileSystem);
  for (const manifest of (await findBelow(fileSystem, projects, uri)).manifests)
    projects.addPlugin(manifest, (await fileSystem.read(manifest)) ?? '');
  const own = await readProjectFiles(fileSystem, folderPathOf(uri), uri, [...files, ...settings]);
  const plugins = [];
  for (const { folder } of projects.plugins)
    plugins.push({
      folder: folder.slice(folder.slice(0, -1).lastIndexOf('/') + 1, -1),
      path: folder,
      files: await readProjectFiles(fileSystem, folder, uri, pluginFiles),
    });
  const texts = settings.flatMap(name => own.find(file => file.path === name)?.text ?? []);
  await new Configurations(projects).readAbove(uri);
  const model = modelOf(skills, options.model ?? projects.configurationOf(`${uri}/`).model);
  const listing = list(read(own, plugins), { ...options, model, settings: texts });
  const shown = (file: string): string => relative(cwd, resolve(path, file)).split(sep).join('/');
  const entries = listing.entries.map(({ path, name, sent, line, size }) => ({
    path: shown(path),
    name,
    sent,
    line,
    size,
  }));
  return { ...listing, entries };
}

const words = { whole: 'whole', cut: 'cut', nameOnly: 'name only', omitted: 'not at all' } as const;

function asText(title: string, listing: Listing): string {
  const { model, budget, total, unit, entries, bundled, dropped, advice } = listing;
  if (entries.length === 0) return `No skills or commands that ${title} lists for the model.\n`;
  const number = (count: number): string => count.toLocaleString('en');
  const rows = entries.map(({ sent, size, name, path }) => [
    words[sent],
    number(size),
    printableLine(name),
    printableLine(path),
  ]);
  const limit = budget === null ? 'no limit' : `limit ${number(budget)} ${unit}`;
  const lines = [
    columns([['sent', unit, 'name', 'file'], ...rows]),
    `${title}, ${printable(model)}: ${number(total)} ${unit} in all, ${limit}.`,
    ...(bundled.count > 0
      ? [`Of these, ${number(bundled.size)} are ${bundled.count} entries that it brings itself.`]
      : []),
    dropped === 0
      ? 'All descriptions fit.'
      : `${dropped} of ${entries.length} descriptions ${dropped === 1 ? 'does' : 'do'} not fit. ${advice ?? ''}.`,
  ];
  return `${lines.join('\n')}\n`;
}
