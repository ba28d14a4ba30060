import { codexAgent } from '../../../../server/src/language/tools/codex/loader/codex.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface CodexCase extends RecordedCase {
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly reasoning_effort?: string;
  readonly error: string | null;
}

conforms<CodexCase>({
  title: 'Codex 0.169.0, recorded 2026-11-21',
  cases: recordedCases<CodexCase>('codex/agents'),
  loader: codexAgent,
  compare: (recorded, result) => {
    const unknown = /unknown field `([^`]+)`/.exec(recorded.error ?? '')?.[1];
    return {
      loads: [recorded.loads, result.loads],
      name: [recorded.name, result.name],
      description: [recorded.description, result.description],
      model: [recorded.model, result.model],
      effort: [
        recorded.reasoning_effort ?? null,
        (result.loads && result.fields.model_reasoning_effort) || null,
      ],
      ...(!recorded.path.endsWith('config.toml') && {
        error: [
          recorded.error !== null,
          result.issues.some(issue => issue.effect === 'rejected' && issue.code !== 'file.notRead'),
        ] as const,
      }),
      ...(unknown && {
        unknownField: [unknown, result.issues.find(issue => issue.code === 'key.unknown')?.field] as const,
      }),
    };
  },
  exceptions: {
    untrusted: 'The project was not trusted, so nothing was read; the file alone cannot show that.',
  },
});
