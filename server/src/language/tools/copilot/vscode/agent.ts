import type { AgentDocument } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { listItems } from '../../../loading/listItems.ts';
import { inTextOrder, type Loader, type LoadNote } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { choice, isPlainMap, list, map, text, truth } from '../../../loading/shape.ts';
import { limitsElsewhere } from '../cli/fields.ts';
import { limitNote, modelNotes } from '../cli/notes.ts';
import { toolNotes } from '../cli/tools.ts';
import { copilotTargets, vscodeHookEvents, vscodeReasoningEfforts } from '../values.ts';
import { readVscodeFile, vscodeRelease, vscodeRunFields } from './vscode.ts';
import { word } from './word.ts';

const handoff = map({
  required: { label: text(), agent: text(), prompt: text() },
  optional: { send: truth, showContinueOn: truth, model: text() },
});

/** The keys of a custom agent that only VS Code reads, with what it takes there. */
export const vscodeOnlyFields = {
  target: choice(...copilotTargets.map(term => term.value)),
  'argument-hint': word,
  'reasoning-effort': choice(...vscodeReasoningEfforts.map(term => term.value)),
  agents: list(text(), 'a list of agent names'),
  handoffs: list(handoff, 'a list of handoffs'),
};

const fields = {
  ...vscodeRunFields,
  ...vscodeOnlyFields,
  'user-invocable': truth,
  'disable-model-invocation': truth,
  infer: truth,
  hooks: map({}),
  github: map({}),
};

/** A custom agent as VS Code reads it. It demands nothing of one, and of what it does not know it says so itself. */
export const vscodeAgent: Loader = {
  ...vscodeRelease,
  load(input) {
    const { document } = input;
    const result = readVscodeFile(input, '.agent.md', fields, []);
    const { tools } = result.fields;
    const key = document.entry('tools')?.keyRange ?? document.frontMatter.open;
    const notes = [
      ...result.notes.map(note => asLimit(document, note)),
      ...toolNotes(listItems(document, 'tools'), tools === null ? undefined : tools, key, vscodeRelease.tool),
      ...modelNotes(document),
      ...hookNotes(document, result.fields.hooks),
    ];
    return { ...result, notes: inTextOrder(notes) };
  },
};

/** What is said of a key that is unknown, and that limits an agent elsewhere. */
function asLimit(document: AgentDocument, note: LoadNote): LoadNote {
  const entry =
    note.code === 'key.unknown' && document.yaml.entries.find(each => each.keyRange === note.range);
  if (!entry || !limitsElsewhere.has(entry.key)) return note;
  return limitNote(document, entry, `${vscodeRelease.tool} ignores \`${entry.key}\``);
}

function hookNotes(document: AgentDocument, hooks: unknown): LoadNote[] {
  if (!isPlainMap(hooks)) return [];
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  return Object.keys(hooks)
    .filter(event => !vscodeHookEvents.includes(event))
    .map((event): LoadNote => {
      const suggestion = nearestWord(event, vscodeHookEvents);
      return {
        code: 'hooks.event',
        effect: 'lost',
        field: 'hooks',
        range: places.key(['hooks', event]),
        message: `VS Code knows no hook event \`${event}\`, so what hangs on it never runs.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
        ...(suggestion && { data: { suggestion } }),
      };
    });
}
