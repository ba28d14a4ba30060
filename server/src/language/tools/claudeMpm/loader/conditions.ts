import type { Loaded } from '../../../loading/documented/format.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { claudeEffortLevels } from '../../claudeCode/models.ts';
import { deployedName } from './deployed.ts';

/** Reports a file name that no deployed agent can have, and a `name` that is not that of the deployed agent. */
export function reportName({ document, path, data, places }: Loaded, issues: IssueCollector): void {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const name = deployedName(stem);
  if (name === undefined) {
    issues.add('file.notRead', 'rejected', document.frontMatter.open, {
      problem: 'File name must be letters, digits and single hyphens',
      consequence: 'Claude MPM names the agent after its file, and does not deploy one of such a name',
      advice: 'Rename the file',
    });
    return;
  }
  // A display name in words is not meant as the name by which others call the agent.
  const isCalled = typeof data.name === 'string' && /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(data.name);
  if (!isCalled || String(data.name).replaceAll('_', '-') === name) return;
  issues.add(
    'name.invalid',
    'noted',
    places.value(['name']),
    {
      problem: '`name` is not the name of the file',
      consequence: `Claude MPM deploys the agent as \`${name}\`, the name of the file`,
      advice: 'Call the agent by the name of its file',
    },
    { field: 'name', data: { demand: { sameAs: 'file' } } },
  );
}

/** Reports values of `effort` that Claude Code does not know. */
export function reportEffort({ data, places }: Loaded, issues: IssueCollector): void {
  if (data.effort !== 'balanced' && data.effort !== 'thorough') return;
  issues.add(
    'value.choice',
    'ignored',
    places.value(['effort']),
    {
      problem: `Unknown value \`${data.effort}\` for \`effort\``,
      consequence: 'Claude MPM passes it on, and Claude Code does not know it',
      advice: 'Write `medium` or `high`',
    },
    {
      field: 'effort',
      data: {
        choices: claudeEffortLevels.map(({ value }) => value),
        suggestion: data.effort === 'balanced' ? 'medium' : 'high',
      },
    },
  );
}

/** Reports dates that Python's YAML does not read as strings. */
export function reportDates({ document, places }: Loaded, issues: IssueCollector): void {
  for (const field of ['created_at', 'updated_at']) {
    const entry = document.entry(field);
    if (!entry || !/^\d{4}-\d\d?-\d\d?(?:[Tt ]|$)/.test(document.slice(entry.range))) continue;
    issues.add(
      'value.type',
      'noted',
      places.value([field]),
      {
        problem: `\`${field}\` must be a string`,
        consequence: 'Claude MPM reads it as a date without quotes',
        advice: 'Put it in quotes',
      },
      { field, data: { expected: ['string'] } },
    );
  }
}
