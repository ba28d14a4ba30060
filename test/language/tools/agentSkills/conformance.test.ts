import {
  isValid,
  referenceValidator,
} from '../../../../server/src/language/tools/agentSkills/loader/validator.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface ValidatorCase extends RecordedCase {
  readonly valid: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[] | null;
}

const recordedFields = ['license', 'compatibility', 'allowed-tools', 'metadata'];

conforms<ValidatorCase>({
  title: 'skills-ref 0.1.1, recorded 2026-11-29',
  cases: recordedCases<ValidatorCase>('agentSkills/skills'),
  loader: referenceValidator,
  compare: (recorded, result) => {
    const unexpected = /^Unexpected fields in frontmatter: (.*?)\. Only/.exec(
      recorded.problems?.join('\n') ?? '',
    )?.[1];
    return {
      loads: [recorded.loads, result.loads],
      valid: [recorded.valid, isValid(result)],
      name: [recorded.name, result.name],
      description: [recorded.description, result.description],
      fields: [
        recorded.fields,
        Object.fromEntries(Object.entries(result.fields).filter(([key]) => recordedFields.includes(key))),
      ],
      ...(unexpected && {
        unknownFields: [
          unexpected.split(', '),
          result.issues
            .filter(issue => issue.code === 'key.unknown')
            .map(issue => issue.field)
            .sort(),
        ] as const,
      }),
    };
  },
});
