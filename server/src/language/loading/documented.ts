import type { AgentDocument } from '../document/agentDocument.ts';
import type { Consequence, DocumentedDialectFacts, Loaded, Reading } from './documented/format.ts';
import { isOrAre, reportKeys } from './documented/keys.ts';
import { readFrontMatter } from './documented/readFrontMatter.ts';
import { namesIn, reportTools } from './documented/toolLists.ts';
import { IssueCollector } from './issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from './loader.ts';
import { reportMismatch } from './mismatches.ts';
import { placesOf } from './places.ts';
import { problems } from './problems.ts';
import { refused } from './refused.ts';
import type { Mismatch } from './shape.ts';
import { unreadFile } from './unread.ts';

const documentation = /^(?:readme|changelog|license|contributing)\.md$/i;
const claudeModels = ['haiku', 'sonnet', 'opus', 'fable'];

/**
 * Returns the loader of a tool whose reading is declared. The front matter is checked against the dialect's own fields.
 * What the tool does with an error is stated where it was measured or the dialect has a source for it; elsewhere the
 * issue states only what the documentation requires. A file is rejected only where a source says so.
 */
export function documentedLoader(facts: DocumentedDialectFacts): Loader {
  return {
    tool: facts.tool,
    version: facts.version,
    recorded: facts.source.verified,
    evidence: facts.evidence ?? 'documented',
    load({ document, path }) {
      const fileName = path.slice(path.lastIndexOf('/') + 1);
      const isText = document.frontMatter.state === 'absent';
      const isNotes = isText && facts.what === 'agent' && documentation.test(fileName) && !facts.readsNotes;
      if (facts.excludes?.(fileName) || isNotes) return { ...nothingLoaded, ignored: true };
      const unread = facts.place && unreadFile(document, path, { tool: facts.tool, ...facts.place });
      return unread ?? loadResult(document, path, facts);
    },
  };
}

function loadResult(document: AgentDocument, path: string, facts: DocumentedDialectFacts): LoadResult {
  const issues = new IssueCollector();
  const reading = facts.read?.(document, issues) ?? readFrontMatter(document, facts, issues);
  const { data, body, invalid } = reading;
  if (reading.isUnreadable) return refused(issues);
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const loaded: Loaded = { document, path, data, places, body };
  if (!reading.isLost) reportFrontMatter(loaded, reading, facts, issues);
  reportPrompt(loaded, facts, issues);
  const own = new IssueCollector();
  facts.conditions?.(loaded, own);
  issues.addAll(own.issues.filter(({ field = '' }) => !invalid.has(field)));
  if (issues.issues.some(({ effect }) => effect === 'rejected' || effect === 'crashes'))
    return refused(issues);
  const known = new Set(facts.fields().fields.map(({ name }) => name));
  const fields = Object.fromEntries(
    Object.entries(data).filter(([key, value]) => known.has(key) && value !== null),
  );
  const [list] = facts.toolLists ?? [];
  const isWhole = list?.empty?.meaning === 'all' && namesIn(data[list.key])?.length === 0;
  return {
    ...nothingLoaded,
    loads: true,
    name: nameOf(data, path, facts),
    description: textOf(data.description),
    model: textOf(data.model),
    tools: list && !isWhole ? namesIn(data[list.key]) : null,
    disallowedTools: facts.limits?.deny ? namesIn(data[facts.limits.deny]) : null,
    permissionMode: facts.limits?.mode ? textOf(data[facts.limits.mode]) : null,
    fields,
    issues: issues.inTextOrder(),
    body,
    ...facts.result?.(loaded),
  };
}

/** Reports what the tool makes of front matter that it reads. */
function reportFrontMatter(
  loaded: Loaded,
  reading: Reading,
  facts: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  const { document, data } = loaded;
  const isRead = facts.evidence === 'measured' || document.frontMatter.state === 'closed';
  if (facts.frontMatter === 'optional' || isRead) reportFields(loaded, reading, facts, issues);
  reportKeys(document.yaml.entries, data, facts, issues);
  const refusing = issues.issues.flatMap(({ effect, field }) => (effect === 'rejected' && field) || []);
  for (const list of facts.toolLists ?? [])
    if (!reading.invalid.has(list.key) && !refusing.includes(list.key))
      reportTools(document, data[list.key], list, facts, issues);
  reportModel(loaded, facts, issues);
}

/** Reports where the front matter does not fit the dialect's own fields. */
function reportFields(
  { document, data, places }: Loaded,
  { invalid }: Reading,
  facts: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  for (const mismatch of facts.shape()(data, [])) {
    if (invalid.has(String(mismatch.path[0]))) continue;
    const { advice, ...known } = consequenceOf(mismatch, facts);
    const context = { document, data, places, ...known, text: advice ? { advice } : {} };
    reportMismatch(mismatch, { ...context, ...(facts.code && { code: facts.code }) }, issues);
  }
}

function consequenceOf(
  mismatch: Mismatch,
  { errors = {}, invalid, fields, tool, source }: DocumentedDialectFacts,
): Consequence {
  const field = String(mismatch.path[0] ?? '');
  const declared = Object.hasOwn(errors, field) ? errors[field] : undefined;
  const known = declared && ('effect' in declared ? declared : declared[mismatch.problem]);
  if (known ?? invalid) return (known ?? invalid) as Consequence;
  const { evidence } = fields().field([field])?.source ?? source;
  const [documented, reported, otherwise] = expectations[mismatch.problem] ?? [
    'documents no other values',
    'reported to accept no other values',
    'otherwise',
  ];
  return evidence === 'secondHand'
    ? {
        effect: 'noted',
        consequence: `${tool} ${isOrAre(tool)} ${reported}; what happens ${otherwise} is not known`,
        evidence,
      }
    : { effect: 'noted', consequence: `${tool} ${documented}; what happens ${otherwise} is not known` };
}

const expectations: Partial<Record<Mismatch['problem'], readonly [string, string, string]>> = {
  missing: ['documents it as required', 'reported to require it', 'without it'],
  null: ['documents no empty value', 'reported to require a value', 'without one'],
};

function reportModel({ data, places }: Loaded, facts: DocumentedDialectFacts, issues: IssueCollector): void {
  if (!facts.claudeModels || !claudeModels.includes(data.model as string)) return;
  const { effect, consequence, advice, evidence } = facts.claudeModels;
  const text = { problem: problems.unknownModel(String(data.model)), consequence, advice };
  issues.add('value.model', effect, places.value(['model']), text, { field: 'model', evidence });
}

function reportPrompt(
  { document, body }: Loaded,
  { noPrompt }: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  if (!noPrompt || document.slice(body).trim() !== '') return;
  const { effect, consequence, advice, evidence } = noPrompt;
  const { open, close } = document.frontMatter;
  const text = { problem: 'Prompt is empty', consequence, advice };
  issues.add('body.empty', effect, close ?? open, text, { evidence });
}

function nameOf(
  data: Readonly<Record<string, unknown>>,
  path: string,
  { namedBy }: DocumentedDialectFacts,
): string | null {
  const written = namedBy === 'file' ? null : textOf(data.name);
  if (written !== null || namedBy === 'name') return written;
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
