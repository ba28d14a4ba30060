import { earlyFenceNotes } from '../../../loading/earlyFence.ts';
import { fenceNote } from '../../../loading/fenceNote.ts';
import { issueNote } from '../../../loading/issueNotes.ts';
import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { listItems } from '../../../loading/listItems.ts';
import { inTextOrder, type Loader, type LoadNote } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { refused } from '../../../loading/refused.ts';
import { isPlainMap } from '../../../loading/shape.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { faultNote, noMapNote } from '../../../loading/yaml/faultNotes.ts';
import { kimiIssues, nameOf, namesIn } from './fields.ts';
import { splitLikeKimi } from './frontMatter.ts';
import { kimiKeyNotes } from './keys.ts';
import { emptyListNote, kimiGranted, kimiToolNotes } from './tools.ts';

const outcome = 'Kimi Code skips the file with a warning.';

/**
 * Agents of Kimi Code. Its steps: the fences, the YAML (js-yaml, after trimming), the types of the known keys, the
 * prompt, and last the names in the tool lists, of which it only warns.
 */
export const kimiAgent: Loader = {
  tool: 'Kimi Code',
  version: '2.1.0',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const split = splitLikeKimi(document.text);
    if (split.state !== 'split') return refused([fenceNote(document, outcome)]);
    const early = earlyFenceNotes(document, split.close, 'Kimi Code', [
      'tools',
      'disallowedTools',
      'subagents',
    ]);
    const unified = unifyLineEnds(document.text, split.yaml);
    const leading = unified.yaml.length - unified.yaml.trimStart().length;
    const reading = readWithJsYaml(unified.yaml.trim());
    if ('reason' in reading) {
      const fault = { ...reading, offset: unified.toDocument(leading + reading.offset) };
      return refused([...early, faultNote(document, split.yaml, fault, outcome)]);
    }
    const data = reading.value ?? {};
    if (!isPlainMap(data)) return refused([...early, noMapNote(document, split.yaml, outcome)]);
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const issues = kimiIssues(data, stem);
    const notes: LoadNote[] = [
      ...early,
      ...issues.map(issue => issueNote(issue, { document, data, places, effect: 'refused', outcome })),
    ];
    const body = document.slice(split.body).trim();
    if (body === '')
      notes.push({
        code: 'body.empty',
        effect: 'refused',
        range: split.close,
        message: `The prompt is missing: Kimi Code wants text below the front matter. ${outcome}`,
      });
    notes.push(...kimiKeyNotes(document, data));
    if (issues.length > 0 || body === '') return refused(notes);
    const tools = namesIn(data.tools);
    const disallowed = namesIn(data.disallowedTools);
    if (tools?.length === 0) notes.push(emptyListNote(places.key(['tools'])));
    notes.push(
      ...kimiToolNotes(listItems(document, 'tools'), 'tools'),
      ...kimiToolNotes(listItems(document, 'disallowedTools'), 'disallowedTools'),
    );
    if ('whenToUse' in data && typeof data.whenToUse !== 'string' && data.whenToUse !== null)
      notes.push({
        code: 'value.type',
        effect: 'lost',
        range: places.value(['whenToUse']),
        message: '`whenToUse` must be text; anything else is ignored.',
        field: 'whenToUse',
        data: { expected: 'text' },
      });
    return {
      loads: true,
      name: nameOf(data) ?? stem,
      description: String(data.description).trim(),
      model: null,
      tools: kimiGranted(tools, disallowed),
      disallowedTools: disallowed ?? null,
      permissionMode: null,
      fields: {
        name: nameOf(data) ?? stem,
        description: String(data.description).trim(),
        override: data.override === true,
        ...(typeof data.whenToUse === 'string' &&
          data.whenToUse.trim() !== '' && { whenToUse: data.whenToUse.trim() }),
        ...(tools && { tools }),
        ...(disallowed && { disallowedTools: disallowed }),
        ...(namesIn(data.subagents) && { subagents: namesIn(data.subagents) }),
      },
      notes: inTextOrder(notes),
      body: split.body,
    };
  },
};
