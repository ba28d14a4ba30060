import { codexSkill } from '../../../../server/src/language/tools/codex/loader/skill.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type SkillCase, skillColumns } from '../../../support/skillCases.ts';

conforms<SkillCase>({
  title: 'Codex 0.169.0 on skills, recorded 2026-11-29',
  cases: recordedCases<SkillCase>('codex/skills'),
  loader: codexSkill,
  compare: skillColumns,
});
