import type { AgentDocument } from '../../../document/agentDocument.ts';
import { fenceNote } from '../../../loading/fenceNote.ts';
import { issueNote } from '../../../loading/issueNotes.ts';
import { listItems } from '../../../loading/listItems.ts';
import { inTextOrder, type Loader, type LoadNote, type LoadResult } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { faultNote, noMapNote } from '../../../loading/yaml/faultNotes.ts';
import { readWithSerdeYaml } from '../../../loading/yaml/serdeYaml.ts';
import { asFields, fieldIssues, invocation } from './fields.ts';
import { splitLikeCopilot } from './frontMatter.ts';
import { bodyNotes, keyNotes, modelNotes } from './notes.ts';
import { placeOf } from './place.ts';
import { grantedTools, listedTools, toolNotes } from './tools.ts';

const outcome = 'Copilot CLI does not load the file, and shows an error at its start.';

/**
 * Custom agents of GitHub Copilot CLI. Its steps: the folder and the file's name, the fences, the YAML, the types of
 * the known keys, unknown keys, and last the names in `tools` when the agent is run.
 */
export const copilotCliAgent: Loader = {
  tool: 'Copilot CLI',
  version: '1.0.102',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const place = placeOf(path);
    const split = splitLikeCopilot(document.text);
    if (!split) return refused([withoutFrontMatter(document, path)]);
    const unified = unifyLineEnds(document.text, split.yaml);
    const reading = readWithSerdeYaml(unified.yaml);
    if ('reason' in reading) {
      const fault = { ...reading, offset: unified.toDocument(reading.offset) };
      return refused([faultNote(document, split.yaml, fault, outcome)]);
    }
    const data = asFields(reading.value);
    if (!data) return refused([noMapNote(document, split.yaml, outcome)]);
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const issues = fieldIssues(data);
    const notes: LoadNote[] = [
      ...issues.map(issue =>
        issueNote(issue, {
          document,
          data,
          places,
          effect: 'refused',
          outcome,
          code: ({ path: [key] }) => codeOfField(key, issue.problem),
        }),
      ),
      ...keyNotes(document, data),
    ];
    if (issues.length > 0) return refused(notes);
    if (place.kind === 'unread')
      return refused([
        {
          code: 'file.notRead',
          effect: 'refused',
          range: document.frontMatter.open,
          message: place.reason ?? outcome,
        },
        ...notes,
      ]);
    const toolsKey = document.entry('tools')?.keyRange ?? document.frontMatter.open;
    notes.push(
      ...toolNotes(listItems(document, 'tools'), data.tools, toolsKey),
      ...modelNotes(document),
      ...bodyNotes(document, split.body, path),
    );
    return { ...loaded(data, place.id), notes: inTextOrder(notes), body: split.body };
  },
};

function codeOfField(
  key: string | number | undefined,
  problem: string,
): 'mcp.invalid' | 'hooks.invalid' | 'hooks.event' | undefined {
  if (key === 'mcp-servers') return 'mcp.invalid';
  if (key !== 'hooks') return undefined;
  return problem === 'unknownKey' ? 'hooks.event' : 'hooks.invalid';
}

/** The agent that a well-formed file makes. */
function loaded(data: Record<string, unknown>, id: string): LoadResult {
  const listed = listedTools(data.tools);
  const models =
    data.model === undefined
      ? []
      : Array.isArray(data.model)
        ? (data.model as string[])
        : [String(data.model)];
  const name = typeof data.name === 'string' && data.name !== '' ? data.name : id;
  const { userInvocable, disableModelInvocation } = invocation(data);
  const others = [
    'mcp-servers',
    'skills',
    'hooks',
    'github',
    'include-custom-instructions',
    'deferred-tool-loading',
  ];
  return {
    loads: true,
    name,
    description: String(data.description),
    model: models[0] ?? null,
    tools: grantedTools(listed),
    disallowedTools: null,
    permissionMode: null,
    fields: {
      id,
      name,
      description: data.description,
      tools: listed,
      ...(models.length > 0 && { model: models[0], models }),
      'user-invocable': userInvocable,
      'disable-model-invocation': disableModelInvocation,
      ...Object.fromEntries(others.filter(key => key in data).map(key => [key, data[key]])),
    },
    notes: [],
  };
}

/** A README in the folder is reported at each start and hurts nothing else. */
function withoutFrontMatter(document: AgentDocument, path: string): LoadNote {
  const note = fenceNote(document, outcome);
  if (note.code !== 'frontMatter.missing' || !/(?:^|\/)(?:readme|agents|claude)\.md$/i.test(path))
    return note;
  return {
    ...note,
    effect: 'noted',
    message:
      'Copilot CLI takes every `.md` file in this folder for an agent, and reports this one as malformed at each start. Keep it in another folder.',
  };
}
