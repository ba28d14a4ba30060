import type { IssueCollector } from '../../../loading/issue.ts';
import { isSecret } from '../../../loading/secrets.ts';
import { type Nested, partsOf } from './nested.ts';

/** Reports the secrets in clear text below a value. `key` is the key of the value, `field` the top-level one. */
export function reportSecrets(
  value: Nested,
  { key, field, advice }: { readonly key: string; readonly field: string; readonly advice: string },
  issues: IssueCollector,
): void {
  if (typeof value.value === 'string') {
    if (!isSecret(key, value.value)) return;
    issues.add(
      'secret.plain',
      'noted',
      value.range,
      {
        problem: `Secret in clear text in \`${key}\``,
        consequence: 'Claude Code uses it, and so can everybody who sees the file',
        advice,
      },
      { field, subject: key },
    );
    return;
  }
  for (const [name, part] of partsOf(value))
    reportSecrets(part, { key: Array.isArray(value.value) ? key : name, field, advice }, issues);
}
