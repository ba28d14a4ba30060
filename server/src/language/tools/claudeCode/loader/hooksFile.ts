import { IssueCollector, inTextOrder } from '../../../loading/issue.ts';
import { jsonCause } from '../../../loading/jsonCause.ts';
import { readObject } from '../../../loading/jsonObject.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { findStrayHooks, type HookLoss, takeHooks } from './hooks.ts';
import { collectorFor } from './issueCollector.ts';
import { reportDuplicates, reportManifestKeys } from './manifest.ts';
import type { Loss } from './pluginParts.ts';
import { emulated } from './release.ts';

const lost: Loss = { effect: 'rejected', consequence: 'Claude Code loads no hooks from this file' };

const refusal: HookLoss = {
  effect: 'crashes',
  consequence: 'Claude Code refuses the whole plugin, and loads no part of it',
  refusesEmpty: true,
};

const keys = ['hooks', 'description', 'modules'];

/**
 * The hooks of a Claude Code plugin, `hooks/hooks.json` (recorded with 2.1.332 on 2026-11-29). A file that is not JSON, or
 * has no hooks, loses only itself. A hook that may be what guards the plugin and is invalid makes Claude Code refuse
 * the whole plugin; any other invalid hook is dropped alone.
 */
export const claudeCodeHooksFile: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document }) {
    const issues = new IssueCollector();
    const { text } = document;
    if (text.startsWith('\uFEFF') && !jsonCause(document))
      issues.add(
        'json.invalid',
        lost.effect,
        { start: 0, end: 1 },
        {
          problem: 'Invalid JSON: byte order mark',
          consequence: lost.consequence,
          advice: 'Save the file without it',
        },
      );
    const values = readObject(document, 'The file', lost, issues);
    if (!values || issues.issues.length > 0) return { ...nothingLoaded, issues: issues.issues };
    const hooks = document.entry('hooks');
    const collector = collectorFor(document, document.frontMatter.content);
    const fields = document.yaml.entries.map(entry => ({ ...entry, repaired: false }));
    const byKey = new Map(fields.map(field => [field.key, field]));
    const stray = findStrayHooks(byKey, collector, refusal, ['hooks']);
    if (hooks && hooks.value !== null) takeHooks({ ...hooks, repaired: false }, collector, refusal);
    issues.addAll(collector.issues);
    if (stray === undefined && (!hooks || hooks.value === null) && !Object.hasOwn(values, 'modules'))
      issues.add(
        'key.missing',
        lost.effect,
        hooks?.keyRange ?? document.frontMatter.open,
        {
          problem: hooks ? problems.noValue('hooks') : problems.missingKey('hooks'),
          consequence: lost.consequence,
          advice: 'Put the events into an object `hooks`',
        },
        { field: 'hooks', data: { key: 'hooks' } },
      );
    reportManifestKeys(document, stray === undefined ? keys : [...keys, stray], new Set(), issues);
    reportDuplicates(document, issues);
    const all = inTextOrder(issues.issues);
    if (all.some(({ effect }) => effect === 'rejected' || effect === 'crashes'))
      return { ...nothingLoaded, issues: all };
    return { ...nothingLoaded, loads: true, fields: { hooks: values.hooks }, issues: all };
  },
};
