import { copilotCliSkill } from '../../../../server/src/language/tools/copilot/cli/skill.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type SkillCase, skillColumns } from '../../../support/skillCases.ts';

conforms<SkillCase>({
  title: 'Copilot CLI 1.0.102 on skills, recorded 2026-11-29',
  cases: recordedCases<SkillCase>('copilot/skills'),
  loader: copilotCliSkill,
  compare: skillColumns,
});
