import type { Effect } from '../loading/loader.ts';
import type { Severity } from './rule.ts';

/** How an effect on loading reads as a severity. An error always means: the tool will not do what the file says. */
export const severityOfEffect: Readonly<Record<Effect, Severity>> = {
  app: 'error',
  refused: 'error',
  fails: 'error',
  widened: 'error',
  lost: 'warning',
  altered: 'warning',
  leaked: 'warning',
  noted: 'information',
};
