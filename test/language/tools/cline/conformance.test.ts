import { clineAgent } from '../../../../server/src/language/tools/cline/loader/cline.ts';
import { type AgentCase, agentColumns, conforms, recordedCases } from '../../../support/conformance.ts';

interface ClineCase extends AgentCase {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

conforms<ClineCase>({
  title: 'Cline 3.0.65, recorded 2026-11-21',
  cases: recordedCases<ClineCase>('cline/agents'),
  loader: clineAgent,
  compare: (recorded, result) => ({
    ...agentColumns(recorded, result),
    ...Object.fromEntries(
      ['skills', 'providerId', 'maxIterations'].map(key => [
        key,
        [recorded.fields?.[key] ?? null, result.fields[key] ?? null] as const,
      ]),
    ),
    error: [
      recorded.error !== null,
      result.issues.some(issue => issue.effect === 'rejected' && issue.code !== 'file.notRead'),
    ],
  }),
});
