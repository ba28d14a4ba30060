import { AgentDocument } from '../../document/agentDocument.ts';
import type { EnvironmentFile } from '../../loading/effective.ts';
import {
  type ListedEntry,
  type ListedFile,
  type Listing,
  type ListingOptions,
  listedFile,
  type SentEntry,
  type SkillListing,
} from '../../loading/listing.ts';
import { codexSkill } from './loader/skill.ts';

// Recorded with 0.171.0 on 2026-11-29 (`codex exec`, model gpt-5.5).

/** The model whose window counts, and no configuration raises it. */
const model = 'gpt-5.5';
const largestWindow = 272_000;
/** A description over the first length is cut to the second and `...`. */
const longest = 1024;
const longestKept = 1021;

/** The skills of Codex, by the length of their descriptions, in their order at the start of the listing. */
const bundled: readonly (readonly [name: string, length: number])[] = [
  ['imagegen', 570],
  ['openai-docs', 624],
  ['skill-creator', 106],
  ['skill-installer', 225],
];

/** The folders of skills, in the order in which Codex numbers them. Those of the user are not known. */
const roots = ['.codex/skills', 'system', '.agents/skills'] as const;

/**
 * The listing of Codex: within the budget every line whole; else every line without its description is paid first, and
 * then the descriptions in turn, one character at a time. Where not even the bare lines fit, those are left out that do
 * not. The budget is in tokens, of four bytes each, rounded up for each line.
 */
export const codexListing: SkillListing = {
  target: 'codex',
  title: 'Codex',
  evidence: '0.171.0, recorded 2026-11-29',
  files: [
    '.codex/skills/*/SKILL.md',
    '.agents/skills/*/SKILL.md',
    '.codex/skills/*/agents/openai.yaml',
    '.agents/skills/*/agents/openai.yaml',
  ],
  pluginFiles: [],
  settings: ['.codex/config.toml'],
  windows: [],
  entryOf,
  read: files =>
    withoutWithheld(
      files.flatMap(file => entryOf(listedFile(file)) ?? []),
      files,
    ),
  withoutWithheld,
  list,
};

/** The entries without those of which their metadata says that only the user calls them. */
function withoutWithheld(
  entries: readonly ListedEntry[],
  files: readonly EnvironmentFile[],
): readonly ListedEntry[] {
  const metadata = files.filter(({ path, text }) => path.endsWith(metadataFile) && isForUserOnly(text));
  const withheld = new Set(metadata.map(({ path }) => `${path.slice(0, -metadataFile.length)}SKILL.md`));
  return entries.filter(({ path }) => !withheld.has(path));
}

const metadataFile = 'agents/openai.yaml';

function entryOf({ path, load }: ListedFile): ListedEntry | undefined {
  if (!path.endsWith('/SKILL.md')) return undefined;
  const { loads, name, description } = load(codexSkill);
  if (!loads || name === null) return undefined;
  return { path, id: name, name, description: description ?? '', kind: 'skill', scope: 'project' };
}

/** Whether `policy.allow_implicit_invocation` is false. */
function isForUserOnly(text: string): boolean {
  const tree = AgentDocument.of(`---\n${text}\n---\n`, 'file:///openai.md').entry('policy')?.value;
  return (
    typeof tree === 'object' &&
    tree !== null &&
    (tree as Record<string, unknown>).allow_implicit_invocation === false
  );
}

interface Line {
  readonly entry?: ListedEntry;
  readonly name: string;
  readonly characters: readonly string[];
  readonly file: string;
}

function list(entries: readonly ListedEntry[], options: ListingOptions): Listing {
  const used = roots.filter(
    root =>
      (root === 'system' && !options.withoutBundled) ||
      entries.some(({ path }) => path.startsWith(`${root}/`)),
  );
  const locator = (path: string): string => {
    const root = used.find(folder => path.startsWith(`${folder}/`));
    return root === undefined ? path : `r${used.indexOf(root)}${path.slice(root.length)}`;
  };
  const system = options.withoutBundled
    ? []
    : bundled.map(([name, length]) => ({
        name,
        characters: [...'x'.repeat(length)],
        file: locator(`system/${name}/SKILL.md`),
      }));
  const own = [...entries]
    .sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path))
    .map(entry => ({
      entry,
      name: entry.name,
      characters: [...kept(entry.description)],
      file: locator(entry.path),
    }));
  const lines: readonly Line[] = [...system, ...own];
  const budget = options.budget || Math.floor(windowOf(options.settings ?? []) * 0.02);
  const sizes = lines.map(line => costOf(line, line.characters.length));
  const total = sum(sizes);
  const shown = total <= budget ? lines.map(line => line.characters.length) : fitted(lines, budget);
  const sent = own.map((line, at) => sentEntry(line, shown[system.length + at], sizes[system.length + at]!));
  const dropped = total > budget ? sent.filter(({ sent }) => sent !== 'whole').length : 0;
  return {
    model: options.model ?? model,
    budget,
    total,
    unit: 'tokens',
    entries: sent,
    dropped,
    ...(dropped > 0 && { advice: `Shorten descriptions by ${(total - budget).toLocaleString('en')} tokens` }),
    bundled: { count: system.length, size: sum(sizes.slice(0, system.length)) },
  };
}

/** How many characters of each description fit; `undefined` for a line that does not. */
function fitted(lines: readonly Line[], budget: number): (number | undefined)[] {
  const bare = lines.map(line => costOf(line, 0));
  let left = budget - sum(bare);
  if (left < 0) {
    left = budget;
    return bare.map(cost => {
      if (cost > left) return undefined;
      left -= cost;
      return 0;
    });
  }
  const shown = lines.map(() => 0);
  let open = lines.map((_, at) => at);
  while (open.length > 0)
    open = open.filter(at => {
      const line = lines[at]!;
      if (shown[at]! >= line.characters.length) return false;
      const more = costOf(line, shown[at]! + 1) - costOf(line, shown[at]!);
      if (more > left) return false;
      left -= more;
      shown[at]!++;
      return true;
    });
  return shown;
}

function textOf({ name, characters, file }: Line, shown: number): string {
  const description = characters.slice(0, shown).join('');
  return `- ${name}:${description === '' ? '' : ` ${description}`} (file: ${file})`;
}

/** The tokens of a line with its line break. */
function costOf(line: Line, shown: number): number {
  return Math.ceil((bytesOf(textOf(line, shown)) + 1) / 4);
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The description as it is sent where there is room. */
function kept(description: string): string {
  const characters = [...description];
  return characters.length > longest ? `${characters.slice(0, longestKept).join('')}...` : description;
}

function sentEntry(
  line: Line & { readonly entry: ListedEntry },
  shown: number | undefined,
  size: number,
): SentEntry {
  const { path, name, description } = line.entry;
  const isWhole = shown === line.characters.length && line.characters.join('') === description;
  const sent = shown === undefined ? 'omitted' : isWhole ? 'whole' : shown === 0 ? 'nameOnly' : 'cut';
  return {
    path,
    name,
    sent,
    line: shown === undefined ? null : textOf(line, shown),
    size,
    ...(sent === 'cut' && { kept: keptUnits(line, shown!) }),
    ...((shown ?? 0) < line.characters.length && { isOverBudget: true as const }),
  };
}

/** How many UTF-16 units of the description are sent, without the dots of the tool. */
function keptUnits({ entry, characters }: Line & { readonly entry: ListedEntry }, shown: number): number {
  const isShortened = characters.length < [...entry.description].length;
  return characters.slice(0, isShortened ? Math.min(shown, longestKept) : shown).join('').length;
}

/** The window in tokens: `model_context_window` of the configuration can only lower it. */
function windowOf(settings: readonly string[]): number {
  const written = settings
    .map(text => /^\s*model_context_window\s*=\s*([\d_]+)/m.exec(text)?.[1])
    .findLast(Boolean);
  const window = Number(written?.replaceAll('_', ''));
  return window > 0 ? Math.min(window, largestWindow) : largestWindow;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** By code points. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
