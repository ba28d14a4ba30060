import type { AgentDocument } from '../document/agentDocument.ts';
import { overlaps } from '../document/offsets.ts';
import { type Issue, messageOf, suggestionOf } from '../loading/issue.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { listed, someOf } from '../wordList.ts';
import type { AgentDiagnostic } from './agentDiagnostic.ts';

/** How long a problem may be. */
const mostCharacters = 70;
/** A message lists this many names. */
const mostNames = 13;
/** So many places go with it: clients list each. */
const mostRelated = 100;

/**
 * The diagnostics with those of one cause, about several names of a list or of the file, as one: at the first of the
 * names, with the places of the others. Rules say which of theirs go together. Those of one have the same severity,
 * and the same consequence when it is said of several. `prove` keeps the fixes of all together that can be offered.
 */
export function groupAlike<Diagnostic extends AgentDiagnostic>(
  diagnostics: readonly Diagnostic[],
  snapshot: Snapshot,
  prove: (finding: Finding, fixes: readonly Fix[]) => readonly Fix[],
): Diagnostic[] {
  if (diagnostics.length < 2) return [...diagnostics];
  const groups = grouped(diagnostics, (diagnostic, index) => groupOf(diagnostic) ?? `${index}`);
  return groups.map(group => together(group, snapshot, prove));
}

/** The items by their keys, in the order in which each key first comes. */
export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item, index: number) => string,
): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** The findings that a diagnostic stands for. */
export function membersOf({ finding }: AgentDiagnostic): readonly Finding[] {
  return finding.members ?? [finding];
}

/** The key of the group that a diagnostic belongs to; `undefined` when it stands alone. */
function groupOf({ rule, severity, finding }: AgentDiagnostic): string | undefined {
  const { grouping } = rule;
  const { issue } = finding;
  if (!grouping || (issue && !(grouping.joins?.(issue) ?? true))) return undefined;
  const { code, effect, field, consequence, several }: Partial<Issue> = issue ?? finding;
  if (grouping.within === 'field' && field === undefined) return undefined;
  const place = grouping.within === 'field' ? field : '';
  return [rule.id, severity, code, effect, place, several ?? consequence].join('\n');
}

function together<Diagnostic extends AgentDiagnostic>(
  group: readonly Diagnostic[],
  snapshot: Snapshot,
  prove: (finding: Finding, fixes: readonly Fix[]) => readonly Fix[],
): Diagnostic {
  const [first, ...others] = group;
  if (others.length === 0) return first!;
  const { document } = snapshot;
  const { grouping } = first!.rule;
  const members = group.map(({ finding }) => finding);
  const issues = members.flatMap(({ issue }) => issue ?? []);
  const finding: Finding = {
    ...first!.finding,
    ...textOf(members, grouping!.problem, document),
    related: others.slice(0, mostRelated).map(({ range, finding: { problem } }) => ({
      uri: document.uri,
      range: document.toRange(range),
      message: problem,
    })),
    members,
    fixes: at => [
      ...members.filter(({ range }) => !at || overlaps(range, at)).flatMap(({ fixes }) => fixes?.() ?? []),
      ...prove(finding, grouping!.fixes?.(issues, snapshot) ?? []),
    ],
  };
  return { ...first!, finding, message: messageOf(finding) };
}

/** What is said of several findings together. */
function textOf(
  members: readonly Finding[],
  problemOf: (list: string) => string,
  document: AgentDocument,
): Pick<Finding, 'problem' | 'consequence' | 'advice'> {
  const [first] = members;
  const betters = new Map<string, string | undefined>();
  for (const { issue, range } of members)
    betters.set(nameOf(issue ?? { range }, document), issue && suggestionOf(issue));
  const names = [...betters.keys()];
  const shown = fitting(names, problemOf);
  const unexplained = names.slice(shown).filter(name => betters.get(name) === undefined);
  const advice = [
    replacements(betters),
    commonAdvice(members),
    unexplained.length > 0 ? `The others are ${limited(unexplained, mostNames - shown)}` : undefined,
  ];
  const consequence = first!.issue?.several ?? first!.consequence;
  return {
    problem: names.length > 1 ? problemOf(someOf(names, shown)) : first!.problem,
    ...(consequence !== undefined && { consequence }),
    advice: advice.filter(Boolean).join('. '),
  };
}

/** What is advised for each of the findings without a replacement; `undefined` where it differs. */
function commonAdvice(members: readonly Finding[]): string | undefined {
  const others = members.filter(({ issue }) => !issue || suggestionOf(issue) === undefined);
  return new Set(others.map(({ advice }) => advice)).size === 1 ? others[0]!.advice : undefined;
}

/** How many of the names fit into the problem. */
function fitting(names: readonly string[], problemOf: (list: string) => string): number {
  // No name is empty, so that more than this never fit.
  let shown = Math.min(names.length, mostCharacters);
  while (shown > 1 && problemOf(someOf(names, shown)).length > mostCharacters) shown--;
  return shown;
}

/** "Use `read` for `Grep` and `Glob`; `shell` for `Bash`". */
function replacements(betters: ReadonlyMap<string, string | undefined>): string | undefined {
  const explained = [...betters].flatMap(([name, better]) =>
    better === undefined ? [] : [{ name, better }],
  );
  if (explained.length === 0) return undefined;
  const parts = grouped(explained.slice(0, mostNames), ({ better }) => better).map(
    same => `\`${same[0]!.better}\` for ${limited(same.map(({ name }) => name))}`,
  );
  const rest = explained.length - mostNames;
  return `Use ${parts.join('; ')}${rest > 0 ? `; and so on for ${rest} more` : ''}`;
}

/** The names as Markdown code, and how many more there are. */
function limited(names: readonly string[], most = mostNames): string {
  const shown = names.slice(0, names.length > most + 1 ? most : names.length).map(name => `\`${name}\``);
  const rest = names.length - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** The name that a finding is about, as it is written. */
function nameOf({ range, subject }: Pick<Issue, 'range' | 'subject'>, document: AgentDocument): string {
  const written = document.slice(range).replace(/^(["'])(.*)\1$/s, '$2');
  const name = /[`\r\n]/.test(written) ? (subject ?? written.replace(/[`\s]+/g, ' ')) : written;
  return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}
