import { agentSkill } from '../../../../server/src/language/tools/agentSkills/loader.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface SkillCase extends RecordedCase {
  readonly valid: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

const recordedFields = ['license', 'compatibility', 'allowed-tools', 'metadata'];

/**
 * skills-ref is a third-party port with gaps: it accepts files on which its own reader then throws. So its problems must
 * be reported here too, and further ones may be.
 */
conforms<SkillCase>({
  title: 'skills-ref 0.1.5, recorded 2026-11-21',
  cases: recordedCases<SkillCase>('agentSkills/skills'),
  loader: agentSkill,
  compare: (recorded, result) => {
    const unexpected = /^Unexpected fields in frontmatter: (.*?)\. Only/.exec(
      recorded.problems.join('\n'),
    )?.[1];
    return {
      loads: [recorded.loads, result.loads],
      name: [recorded.name, result.name],
      description: [recorded.description, result.description],
      fields: [
        recorded.fields,
        Object.fromEntries(Object.entries(result.fields).filter(([key]) => recordedFields.includes(key))),
      ],
      ...(!recorded.valid && { problems: [true, result.issues.length > 0] as const }),
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
  exceptions: {
    'yaml-date-value': 'A date becomes a string in the language and the time zone of the recording machine.',
  },
});
