import { readStrictly } from '../../../document/strictYaml.ts';
import { fenceNote } from '../../../loading/fenceNote.ts';
import { issueNote } from '../../../loading/issueNotes.ts';
import { inTextOrder, type Loader, type LoadNote } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isPlainMap, map, text, textThat } from '../../../loading/shape.ts';
import { faultNote } from '../../../loading/yaml/faultNotes.ts';
import { splitLikeContinue } from './frontMatter.ts';
import { continueKeyNotes } from './keys.ts';
import { continueTools } from './tools.ts';

const outcome = 'Continue does not load the file.';

const markNote: LoadNote = {
  code: 'frontMatter.late',
  effect: 'refused',
  range: { start: 0, end: 1 },
  message: `The file begins with a byte order mark, behind which Continue does not find the front matter. Save it as UTF-8 without one. ${outcome}`,
};

const shape = map({
  required: { name: textThat(name => name !== '', 'text') },
  optional: {
    description: text(),
    model: text(),
    tools: text(undefined, 'text, with commas between the names'),
    rules: text(undefined, 'text, with commas between the rules'),
  },
});

/**
 * Agents of Continue, as its parser `config-yaml` reads them. Its steps: the text between the first two lines `---`,
 * the YAML, a name, the types of the known keys, and last the tool list.
 */
export const continueAgent: Loader = {
  tool: 'Continue',
  version: 'config-yaml 1.42.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document }) {
    const split = splitLikeContinue(document.text);
    if (!split)
      return refused([document.text.startsWith('\uFEFF---') ? markNote : fenceNote(document, outcome)]);
    const reading = readStrictly(split.yaml);
    if ('reason' in reading) {
      const fault = { ...reading, offset: split.toDocument(reading.offset) };
      return refused([faultNote(document, split.content, fault, outcome)]);
    }
    const data = isPlainMap(reading.value) ? reading.value : {};
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const issues = shape(data, []);
    const notes: LoadNote[] = [
      ...issues.map(issue =>
        issueNote(issue, {
          document,
          data,
          places,
          effect: 'refused',
          outcome,
          code: ({ path, problem }) =>
            path[0] === 'name' && problem !== 'type' ? 'name.missing' : undefined,
        }),
      ),
      ...continueKeyNotes(document, data),
    ];
    if (issues.length > 0) return refused(notes);
    const tools = continueTools(document, data.tools);
    return {
      loads: true,
      name: String(data.name),
      description: data.description === undefined ? null : String(data.description),
      model: data.model === undefined ? null : String(data.model),
      tools: tools.granted,
      disallowedTools: null,
      permissionMode: null,
      fields: Object.fromEntries(
        ['name', 'description', 'model', 'tools', 'rules']
          .filter(key => data[key] !== undefined)
          .map(key => [key, data[key]]),
      ),
      notes: inTextOrder([...notes, ...tools.notes]),
      body: split.body,
    };
  },
};
