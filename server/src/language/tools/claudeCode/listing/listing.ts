import { lazy } from '../../../lazy.ts';
import type { ListedEntry, Listing, ListingOptions, SentEntry } from '../../../loading/listing.ts';
import { sentModel } from '../models.ts';
import { type BundledSkill, bundledSkillsFor, columnsOfBundled } from './bundled.ts';
import { columnsOf } from './columns.ts';
import { budgetFor, type ListingSettings, readListingSettings } from './settings.ts';

/** The model of a conversation unless another is chosen (recorded with 2.1.329 on 2026-11-29). */
export const defaultModel = 'claude-opus-5-5';

/**
 * Returns the listing of skills as Claude Code sends it: within the budget every line whole; else those of its own whole,
 * and the author's with their description as far as it fits, first those used most, else with the name only. Nothing is
 * shortened to fit. By recorded requests of 2.1.329 (2026-11-29), to the character.
 */
export function listSkills(entries: readonly ListedEntry[], options: ListingOptions): Listing {
  const settings = readListingSettings(options.settings ?? []);
  const model = options.model ?? defaultModel;
  const resolved = /\[1m\]$/i.test(model) ? `${sentModel(model)}[1m]` : sentModel(model);
  const budget = options.budget || budgetFor(resolved, settings);
  const own = settings.isOff ? [] : shownEntries(entries, settings);
  const brought = settings.isOff
    ? []
    : bundledSkillsFor(options.withoutBundled === true || settings.isWithoutBundled, settings.longest);
  const candidates: Candidate[] = [
    ...own,
    ...brought
      .filter(({ competes }) => competes)
      .map(({ name, columns }) => ({ id: name, name, text: '', columns, isCut: false })),
  ];
  const separators = Math.max(0, own.length + brought.length - 1);
  const size = brought.reduce((sum, skill) => sum + columnsOfBundled(skill), 0);
  const total = own.reduce((sum, { name, columns }) => sum + lineColumns(name, columns), size) + separators;
  const kept =
    total <= budget
      ? new Set(candidates)
      : fitting(candidates, budget - separators - whole(brought), options);
  const dropped = own.filter(candidate => candidate.text !== '' && !kept.has(candidate)).length;
  return {
    model: sentModel(model),
    budget,
    total,
    unit: 'columns',
    dropped,
    ...(dropped > 0 && adviceFor(total, budget, settings)),
    entries: own.map(candidate => sentEntry(candidate, kept.has(candidate))),
    bundled: { count: brought.length, size },
  };
}

function adviceFor(
  total: number,
  budget: number,
  { fraction }: ListingSettings,
): Pick<Listing, 'advice' | 'alternative'> {
  const needed = Math.ceil((total / budget) * fraction * 1000) / 1000;
  const save = `Shorten descriptions by ${(total - budget).toLocaleString('en')} columns`;
  if (needed > 1 || budget <= 0) return { advice: save };
  const alternative = `set \`skillListingBudgetFraction\` to ${needed} in \`.claude/settings.json\``;
  return { advice: `${save}, or ${alternative}`, alternative };
}

/** An entry with what the listing would say of it. */
interface Candidate {
  readonly entry?: ListedEntry;
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly columns: number;
  readonly isCut: boolean;
}

function whole(brought: readonly BundledSkill[]): number {
  return brought.filter(({ competes }) => !competes).reduce((sum, skill) => sum + columnsOfBundled(skill), 0);
}

/** The columns of a line; without a description it is the name alone. */
function lineColumns(name: string, columns: number): number {
  return 2 + columnsOf(name) + (columns > 0 ? 2 + columns : 0);
}

/** The candidates that keep their descriptions: each that still fits, those used most before the others. */
function fitting(
  candidates: readonly Candidate[],
  room: number,
  { usage }: ListingOptions,
): ReadonlySet<Candidate> {
  let left = room - candidates.reduce((sum, { name }) => sum + 2 + columnsOf(name), 0);
  const score = ({ id }: Candidate): number => {
    const used = usage?.get(id);
    if (!used) return 0;
    return used.count * (used.days === undefined ? 0.1 : Math.max(0.5 ** (used.days / 7), 0.1));
  };
  const kept = new Set<Candidate>();
  for (const candidate of [...candidates].sort((a, b) => score(b) - score(a))) {
    if (2 + candidate.columns > left) continue;
    kept.add(candidate);
    left -= 2 + candidate.columns;
  }
  return kept;
}

/** The entries that are listed, each name once, in the order of the listing. */
function shownEntries(entries: readonly ListedEntry[], settings: ListingSettings): Candidate[] {
  const seen = new Set<string>();
  const shown: Candidate[] = [];
  for (const entry of inOrder(entries)) {
    const { id, name, scope, description } = entry;
    const override = scope === 'plugin' ? undefined : settings.overrides[id];
    if (seen.has(name)) continue;
    seen.add(name);
    if (override === 'off' || override === 'user-invocable-only' || /\s\s/.test(name)) continue;
    const text = override === 'name-only' ? '' : cut(description, settings.longest);
    shown.push({
      entry,
      id,
      name,
      text,
      columns: columnsOf(text),
      isCut: text !== '' && text !== description,
    });
  }
  return shown;
}

const byName = lazy(() => new Intl.Collator('en'));

/** The order of the listing: the user's skills, the project's, the commands of both, and those of plugins. */
function inOrder(entries: readonly ListedEntry[]): ListedEntry[] {
  const plugins = [...new Set(entries.flatMap(({ plugin }) => plugin ?? []))];
  const rank = ({ kind, scope, plugin }: ListedEntry): number => {
    if (scope === 'plugin') return (kind === 'command' ? 10 : 10 + plugins.length) + plugins.indexOf(plugin!);
    return kind === 'command' ? 2 : scope === 'user' ? 0 : 1;
  };
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      byName().compare(a.id, b.id) ||
      Number(a.scope === 'project') - Number(b.scope === 'project'),
  );
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function sentEntry({ entry, id, name, text, columns, isCut }: Candidate, isKept: boolean): SentEntry {
  const isDescribed = isKept && text !== '';
  return {
    path: entry!.path,
    name: id,
    sent: !isDescribed ? 'nameOnly' : isCut ? 'cut' : 'whole',
    line: wellFormed(isDescribed ? `- ${name}: ${text}` : `- ${name}`),
    size: lineColumns(name, columns),
    ...(isDescribed && isCut && { kept: text.length - 1 }),
    ...(!isKept && text !== '' && { isOverBudget: true as const }),
  };
}

/** A half of a surrogate pair arrives as the replacement character. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
