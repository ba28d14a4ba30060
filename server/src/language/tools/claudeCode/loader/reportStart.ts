import { problems } from '../../../loading/problems.ts';
import { claudeEffortLevels, hasEffort, replacedModels, sentModel } from '../models.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';

/**
 * Reports values that Claude Code reads and does not start the agent with: another model is sent, no effort is, or the
 * mode is not applied. By recorded requests of 2.1.329 (2026-11-29).
 */
export function reportStart(
  fields: ReadonlyMap<string, Field>,
  taken: Readonly<Record<string, unknown>>,
  issues: IssueCollector,
): void {
  const model = typeof taken.model === 'string' && taken.model !== 'inherit' ? taken.model : undefined;
  if (model !== undefined) reportReplaced(fields.get('model')!, model, issues);
  if (taken.effort !== undefined) reportEffort(fields.get('effort')!, taken.effort, model, issues);
  if (taken.permissionMode === 'bypassPermissions') reportBypass(fields.get('permissionMode')!, issues);
}

function reportReplaced(field: Field, model: string, issues: IssueCollector): void {
  const sent = replacedModels.get(model);
  if (sent === undefined) return;
  issues.add(
    'model.replaced',
    'changed',
    issues.rangeWithin(field),
    {
      problem: `Model \`${model}\` is replaced`,
      consequence: `Claude Code sends \`${sent}\` in its place`,
      advice: `Write \`${sent}\`, or another model`,
    },
    { field: field.key, data: { suggestion: sent } },
  );
}

function reportEffort(
  field: Field,
  effort: unknown,
  model: string | undefined,
  issues: IssueCollector,
): void {
  if (typeof effort === 'number')
    issues.add(
      'value.choice',
      'ignored',
      issues.rangeWithin(field),
      {
        problem: 'A number for `effort` has no effect',
        consequence: 'Claude Code accepts it, and sends no effort to the model',
        advice: 'Use `low`, `medium`, `high`, `xhigh` or `max`',
      },
      { field: field.key, data: { choices: claudeEffortLevels.map(({ value }) => value) } },
    );
  else if (model !== undefined && !hasEffort(sentModel(model)))
    issues.add(
      'key.ignored',
      'ignored',
      field.keyRange,
      {
        problem: problems.ignoredKey(field.key),
        consequence: `Claude Code sends no effort to \`${sentModel(model)}\``,
      },
      { field: field.key },
    );
}

function reportBypass(field: Field, issues: IssueCollector): void {
  issues.add(
    'value.choice',
    'noted',
    issues.rangeWithin(field),
    {
      problem: '`bypassPermissions` depends on the conversation',
      consequence:
        'Claude Code applies it only where the conversation that starts the agent is in this mode too, and asks otherwise',
    },
    { field: field.key },
  );
}
