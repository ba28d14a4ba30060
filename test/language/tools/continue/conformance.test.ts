import { continueAgent } from '../../../../server/src/language/tools/continue/agent.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface ContinueCase extends RecordedCase {
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly tools: string | null;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

conforms<ContinueCase>({
  title: 'Continue, config-yaml 1.42.0, recorded 2026-11-21',
  cases: recordedCases<ContinueCase>('continue/agents'),
  loader: continueAgent.loader,
  compare: (recorded, result) => {
    const fields = /^Invalid agent file frontmatter: (.*)$/.exec(recorded.error ?? '')?.[1];
    return {
      loads: [recorded.loads, result.loads],
      name: [recorded.name, result.name],
      description: [recorded.description, result.description],
      model: [recorded.model, result.model],
      tools: [recorded.tools, result.fields.tools ?? null],
      rules: [recorded.fields?.rules ?? null, result.fields.rules ?? null],
      error: [recorded.error !== null, result.issues.some(issue => issue.effect === 'rejected')],
      ...(fields && {
        wrongFields: [
          fields.split(', ').flatMap(each => /^([\w-]+): /.exec(each)?.[1] ?? []),
          result.issues.filter(issue => issue.effect === 'rejected').map(issue => issue.field),
        ] as const,
      }),
    };
  },
});
