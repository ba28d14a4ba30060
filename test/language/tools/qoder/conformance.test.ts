import { qoderAgent } from '../../../../server/src/language/tools/qoder/loader/qoder.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface QoderCase extends RecordedCase {
  readonly name: string | null;
  readonly model: string | null;
  readonly input: string;
  readonly error: string | null;
}

const cases = recordedCases<QoderCase>('qoder/agents');

/** Leaves out folders that Qoder CLI does not read, which the dialect's globs exclude. */
const inFolder = (path: string) => path.includes('.qoder/agents/');

conforms<QoderCase>({
  title: 'Qoder CLI 1.1.52, recorded 2026-11-21',
  // The last row is the listing of a whole project and has no text.
  cases: cases.filter(({ path, input }) => inFolder(path) && input !== null),
  loader: qoderAgent,
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    name: [recorded.name, result.name],
    // The listing shows the model with a capital first letter.
    model: [recorded.model, result.model && `${result.model[0]?.toUpperCase()}${result.model.slice(1)}`],
    refusal: [!recorded.loads, result.issues.some(issue => issue.effect === 'rejected')],
  }),
});
