import type { Effect } from '../loading/issue.ts';
import type { Severity } from './rule.ts';

/** How an effect on loading reads as a severity. An error always means: the tool will not do what the file says. */
export const severityOfEffect: Readonly<Record<Effect, Severity>> = {
  crashes: 'error',
  rejected: 'error',
  fails: 'error',
  unrestricted: 'error',
  ignored: 'warning',
  changed: 'warning',
  leaked: 'warning',
  noted: 'information',
};
