import type { Source } from '../../dialect/dialect.ts';

/** The loader of the released program, run offline on test files. */
export const clineObserved: Source = {
  title: 'Cline 3.0.65, observed',
  url: 'https://docs.cline.bot',
  verified: '2026-11-21',
  evidence: 'measured',
};
