import type { AgentDocument } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { IssueCollector, inTextOrder } from '../../../loading/issue.ts';
import { readObject } from '../../../loading/jsonObject.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { shellCommandsOf } from '../hookScripts.ts';
import { findStrayHooks, isEvent, takeHooks } from './hooks.ts';
import { collectorFor } from './issueCollector.ts';
import { reportDuplicates } from './manifest.ts';
import { checkedFile, type Loss, report } from './pluginParts.ts';
import { emulated } from './release.ts';
import { reportSecrets } from './secrets.ts';
import { reportPermissionRules } from './settingsRules.ts';
import { settingsShapes, tolerantShapes } from './settingsShapes.ts';

const refusal: Loss = {
  effect: 'rejected',
  consequence: 'Claude Code ignores the whole file, with all its hooks and permission rules',
};

/** The keys that are checked. There are many more. */
const checkedKeys = [...Object.keys(settingsShapes), ...Object.keys(tolerantShapes), 'hooks'];

const envSecrets = {
  key: 'env',
  field: 'env',
  advice: 'Move it to `.claude/settings.local.json`, or set the variable outside of the project',
};

/** The values of these may be secrets. */
const masked: ReadonlySet<string> = new Set(['env', 'apiKeyHelper']);

/**
 * The settings of Claude Code, `.claude/settings.json` and `.claude/settings.local.json`, as a session reads them (recorded
 * with 2.1.332 on 2026-11-29): strict JSON of an object. One value of a wrong type, or an invalid hook that may be what
 * guards something, and the whole file has no effect. Other invalid hooks and permission rules are dropped alone.
 */
export const claudeCodeSettings: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document, path }) {
    const issues = new IssueCollector();
    // An empty file says nothing that could be lost.
    if (document.text.replace(/^\uFEFF/, '').trim() === '') return { ...nothingLoaded, loads: true };
    const values = readObject(document, 'The file', refusal, issues);
    if (!values) return { ...nothingLoaded, issues: issues.issues };
    const file = checkedFile(document, values, issues);
    for (const [key, shape] of Object.entries(settingsShapes))
      if (Object.hasOwn(values, key)) report(file, values[key], [key], shape, refusal);
    for (const [key, shape] of Object.entries(tolerantShapes))
      if (Object.hasOwn(values, key))
        report(file, values[key], [key], shape, {
          effect: 'ignored',
          consequence: 'Claude Code ignores what is wrong here',
        });
    reportHooks(document, issues);
    reportPermissionRules(document, path, issues);
    reportMisspelledKeys(document, issues);
    reportDuplicates(document, issues);
    const env = document.entry('env');
    // The local settings are not shared.
    if (env && !path.endsWith('settings.local.json')) reportSecrets(env, envSecrets, issues);
    return resultOf(values, issues);
  },
};

function resultOf(values: Readonly<Record<string, unknown>>, issues: IssueCollector): LoadResult {
  const all = inTextOrder(issues.issues);
  if (all.some(({ effect }) => effect === 'rejected')) return { ...nothingLoaded, issues: all };
  const known = checkedKeys.filter(key => Object.hasOwn(values, key) && !masked.has(key));
  return {
    ...nothingLoaded,
    loads: true,
    model: typeof values.model === 'string' ? values.model : null,
    fields: Object.fromEntries(known.map(key => [key, values[key]])),
    issues: all,
  };
}

function reportHooks(document: AgentDocument, issues: IssueCollector): void {
  const collector = collectorFor(document, document.frontMatter.content);
  const fields = document.yaml.entries.map(entry => ({ ...entry, repaired: false }));
  const hooks = fields.findLast(({ key }) => key === 'hooks');
  if (hooks)
    takeHooks(hooks, collector, {
      ...refusal,
      unguarded: { effect: 'ignored', consequence: 'Claude Code ignores the key' },
      refusesEmpty: true,
    });
  const stray = findStrayHooks(new Map(fields.map(field => [field.key, field])), collector, refusal, [
    'hooks',
  ]);
  issues.addAll(collector.issues);
  for (const { key, keyRange, value } of fields)
    if (key !== stray && isEvent(key) && Array.isArray(value) && value.length > 0)
      issues.add(
        'hooks.invalid',
        'ignored',
        keyRange,
        {
          problem: `Hooks are below \`${key}\`, outside \`hooks\``,
          consequence: 'Claude Code never runs them',
          advice: 'Indent them below `hooks:`',
        },
        { field: key },
      );
  for (const { value, range } of hooks ? shellCommandsOf(hooks) : [])
    if (/\$\{?CLAUDE_PLUGIN_ROOT\b/.test(String(value)))
      issues.add(
        'hooks.invalid',
        'fails',
        range,
        {
          problem: 'Command of a hook refers to the folder of a plugin',
          consequence: 'Claude Code fails to run this hook, which no plugin brings',
          advice: 'Use `$CLAUDE_PROJECT_DIR`',
        },
        { field: 'hooks', subject: String(value) },
      );
}

/** Reports keys that are all but one of those that are known here; others may be known to Claude Code. */
function reportMisspelledKeys({ yaml }: AgentDocument, issues: IssueCollector): void {
  for (const { key, keyRange } of yaml.entries) {
    const suggestion = checkedKeys.includes(key) ? undefined : nearestWord(key, misspelled);
    if (suggestion === undefined) continue;
    issues.add(
      'key.unknown',
      'ignored',
      keyRange,
      {
        problem: problems.unknownKey(key),
        consequence: 'Claude Code ignores it',
        advice: `Did you mean \`${suggestion}\`?`,
      },
      { field: key, data: { suggestion } },
    );
  }
}

/** The keys to which no other key of settings is similar. */
const misspelled = ['permissions', 'hooks', 'enabledPlugins', 'outputStyle', 'skillOverrides', 'statusLine'];
