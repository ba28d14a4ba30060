import { mistralVibeSkill } from '../../../../server/src/language/tools/mistralVibe/loader/skill.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type PythonSkillCase, pythonSkillColumns } from '../../../support/skillCases.ts';

conforms<PythonSkillCase>({
  title: 'Mistral Vibe 3.0.2 on skills, recorded 2026-11-29',
  cases: recordedCases<PythonSkillCase>('mistralVibe/skills'),
  loader: mistralVibeSkill,
  compare: pythonSkillColumns,
});
