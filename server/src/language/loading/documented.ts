import type { AgentDocument } from '../document/agentDocument.ts';
import type { Consequence, DocumentedDialectFacts, Loaded, Reading } from './documented/format.ts';
import { keyNotes } from './documented/keyNotes.ts';
import { readFrontMatter } from './documented/readFrontMatter.ts';
import { namesIn, toolNotes } from './documented/toolNotes.ts';
import { issueNote } from './issueNotes.ts';
import { inTextOrder, type Loader, type LoadNote, type LoadResult, nothingLoaded } from './loader.ts';
import { placesOf } from './places.ts';
import type { Issue } from './shape.ts';
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
  const { data, body, faulty } = reading;
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const loaded: Loaded = { document, path, data, places, body };
  const isRead = facts.frontMatter === 'optional' || document.frontMatter.state === 'closed';
  const notes = inTextOrder([
    ...reading.notes,
    ...(isRead ? fieldNotes(loaded, reading, facts) : []),
    ...keyNotes(document.yaml.entries, facts),
    ...(facts.toolLists ?? []).flatMap(list => toolNotes(document, data[list.key], list, facts)),
    ...modelNotes(loaded, facts),
    ...promptNotes(loaded, facts),
    ...(facts.conditions?.(loaded) ?? []).filter(({ field = '' }) => !faulty.has(field)),
  ]);
  if (notes.some(({ effect }) => effect === 'refused' || effect === 'app'))
    return { ...nothingLoaded, notes };
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
    notes,
    body,
  };
}

/** The faults that the dialect's own fields find in the front matter. */
function fieldNotes(
  { document, data, places }: Loaded,
  { faulty }: Reading,
  facts: DocumentedDialectFacts,
): LoadNote[] {
  return facts
    .shape()(data, [])
    .filter(({ path }) => !faulty.has(String(path[0])))
    .map(issue => {
      const { effect, outcome, evidence } = consequenceOf(issue, facts);
      const note = issueNote(issue, { document, data, places, effect, outcome });
      return evidence ? { ...note, evidence } : note;
    });
}

function consequenceOf(
  issue: Issue,
  { faults = {}, fields, tool, source }: DocumentedDialectFacts,
): Consequence {
  const field = String(issue.path[0] ?? '');
  const declared = Object.hasOwn(faults, field) ? faults[field] : undefined;
  const known = declared && ('effect' in declared ? declared : declared[issue.problem]);
  if (known) return known as Consequence;
  const { evidence } = fields().field([field])?.source ?? source;
  return evidence === 'secondHand'
    ? { effect: 'noted', outcome: unknownOutcome(issue, `So it is reported of ${tool}`), evidence }
    : { effect: 'noted', outcome: unknownOutcome(issue, `So ${tool} documents it`) };
}

function unknownOutcome({ problem }: Issue, source: string): string {
  return `${source}; what it does ${problem === 'missing' ? 'without' : 'otherwise'} is not known.`;
}

function modelNotes({ data, places }: Loaded, facts: DocumentedDialectFacts): LoadNote[] {
  if (!facts.claudeModels || !claudeModels.includes(data.model as string)) return [];
  const { effect, outcome, evidence } = facts.claudeModels;
  return [
    {
      code: 'value.model',
      effect,
      range: places.value(['model']),
      field: 'model',
      message: `\`${data.model}\` is a short name of Claude Code’s. ${outcome}`,
      ...(evidence && { evidence }),
    },
  ];
}

function promptNotes({ document, body }: Loaded, { noPrompt }: DocumentedDialectFacts): LoadNote[] {
  if (!noPrompt || document.slice(body).trim() !== '') return [];
  const { effect, outcome, evidence } = noPrompt;
  const { open, close } = document.frontMatter;
  return [
    {
      code: 'body.empty',
      effect,
      range: close ?? open,
      message: `There is no prompt below the front matter. ${outcome}`,
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
