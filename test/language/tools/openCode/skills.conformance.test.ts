import { openCodeSkill } from '../../../../server/src/language/tools/openCode/loader/skill.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type SkillCase, skillColumns } from '../../../support/skillCases.ts';

conforms<SkillCase>({
  title: 'OpenCode 1.18.33 on skills, recorded 2026-11-29',
  cases: recordedCases<SkillCase>('openCode/skills'),
  loader: openCodeSkill,
  compare: skillColumns,
});
