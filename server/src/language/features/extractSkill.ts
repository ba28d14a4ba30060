import { CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import { type OffsetRange, trimRange } from '../document/offsets.ts';
import { slugOf } from '../newFile/writeFile.ts';
import { insertEntry } from '../rules/edits/entries.ts';
import { applyChanges } from '../rules/edits/outcome.ts';
import type { TextChange } from '../rules/rule.ts';
import { type Snapshot, withText } from '../snapshot.ts';
import type { CreateAction } from './createActions.ts';
import type { RuleSettings } from './diagnostics.ts';
import { creationOf, fileBeside } from './fileBeside.ts';
import { titleOf } from './title.ts';

/** The kind of the action that moves a part of a prompt into a skill. */
export const extractSkillKind = `${CodeActionKind.RefactorExtract}.skill`;

/** A shorter selection, in UTF-16 code units, is hardly a skill. */
const shortest = 20;
/** So many names are tried. */
const mostTries = 5;

/**
 * Moves the selected part of a prompt into a skill of the same tool. An agent that can be given skills is given this one, so
 * that it still has the text from its start.
 */
export function extractSkillAt(
  snapshot: Snapshot,
  selection: OffsetRange,
  rules: RuleSettings = {},
): CreateAction | undefined {
  const { document, dialect } = snapshot;
  const range = trimRange(document.text, selection);
  const { body } = document.frontMatter;
  const isInPrompt = range.start >= body.start && range.end <= body.end;
  if (!isInPrompt || range.end - range.start < shortest || dialect.defines === 'skill') return undefined;
  const text = document.slice(range);
  const title = headingOf(text);
  const base = slugOf(title.split(/\s+/).slice(0, 5).join(' ')).toLowerCase();
  for (let number = 1; number <= mostTries; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    const file = fileBeside(
      snapshot,
      'skill',
      { name, purpose: `${title}. Say when to use it.`, body: `${text}\n` },
      rules,
    );
    if (!file) continue;
    const changes = withPreload(snapshot, name, [{ range, newText: `Use the skill \`${name}\`.` }]);
    const edits: TextEdit[] = changes.map(({ range: at, newText }) => ({
      range: document.toRange(at),
      newText,
    }));
    const action = {
      title: 'Extract to Skill',
      kind: extractSkillKind,
      edit: {
        documentChanges: [
          ...creationOf(file),
          { textDocument: { uri: document.uri, version: document.version }, edits },
        ],
      },
    };
    return { action, created: file.uri };
  }
  return undefined;

  /** The first heading, or else the first words. */
  function headingOf(part: string): string {
    const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(part)?.[1];
    const words = (heading ?? part).replace(/[^\p{L}\p{N}\s-]+/gu, ' ').trim();
    return words.split(/\s+/).slice(0, 8).join(' ') || titleOf(snapshot);
  }
}

/** Adds the skill to those of an agent, where its tool reads such a list and the agent has none. */
function withPreload(
  snapshot: Snapshot,
  name: string,
  changes: readonly TextChange[],
): readonly TextChange[] {
  const { document, dialect, load } = snapshot;
  const preloads = dialect.references?.places.some(
    ({ path, to }) => to === 'skill' && path.length === 1 && path[0] === 'skills',
  );
  const isClosed = document.frontMatter.state === 'closed';
  if (!preloads || dialect.defines !== 'agent' || !isClosed || document.entry('skills')) return changes;
  const last = document.yaml.entries.at(-1)?.key;
  const both = [insertEntry(document, 'skills', `[${name}]`, last), ...changes];
  const after = withText(snapshot, applyChanges(document.text, both)).load;
  return after.loads === load.loads && after.issues.length <= load.issues.length ? both : changes;
}
