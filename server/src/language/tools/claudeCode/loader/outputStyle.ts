import { inTextOrder, type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { styleKeys, styleSubject } from './neighbourSubjects.ts';
import { openFile, silent } from './openFile.ts';
import { noteUnfilled, ofSkills } from './placeholders.ts';
import { emulated } from './release.ts';
import { takeBoolean, takeScalar } from './skillFields.ts';
import { noteUnknownKeys } from './unknownKeys.ts';

/** Claude Code's output styles: `.claude/output-styles/*.md` and `output-styles/` of a plugin. They always load. */
export const claudeCodeOutputStyle: Loader = {
  ...emulated,
  evidence: 'documented',
  load({ document, path }) {
    const { fields, body, notes, cut } = openFile(document, styleSubject);
    noteUnknownKeys(fields, styleKeys, {}, notes);
    const textOf = (key: string) => {
      const field = fields.get(key);
      return field && takeScalar(field);
    };
    const truthOf = (key: string) => {
      const field = fields.get(key);
      return field && takeBoolean(field, cut.has(key) ? silent(notes) : notes);
    };
    const name = textOf('name');
    const description = textOf('description');
    const keeps = truthOf('keep-coding-instructions');
    const isForced = truthOf('force-for-plugin');
    const isLocal = /(?:^|\/)\.claude\/output-styles\//.test(path);
    const forced = fields.get('force-for-plugin');
    if (forced && isLocal)
      notes.add(
        'key.ignored',
        'lost',
        forced.keyRange,
        '`force-for-plugin` has an effect only in a plugin’s output style.',
        { field: forced.key },
      );
    noteUnfilled(document.text, body, ofSkills, 'an output style', notes);
    return {
      ...nothingLoaded,
      loads: true,
      name: name ?? stemOf(path),
      description: description ?? null,
      fields: {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(keeps !== undefined && { 'keep-coding-instructions': keeps }),
        ...(isForced !== undefined && !isLocal && { 'force-for-plugin': isForced }),
      },
      notes: inTextOrder(notes.notes),
      body,
    };
  },
};

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
