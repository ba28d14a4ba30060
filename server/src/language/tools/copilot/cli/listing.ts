import {
  type ListedEntry,
  type ListedFile,
  type Listing,
  type ListingOptions,
  listedFile,
  type SkillListing,
} from '../../../loading/listing.ts';
import { copilotCliSkill } from './skill.ts';

/** The characters that the entries may take together (recorded with 1.0.102 on 2026-11-29). */
const limit = 15_000;

/**
 * The listing of Copilot CLI: entries in the order of their names up to the first that does not fit. From there on all
 * are only named. Two skills of its own come last.
 */
export const copilotCliListing: SkillListing = {
  target: 'copilot-cli',
  title: 'Copilot CLI',
  evidence: '1.0.102, recorded 2026-11-29',
  files: ['.github/skills/*/SKILL.md', '.agents/skills/*/SKILL.md', '.claude/skills/*/SKILL.md'],
  pluginFiles: [],
  settings: [],
  windows: [],
  entryOf,
  read: files => files.flatMap(file => entryOf(listedFile(file)) ?? []),
  list,
};

function entryOf({ path, load }: ListedFile): ListedEntry | undefined {
  const { loads, name, description, fields } = load(copilotCliSkill);
  if (!loads || name === null || fields['disable-model-invocation'] === true) return undefined;
  return { path, id: name, name, description: description ?? '', kind: 'skill', scope: 'project' };
}

function list(entries: readonly ListedEntry[], options: ListingOptions): Listing {
  const budget = options.budget || limit;
  const sorted = oncePerName(entries).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const lines = sorted.map(lineOf);
  const total = lines.reduce((sum, { length }) => sum + length + 1, 0);
  let left = budget;
  let isFull = false;
  const sent = sorted.map(({ path, name }, at) => {
    const line = lines[at]!;
    left -= line.length + 1;
    isFull ||= left < 0;
    const size = line.length + 1;
    return isFull
      ? ({ path, name, sent: 'nameOnly', line: name, size, isOverBudget: true } as const)
      : ({ path, name, sent: 'whole', line, size } as const);
  });
  const dropped = sent.filter(({ sent }) => sent !== 'whole').length;
  return {
    model: options.model ?? 'any model',
    budget,
    total,
    unit: 'characters',
    entries: sent,
    dropped,
    ...(dropped > 0 && {
      advice: `Shorten descriptions by ${(total - budget).toLocaleString('en')} characters`,
    }),
    bundled: { count: 0, size: 0 },
  };
}

/** One entry of each name: copies for several tools are common, and whether both are listed was not recorded. */
function oncePerName(entries: readonly ListedEntry[]): ListedEntry[] {
  const first = new Map<string, ListedEntry>();
  for (const entry of entries) if (!first.has(entry.name)) first.set(entry.name, entry);
  return [...first.values()];
}

function lineOf({ name, description }: ListedEntry): string {
  return `<skill>\n  <name>${escaped(name)}</name>\n  <description>${escaped(description)}</description>\n  <location>project</location>\n</skill>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
