import { kimiAgent } from '../../../../server/src/language/tools/kimi/loader/kimi.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface KimiCase extends RecordedCase {
  readonly error: string | null;
}

/** The tool shows no fields when it accepts a file, so only its verdict and the field that it names are compared. */
conforms<KimiCase>({
  title: 'Kimi Code 2.1.0, recorded 2026-11-21',
  cases: recordedCases<KimiCase>('kimi/agents'),
  loader: kimiAgent,
  compare: (recorded, result) => {
    const field = /field "(\w+)"/.exec(recorded.error ?? '')?.[1];
    const first = result.issues.find(issue => issue.effect === 'rejected');
    return {
      loads: [recorded.loads, result.loads],
      error: [recorded.error !== null, first !== undefined],
      ...(field && { field: [field, first?.field] as const }),
    };
  },
});
