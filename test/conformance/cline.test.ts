import { clineAgent } from '../../server/src/language/loaders/cline.ts';
import { conforms, type RecordedCase, recordedCases } from '../support/conformance.ts';

interface ClineCase extends RecordedCase {
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly tools: readonly string[] | null;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

conforms<ClineCase>({
  title: 'Cline 3.0.65, recorded 2026-11-21',
  cases: recordedCases<ClineCase>('cline.json'),
  loader: clineAgent,
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    name: [recorded.name, result.name],
    description: [recorded.description, result.description],
    model: [recorded.model, result.model],
    tools: [recorded.tools, result.tools],
    ...Object.fromEntries(
      ['skills', 'providerId', 'maxIterations'].map(key => [
        key,
        [recorded.fields?.[key] ?? null, result.fields[key] ?? null] as const,
      ]),
    ),
    error: [
      recorded.error !== null,
      result.notes.some(note => note.effect === 'refused' && note.code !== 'file.notRead'),
    ],
  }),
});
