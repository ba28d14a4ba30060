import type { AgentDocument } from '../../../document/agentDocument.ts';
import { fenceNote } from '../../../loading/fenceNote.ts';
import type { LoadNote } from '../../../loading/loader.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { explainFault } from '../../../loading/yaml/explainFault.ts';

/** What VS Code makes of a header, with what it passes over without a word. */
export interface VscodeReading {
  readonly data: Readonly<Record<string, unknown>>;
  readonly notes: readonly LoadNote[];
}

/**
 * Reads a header as VS Code's own parser does. It is no YAML parser: tabs, `: ` inside of values, `@`, `*` and the
 * like are all taken as written, and of two equal keys the last counts. What it loses silently is noted: a text after
 * a closing quotation mark, the lines that an open one swallows, a key without a blank behind its colon.
 */
export function readLikeVscode(document: AgentDocument, keys: readonly string[]): VscodeReading {
  const { frontMatter, yaml } = document;
  const data = Object.fromEntries(yaml.entries.map(entry => [entry.key, entry.value]));
  return { data, notes: [...fenceNotes(document), ...lostNotes(document), ...keyNotes(document, keys)] };

  /** A header that VS Code does not take for one. A file without any is fine. */
  function fenceNotes({ text }: AgentDocument): LoadNote[] {
    const isAtTop =
      frontMatter.state === 'absent' || frontMatter.open.start === (text.startsWith('\uFEFF') ? 1 : 0);
    if (frontMatter.state === 'closed' && isAtTop) return [];
    const note = fenceNote(document, '');
    if (note.code === 'frontMatter.missing') return [];
    const outcome =
      note.code === 'frontMatter.unclosed'
        ? 'VS Code takes the whole file for the header, and the text below it is lost.'
        : 'VS Code takes the header for a part of the text, without a word.';
    return [{ ...note, effect: 'lost', message: `${note.message}${outcome}` }];
  }
}

function lostNotes(document: AgentDocument): LoadNote[] {
  const notes: LoadNote[] = [];
  const { yaml, frontMatter } = document;
  const [fault] = yaml.faults;
  if (fault) {
    const cause = explainFault(document, frontMatter.content, fault.range.start, fault.code);
    if (cause.slip === 'space' || cause.slip === 'quote')
      notes.push({
        code: 'yaml.invalid',
        effect: cause.slip === 'space' ? 'lost' : 'altered',
        range: cause.range,
        message: `${cause.message} ${cause.slip === 'space' ? 'VS Code leaves the line out without a word.' : 'VS Code reads less than is written, without a word.'}`,
        ...(cause.key && { field: cause.key, data: { key: cause.key } }),
      });
  }
  const last = new Map(yaml.entries.map(entry => [entry.key, entry]));
  for (const entry of yaml.entries) {
    if (last.get(entry.key) === entry) continue;
    notes.push({
      code: 'yaml.duplicateKey',
      effect: 'altered',
      range: entry.keyRange,
      message: `\`${entry.key}\` is given twice, and VS Code takes the last. Keep one of the two.`,
      field: entry.key,
      data: { winner: 'last' },
    });
  }
  return notes;
}

/** Keys that are not among those that VS Code supports in such a file. */
function keyNotes(document: AgentDocument, keys: readonly string[]): LoadNote[] {
  return document.yaml.entries
    .filter(({ key }) => !keys.includes(key))
    .map(({ key, keyRange }): LoadNote => {
      const suggestion = nearestKey(key, keys);
      return {
        code: 'key.unknown',
        effect: suggestion ? 'lost' : 'noted',
        range: keyRange,
        message: `VS Code ignores \`${key}\` here.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
        field: key,
        ...(suggestion && { data: { suggestion } }),
      };
    });
}
