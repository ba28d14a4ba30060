import { inTextOrder } from '../../../loading/issue.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { styleKeys, styleSubject } from './neighborSubjects.ts';
import { openFile, silent } from './openFile.ts';
import { ofSkills, reportUnfilled } from './placeholders.ts';
import { emulated } from './release.ts';
import { stringOf, takeBoolean, takeScalar } from './skillFields.ts';
import { reportUnknownKeys } from './unknownKeys.ts';

/** Claude Code's output styles: `.claude/output-styles/*.md` and `output-styles/` of a plugin. They always load. */
export const claudeCodeOutputStyle: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document, path }) {
    const { fields, body, issues, cut } = openFile(document, styleSubject);
    reportUnknownKeys(fields, styleKeys, {}, issues);
    const textOf = (key: string) => {
      const field = fields.get(key);
      return field && takeScalar(field);
    };
    const booleanOf = (key: string) => {
      const field = fields.get(key);
      return field && takeBoolean(field, cut.has(key) ? silent(issues) : issues);
    };
    const name = stringOf(fields.get('name'));
    const description = textOf('description');
    const keeps = booleanOf('keep-coding-instructions');
    const isForced = booleanOf('force-for-plugin');
    const isLocal = /(?:^|\/)\.claude\/output-styles\//.test(path);
    const forced = fields.get('force-for-plugin');
    if (forced && isLocal)
      issues.add(
        'key.ignored',
        'ignored',
        forced.keyRange,
        {
          problem: problems.ignoredKey('force-for-plugin'),
          consequence: 'Claude Code reads it only in an output style of a plugin',
        },
        { field: forced.key },
      );
    reportUnfilled(document.text, body, ofSkills, 'an output style', issues);
    return {
      ...nothingLoaded,
      loads: true,
      name: name ?? stemOf(path),
      description: description ?? null,
      keepsCodingInstructions: keeps === true,
      fields: {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(keeps !== undefined && { 'keep-coding-instructions': keeps }),
        ...(isForced !== undefined && !isLocal && { 'force-for-plugin': isForced }),
      },
      issues: inTextOrder(issues.issues),
      body,
    };
  },
};

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
