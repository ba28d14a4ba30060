import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { aboutTokens } from '../language/delivery/tokens.ts';
import type { Tool } from '../language/dialect/tool.ts';
import { importedFilesOf } from '../language/features/importedFiles.ts';
import type { TextLimit } from '../language/loading/alwaysLoaded.ts';
import type { Listing } from '../language/loading/listing.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { filePathOf } from '../workspace/nodeFileSystem.ts';
import { readRegularFile } from '../workspace/regularFile.ts';
import { columns } from './columns.ts';
import { findSources } from './findSources.ts';
import { repositoriesAround } from './importedFiles.ts';
import { printableLine } from './printable.ts';
import type { FoundFile, Sources } from './sources.ts';
import { CliError, type Terminal } from './terminal.ts';

/** A text that is sent in every session. */
interface Part {
  readonly kind: 'skills' | 'agent' | 'instructions' | 'import' | 'rule' | 'style';
  /** As shown; `null` for the listing of skills. */
  readonly path: string | null;
  readonly text: string;
}

/** What is sent in every session, before anybody has asked for anything. */
export interface AlwaysLoadedText {
  readonly characters: number;
  /** An estimate. */
  readonly tokens: number;
  readonly parts: readonly {
    readonly kind: Part['kind'];
    readonly path: string | null;
    readonly characters: number;
    readonly tokens: number;
    /** Of all tokens, from 0 to 1. */
    readonly share: number;
  }[];
  readonly limit: (TextLimit & { readonly used: number; readonly isExceeded: boolean }) | null;
}

/** Returns what a tool sends in every session of the project in a folder. */
export async function alwaysLoaded(
  folder: string,
  tool: Tool,
  listing: Listing,
  terminal: Terminal,
): Promise<AlwaysLoadedText> {
  const root = resolve(terminal.cwd, folder);
  const wanted = { dialect: undefined, targets: [], respectsGitIgnore: false };
  const sources = await findSources([folder], undefined, wanted, terminal);
  const files = await filesOf(sources, root, tool, terminal.cwd);
  const lines = listing.entries.flatMap(({ line }) => line ?? []).join('\n');
  const parts: Part[] = [
    ...(lines === '' ? [] : [{ kind: 'skills', path: null, text: lines } as const]),
    ...files,
  ];
  const sizes = parts.map(({ kind, path, text }) => ({
    kind,
    path,
    characters: text.length,
    tokens: aboutTokens(text),
  }));
  const tokens = sum(sizes.map(size => size.tokens));
  return {
    characters: sum(sizes.map(({ characters }) => characters)),
    tokens,
    parts: sizes.map(size => ({
      ...size,
      share: Math.round((size.tokens / Math.max(1, tokens)) * 1000) / 1000,
    })),
    limit: tool.alwaysLoaded?.limit ? usedOf(tool.alwaysLoaded.limit, parts) : null,
  };
}

function usedOf(limit: TextLimit, parts: readonly Part[]): AlwaysLoadedText['limit'] {
  const sizes = parts
    .filter(({ kind }) => kind === limit.of)
    .map(({ text }) => (limit.unit === 'bytes' ? Buffer.byteLength(text) : text.length));
  const used = limit.per === 'all' ? sum(sizes) : Math.max(0, ...sizes);
  return { ...limit, used, isExceeded: used > limit.size };
}

/** The files of a tool that are sent, or of which it is told, in every session. */
async function filesOf(sources: Sources, root: string, tool: Tool, cwd: string): Promise<Part[]> {
  const { instructions = [], otherwise, settings = [], style } = tool.alwaysLoaded ?? {};
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/');
  const repository = filePathOf(repositoriesAround([root])[0]!);
  const textAt = (path: string): string => {
    try {
      return readRegularFile(path, repository);
    } catch {
      return '';
    }
  };
  const there = (names: readonly string[]): string[] =>
    names.map(name => resolve(root, name)).filter(path => existsSync(path) && hasText(textAt(path)));
  const own = there(instructions);
  const main = own.length > 0 || otherwise === undefined ? own : there([otherwise]);
  const selected = style?.(settings.map(name => textAt(resolve(root, name))));
  const parts: Part[] = [];
  const seen = new Set(main);
  for (const path of main) parts.push({ kind: 'instructions', path: shown(path), text: textAt(path) });
  for (const found of sources.files) {
    const snapshot = await readOne(sources, found);
    if (!snapshot?.load.loads || snapshot.isCollected) continue;
    const isMain = seen.has(snapshot.path) && main.includes(snapshot.path);
    const part = isMain ? undefined : partOf(snapshot, tool, found.path, root, selected);
    if (part) parts.push(part);
    if (!isMain && part?.kind !== 'rule') continue;
    for (const path of importedFilesOf(snapshot)) {
      if (seen.has(path)) continue;
      seen.add(path);
      parts.push({ kind: 'import', path: shown(path), text: textAt(path) });
    }
  }
  return parts;
}

/** What is sent of a file of the tool; `undefined` where that is nothing. */
function partOf(
  snapshot: Snapshot,
  tool: Tool,
  path: string,
  root: string,
  style: string | undefined,
): Part | undefined {
  const { dialect, load, document } = snapshot;
  if (!tool.dialects.some(({ id }) => id === dialect.id)) return undefined;
  if (dialect.defines === 'agent' && load.name !== null)
    return { kind: 'agent', path, text: load.agentLine ?? `- ${load.name}: ${load.description ?? ''}` };
  const text = load.body ? document.slice(load.body) : document.text;
  if (dialect.defines === 'style' && load.name !== null && load.name === style)
    return { kind: 'style', path, text };
  if (dialect.defines !== 'rule' || !tool.alwaysLoaded?.rule?.(load)) return undefined;
  // Those of a folder below are sent when a file there is read.
  const { folder } = load.scope ?? {};
  if (folder !== undefined && folder !== root.split(sep).join('/')) return undefined;
  return { kind: 'rule', path, text };
}

async function readOne(sources: Sources, found: FoundFile): Promise<Snapshot | undefined> {
  try {
    return (await sources.read(found))?.snapshot;
  } catch (error) {
    if (error instanceof CliError) return undefined;
    throw error;
  }
}

/** Whether something is left of a text without its comments. */
function hasText(text: string): boolean {
  return /\S/.test(text.replace(/<!--[\s\S]*?-->/g, '').replace('\uFEFF', ''));
}

/** What is sent in every session, as a table. */
export function alwaysLoadedText(
  { characters, tokens, parts, limit }: AlwaysLoadedText,
  tool: string,
): string {
  if (parts.length === 0) return '';
  const number = (count: number): string => count.toLocaleString('en');
  const rows = [...parts]
    .sort((a, b) => b.tokens - a.tokens)
    .map(part => [
      part.kind,
      number(part.characters),
      number(part.tokens),
      `${Math.round(part.share * 100)} %`,
      printableLine(part.path ?? 'the listing above'),
    ]);
  const lines = [
    `\nOf this project, in every session: ${number(characters)} characters, about ${number(tokens)} tokens.\n`,
    columns([['what', 'characters', 'tokens', 'share', 'file'], ...rows]),
  ];
  if (limit) {
    const what = limit.of === 'rule' ? 'each rule' : 'instructions';
    const used = `${number(limit.used)} of ${number(limit.size)} ${limit.unit}`;
    const then = limit.isExceeded ? `: ${tool} ${limit.beyond}` : '';
    lines.push(`Limit of ${what}: ${used}${then}.\n`);
  }
  return lines.join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
