import { inTextOrder } from '../../../loading/issue.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { ruleSubject } from './neighborSubjects.ts';
import { type OpenFile, openFile, silent } from './openFile.ts';
import { ofPlugins, ofSkills, reportUnfilled } from './placeholders.ts';
import { emulated } from './release.ts';
import { takePaths } from './skillFields.ts';
import { reportUnknownKeys } from './unknownKeys.ts';

/** Claude Code's rules: `.claude/rules/**`. They load always, or with `paths` when a file that matches is read. */
export const claudeCodeRule: Loader = {
  ...emulated,
  evidence: 'documented',
  load({ document, path }) {
    const file = openFile(document, ruleSubject);
    const { fields, body, issues, cut } = file;
    reportUnknownKeys(without(fields, cursorKeys), ruleSubject.keys, {}, issues);
    reportCursorKeys(file);
    const field = fields.get('paths');
    const paths = field && takePaths(field, cut.has('paths') ? silent(issues) : issues);
    reportUnfilled(document.text, body, [...ofSkills, ...ofPlugins], 'a rule', issues);
    return {
      ...nothingLoaded,
      loads: true,
      name: nameOf(path),
      fields: paths === undefined ? {} : { paths },
      issues: inTextOrder(issues.issues),
      body,
    };
  },
};

/** The keys of Cursor's rules. */
const cursorKeys: readonly string[] = ['globs', 'alwaysApply', 'description'];

function without<Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]): Map<string, Value> {
  return new Map([...map].filter(([key]) => !keys.includes(key)));
}

/** Something is lost only where such a key, and not `paths`, says when the rule applies. */
function reportCursorKeys({ fields, issues }: OpenFile): void {
  const always = 'Claude Code ignores this key of Cursor’s rules and reads the rule in every session';
  const hasPaths = fields.has('paths');
  const globs = fields.get('globs');
  if (globs && !hasPaths && globs.value !== null && globs.value !== '')
    issues.add(
      'key.unknown',
      'ignored',
      globs.keyRange,
      { problem: problems.unknownKey('globs'), consequence: always, advice: 'Use `paths` instead' },
      { field: 'globs', data: { suggestion: 'paths' } },
    );
  const applied = fields.get('alwaysApply');
  if (applied && !hasPaths && !globs && applied.value === false)
    issues.add(
      'key.unknown',
      'noted',
      applied.keyRange,
      {
        problem: problems.unknownKey('alwaysApply'),
        consequence: always,
        advice: 'To limit the rule to some files, add `paths`',
      },
      { field: 'alwaysApply' },
    );
  const description = fields.get('description');
  if (description)
    issues.add(
      'key.unknown',
      'noted',
      description.keyRange,
      {
        problem: problems.unknownKey('description'),
        consequence: 'Claude Code ignores it in a rule: the model sees only the text below the front matter',
      },
      { field: 'description' },
    );
}

/** The path below `rules`, without `.md`. */
function nameOf(path: string): string {
  const parts = path.split('/').filter(part => part !== '');
  return parts
    .slice(parts.lastIndexOf('rules') + 1)
    .join('/')
    .replace(/\.md$/i, '');
}
