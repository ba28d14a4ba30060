import { openHandsSkill } from '../../../../server/src/language/tools/openHands/loader/skill.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type PythonSkillCase, pythonSkillColumns } from '../../../support/skillCases.ts';

conforms<PythonSkillCase>({
  title: 'OpenHands 1.58.2 on skills, recorded 2026-11-29',
  cases: recordedCases<PythonSkillCase>('openHands/skills'),
  loader: openHandsSkill,
  compare: pythonSkillColumns,
});
