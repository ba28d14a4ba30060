import type { AgentDocument } from '../document/agentDocument.ts';
import type { Consequence, DocumentedDialectFacts, Loaded, Reading } from './documented/format.ts';
import { keyIssues } from './documented/keyIssues.ts';
import { readFrontMatter } from './documented/readFrontMatter.ts';
import { namesIn, toolIssues } from './documented/toolIssues.ts';
import { type Issue, inTextOrder } from './issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from './loader.ts';
import { mismatchIssue } from './mismatchIssues.ts';
import { placesOf } from './places.ts';
import type { Mismatch } from './shape.ts';
import { unreadFile } from './unread.ts';

const documentation = /^(?:readme|changelog|license|contributing)\.md$/i;
const claudeModels = ['haiku', 'sonnet', 'opus', 'fable'];

/**
 * The reading of a tool that is known by its documentation only. The front matter is held to the dialect's own fields.
 * What the tool does with a departure is said where the dialect has a source for it; elsewhere the note says no more
 * than what the documentation asks for. A result that does not load rests on a source each time.
 */
export function documentedLoader(facts: DocumentedDialectFacts): Loader {
  return {
    tool: facts.tool,
    version: facts.version,
    recorded: facts.source.verified,
    evidence: 'documented',
    load({ document, path }) {
      const fileName = path.slice(path.lastIndexOf('/') + 1);
      const isText = document.frontMatter.state === 'absent';
      if (facts.leavesOut?.(fileName) || (isText && facts.what === 'agent' && documentation.test(fileName)))
        return { ...nothingLoaded, ignored: true };
      const unread = facts.place && unreadFile(document, path, { tool: facts.tool, ...facts.place });
      return unread ?? loadResult(document, path, facts);
    },
  };
}

function loadResult(document: AgentDocument, path: string, facts: DocumentedDialectFacts): LoadResult {
  const reading = facts.read?.(document) ?? readFrontMatter(document, facts);
  const { data, body, invalid } = reading;
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const loaded: Loaded = { document, path, data, places, body };
  const isRead = facts.frontMatter === 'optional' || document.frontMatter.state === 'closed';
  const issues = inTextOrder([
    ...reading.issues,
    ...(isRead ? fieldIssues(loaded, reading, facts) : []),
    ...keyIssues(document.yaml.entries, facts),
    ...(facts.toolLists ?? []).flatMap(list => toolIssues(document, data[list.key], list, facts)),
    ...modelIssues(loaded, facts),
    ...promptIssues(loaded, facts),
    ...(facts.conditions?.(loaded) ?? []).filter(({ field = '' }) => !invalid.has(field)),
  ]);
  if (issues.some(({ effect }) => effect === 'rejected' || effect === 'crashes'))
    return { ...nothingLoaded, issues };
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
    issues,
    body,
  };
}

/** The faults that the dialect's own fields find in the front matter. */
function fieldIssues(
  { document, data, places }: Loaded,
  { invalid }: Reading,
  facts: DocumentedDialectFacts,
): Issue[] {
  return facts
    .shape()(data, [])
    .filter(({ path }) => !invalid.has(String(path[0])))
    .map(mismatch => {
      const { effect, consequence: outcome, evidence } = consequenceOf(mismatch, facts);
      const issue = mismatchIssue(mismatch, { document, data, places, effect, consequence: outcome });
      return evidence ? { ...issue, evidence } : issue;
    });
}

function consequenceOf(
  mismatch: Mismatch,
  { errors = {}, fields, tool, source }: DocumentedDialectFacts,
): Consequence {
  const field = String(mismatch.path[0] ?? '');
  const declared = Object.hasOwn(errors, field) ? errors[field] : undefined;
  const known = declared && ('effect' in declared ? declared : declared[mismatch.problem]);
  if (known) return known as Consequence;
  const { evidence } = fields().field([field])?.source ?? source;
  return evidence === 'secondHand'
    ? { effect: 'noted', consequence: unknownOutcome(mismatch, `So it is reported of ${tool}`), evidence }
    : { effect: 'noted', consequence: unknownOutcome(mismatch, `So ${tool} documents it`) };
}

function unknownOutcome({ problem }: Mismatch, source: string): string {
  return `${source}; what it does ${problem === 'missing' ? 'without' : 'otherwise'} is not known.`;
}

function modelIssues({ data, places }: Loaded, facts: DocumentedDialectFacts): Issue[] {
  if (!facts.claudeModels || !claudeModels.includes(data.model as string)) return [];
  const { effect, consequence: outcome, evidence } = facts.claudeModels;
  return [
    {
      code: 'value.model',
      effect,
      range: places.value(['model']),
      field: 'model',
      problem: `\`${data.model}\` is a short name of Claude Code’s. ${outcome}`,
      ...(evidence && { evidence }),
    },
  ];
}

function promptIssues({ document, body }: Loaded, { noPrompt }: DocumentedDialectFacts): Issue[] {
  if (!noPrompt || document.slice(body).trim() !== '') return [];
  const { effect, consequence: outcome, evidence } = noPrompt;
  const { open, close } = document.frontMatter;
  return [
    {
      code: 'body.empty',
      effect,
      range: close ?? open,
      problem: `There is no prompt below the front matter. ${outcome}`,
      ...(evidence && { evidence }),
    },
  ];
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
