import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { decoded } from '../language/decoded.ts';
import type { Stage } from '../language/delivery/stages.ts';
import { settingsFor, stagesOf, stageTitles } from '../language/delivery/stages.ts';
import { nearestWord } from '../language/document/nearestWord.ts';
import { fullNameOf } from '../language/features/fullName.ts';
import { namesOf } from '../language/references/names.ts';
import { bareName } from '../language/references/reference.ts';
import { indexedFileOf, type Snapshot } from '../language/snapshot.ts';
import { duplicatesOf, RelatedFiles } from '../language/workspaceIndex.ts';
import { columns } from './columns.ts';
import { findSources } from './findSources.ts';
import { printable, printableLine } from './printable.ts';
import type { FoundFile, Sources } from './sources.ts';
import { CliError, type Format, type Terminal } from './terminal.ts';

/** What was found out of one file. */
interface Diagnosis {
  readonly path: string | null;
  readonly tool: string | null;
  readonly dialect: string | null;
  readonly name: string | null;
  readonly stages: readonly Stage[];
}

/**
 * `agent-files doctor`: follows an agent, skill or command from its file to its start, and says at which step it fails. 1:
 * a step fails.
 */
export async function doctor(
  wanted: string,
  options: { readonly target: string | undefined; readonly format: Format },
  terminal: Terminal,
): Promise<0 | 1> {
  const { cwd } = terminal;
  const path = fileAt(resolve(cwd, wanted));
  const isPath = path !== undefined;
  const roots = isPath && relative(cwd, path).startsWith('..') ? ['.', path] : ['.'];
  const reading = { dialect: undefined, targets: [], respectsGitIgnore: false };
  const sources = await findSources(roots, undefined, reading, terminal);
  const project = await readAll(sources);
  const matches = isPath
    ? project.files.filter(({ found }) => resolve(cwd, found.path) === path)
    : project.files.filter(({ snapshot }) => namesFor(snapshot).includes(nameIn(wanted)));
  const { target } = options;
  const ofTool = target === undefined ? matches : matches.filter(({ snapshot }) => isFor(snapshot, target));
  const all: Diagnosis[] = [];
  for (const { found } of ofTool) all.push(await examine(found, sources, project.related));
  for (const { found, why } of project.unreadable)
    if (isPath ? resolve(cwd, found.path) === path : stemOf(found.uri) === nameIn(wanted))
      all.push(unreadable(found, why));
  if (all.length === 0) all.push(notFound(wanted, isPath, matches, project, target));
  if (matches.length > 0 && !matches.some(({ snapshot }) => isCalled(snapshot)))
    throw new CliError(`${wanted} is not an agent, skill or command; see agent-files inspect.`);
  const failed = all.some(({ stages }) => stages.some(({ passes }) => !passes));
  terminal.out(options.format === 'json' ? asJson(wanted, all) : asText(all));
  return failed ? 1 : 0;
}

/** Whether others can call or start what a file defines. */
function isCalled({ dialect: { defines } }: Snapshot): boolean {
  return defines === 'agent' || defines === 'skill' || defines === 'command';
}

interface Project {
  readonly files: readonly { readonly found: FoundFile; readonly snapshot: Snapshot }[];
  readonly related: RelatedFiles;
  readonly unreadable: readonly { readonly found: FoundFile; readonly why: string }[];
}

/** The file at a path, or in the folder of a skill there; `undefined` where there is none. */
function fileAt(path: string): string | undefined {
  return [path, join(path, 'SKILL.md')].find(each => statSync(each, { throwIfNoEntry: false })?.isFile());
}

async function readAll(sources: Sources): Promise<Project> {
  const related = new RelatedFiles();
  const files: { found: FoundFile; snapshot: Snapshot }[] = [];
  const unreadable: { found: FoundFile; why: string }[] = [];
  for (const found of sources.files) {
    try {
      const source = await sources.read(found);
      if (!source) continue;
      related.add(indexedFileOf(source.snapshot));
      sources.skills.add(source.snapshot);
      files.push({ found, snapshot: source.snapshot });
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      unreadable.push({ found, why: error.message });
    }
  }
  await sources.skills.readFiles();
  return { files, related, unreadable };
}

/** What is said of a file that cannot be read. */
function unreadable({ path }: FoundFile, why: string): Diagnosis {
  const evidence = 'the file itself';
  const stages: Stage[] = [
    { step: 'found', passes: true, says: 'The file is there', evidence },
    {
      step: 'read',
      passes: false,
      says: why.replace(/\.$/, ''),
      advice: 'Write it as a text file in UTF-8',
      evidence,
    },
  ];
  return { path, tool: null, dialect: null, name: null, stages };
}

async function examine(found: FoundFile, sources: Sources, related: RelatedFiles): Promise<Diagnosis> {
  const source = (await sources.read(found, related))!;
  const { snapshot } = source;
  const { skills } = sources;
  const stages = stagesOf(snapshot, {
    duplicates: duplicatesOf(indexedFileOf(snapshot), related),
    deliveries: skills.of(found.uri),
    withheldBy: skills.withheldBy(found.uri),
    effective: await sources.effectiveOf(source),
    settings: await sources.settingsOf(source, settingsFor(snapshot)),
  });
  return {
    path: found.path,
    tool: snapshot.loader.tool,
    dialect: snapshot.dialect.id,
    name: fullNameOf(snapshot),
    stages,
  };
}

/** The name without what calls it: `/lint`, `@writer`, `$report`. */
function nameIn(wanted: string): string {
  return wanted.replace(/^[/@$]/, '');
}

/** The names by which somebody may ask for what a file defines, or would define if it loaded. */
function namesFor(snapshot: Snapshot): readonly string[] {
  const { document, dialect, load } = snapshot;
  if (!['agent', 'skill', 'command'].includes(dialect.defines ?? '')) return [];
  const names = namesOf(snapshot);
  const full = fullNameOf(snapshot);
  const written = document.entry('name')?.value;
  const stem = stemOf(document.uri);
  const others = load.loads ? [] : [stem, ...(typeof written === 'string' ? [written] : [])];
  return [...names, ...names.map(bareName), ...(full === null ? [] : [full]), ...others];
}

/** The name that a file's path gives it: that of the folder of a skill, or of the file. */
function stemOf(uri: string): string {
  const parts = decoded(uri).split('/');
  const file = parts.at(-1)!;
  return /^(?:skill|agent)\.md$/i.test(file)
    ? parts.at(-2)!
    : file.replace(/(?:\.(?:agent|chatmode|prompt))?\.\w+$/, '');
}

/** Whether a tool reads a file; by the names that `--for` accepts. */
function isFor({ dialect, path }: Snapshot, target: string): boolean {
  if (dialect.target === target) return true;
  const host = dialect.hosts?.find(each => each.target === target);
  return host !== undefined && (dialect.readers?.(path) ?? []).includes(host.loader.tool);
}

/** What is said where no file is what was asked for. */
function notFound(
  wanted: string,
  isPath: boolean,
  matches: Project['files'],
  { files }: Project,
  target: string | undefined,
): Diagnosis {
  const known = files.flatMap(({ snapshot }) => namesFor(snapshot));
  const near = nearestWord(nameIn(wanted), [...new Set(known)]);
  const others = matches.map(({ found }) => `\`${found.path}\``).join(', ');
  const says =
    matches.length > 0
      ? `${target} does not read it: it is in ${others}`
      : isPath
        ? `No tool reads \`${wanted}\` as an agent, skill or command`
        : `No file of this project defines \`${nameIn(wanted)}\``;
  const advice =
    matches.length > 0
      ? `Copy it to a folder that ${target} reads: see \`agent-files dialects\``
      : near !== undefined && near !== nameIn(wanted)
        ? `Did you mean \`${near}\`?`
        : 'Put it into a folder that a tool reads: see `agent-files dialects`';
  const stage: Stage = { step: 'found', passes: false, says, advice, evidence: 'the files of this project' };
  return { path: isPath ? wanted : null, tool: null, dialect: null, name: null, stages: [stage] };
}

function asJson(name: string, all: readonly Diagnosis[]): string {
  const files = all.map(({ stages, ...file }) => ({
    ...file,
    failed: stages.find(({ passes }) => !passes)?.step ?? null,
    steps: stages.map(({ step, passes, says, advice, evidence, line }) => ({
      step,
      passes,
      says,
      advice: advice ?? null,
      evidence,
      line: line === undefined ? null : line + 1,
    })),
  }));
  return `${JSON.stringify({ name, files }, null, 2)}\n`;
}

function asText(all: readonly Diagnosis[]): string {
  return all.map(oneAsText).join('\n');
}

function oneAsText({ path, tool, name, stages }: Diagnosis): string {
  const head = [path ?? 'no file', ...(name === null ? [] : [name]), ...(tool === null ? [] : [tool])];
  const rows = stages.map(({ step, passes, says, line }) => [
    passes ? '  ok' : '  FAILS',
    stageTitles[step],
    printable(line === undefined ? `${says}.` : `${says} (line ${line + 1}).`),
  ]);
  const last = stages.at(-1)!;
  const end = last.passes
    ? ['Every step passes. Whether the model chooses it depends on its description and the request.']
    : [
        ...(last.advice === undefined
          ? []
          : [`To do: ${printable(last.advice).replace(/([^.?!])$/, '$1.')}`]),
        `Evidence: ${last.evidence}.`,
      ];
  return `${printableLine(head.join(', '))}\n${columns(rows)}${end.join('\n')}\n`;
}
