import { inTextOrder } from '../../../loading/issue.ts';
import { type FileScope, type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import { ruleSubject } from './neighborSubjects.ts';
import { type OpenFile, openFile, silent } from './openFile.ts';
import { fileScope, noFiles } from './pathPatterns.ts';
import { ofPlugins, ofSkills, reportUnfilled } from './placeholders.ts';
import { emulated } from './release.ts';
import { takePaths } from './skillFields.ts';
import { reportUnknownKeys } from './unknownKeys.ts';

/** Claude Code's rules: `.claude/rules/**`. They load always, or with `paths` when a file that matches is read. */
export const claudeCodeRule: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document, path }) {
    if (!/(?:^|\/)\.claude\/rules\/.*\.md$/s.test(path)) return { ...nothingLoaded, scope: noFiles };
    const file = openFile(document, ruleSubject);
    const { fields, body, issues, cut } = file;
    reportUnknownKeys(without(fields, foreignKeys), ruleSubject.keys, {}, issues);
    reportForeignKeys(file);
    const field = fields.get('paths');
    const paths = field && takePaths(field, cut.has('paths') ? silent(issues) : issues);
    if (field && paths) reportNoCondition(field, paths, issues);
    reportUnfilled(document.text, body, [...ofSkills, ...ofPlugins], 'a rule', issues);
    return {
      ...nothingLoaded,
      loads: true,
      name: nameOf(path),
      fields: paths === undefined ? {} : { paths },
      scope: /\S/.test(document.slice(body)) ? scopeOf(field, paths, folderOf(path), issues) : noFiles,
      issues: inTextOrder(issues.issues),
      body,
    };
  },
};

/** Keys by which rules of other tools, or a slip of the pen, say to which files a rule applies. */
const conditionKeys: readonly string[] = [
  'globs',
  'glob',
  'path',
  'Paths',
  'Path',
  'applyTo',
  'fileMatchPattern',
];
/** Further keys of Cursor’s rules. */
const cursorKeys: readonly string[] = ['alwaysApply', 'description'];
const foreignKeys: readonly string[] = [...conditionKeys, ...cursorKeys];

function without<Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]): Map<string, Value> {
  return new Map([...map].filter(([key]) => !keys.includes(key)));
}

/** Something is lost only where such a key, and not `paths`, says when the rule applies. */
function reportForeignKeys({ fields, issues }: OpenFile): void {
  const always = 'Claude Code ignores this key and reads the rule in every session';
  const hasPaths = fields.has('paths');
  const condition = conditionKeys
    .map(key => fields.get(key))
    .find(field => field && field.value !== null && field.value !== '');
  if (condition && !hasPaths)
    issues.add(
      'key.unknown',
      'ignored',
      condition.keyRange,
      { problem: problems.unknownKey(condition.key), consequence: always, advice: 'Use `paths` instead' },
      { field: condition.key, data: { suggestion: 'paths' } },
    );
  const applied = fields.get('alwaysApply');
  const hasCondition = hasPaths || conditionKeys.some(key => fields.has(key));
  if (applied && !hasCondition && applied.value === false)
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

/** Reports patterns of which none sets a condition. */
function reportNoCondition(field: Field, paths: readonly string[], issues: IssueCollector): void {
  if (paths.length === 0 || !fileScope(paths, '').unconditional) return;
  issues.add(
    'key.ignored',
    'noted',
    issues.rangeWithin(field, paths[0]),
    {
      problem: `\`${paths[0]}\` matches every file`,
      consequence: 'Claude Code reads the rule in every session, as without `paths`',
    },
    { field: field.key },
  );
}

function scopeOf(
  field: Field | undefined,
  paths: readonly string[] | undefined,
  folder: string,
  issues: IssueCollector,
): FileScope {
  const scope = fileScope(paths, folder);
  if (!field || !paths || scope.unconditional) return scope;
  const reported = new Set(issues.issues.map(({ subject }) => subject));
  const patterns = paths
    .filter(pattern => !pattern.startsWith('!') && !reported.has(pattern))
    .map(text => ({
      text,
      range: issues.rangeWithin(field, text),
      matches: fileScope([text], folder).matches,
    }));
  return { ...scope, patterns };
}

/** The folder with the `.claude` in which a rule lies. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.claude/rules/') - 1));
}

/** The path below `rules`, without `.md`. */
function nameOf(path: string): string {
  const parts = path.split('/').filter(part => part !== '');
  return parts
    .slice(parts.lastIndexOf('rules') + 1)
    .join('/')
    .replace(/\.md$/i, '');
}
