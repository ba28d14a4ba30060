import { geminiCliSkill } from '../../../../server/src/language/tools/geminiCli/loader/skill.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type SkillCase, skillColumns } from '../../../support/skillCases.ts';

conforms<SkillCase>({
  title: 'Gemini CLI 0.61.0 on skills, recorded 2026-11-29',
  cases: recordedCases<SkillCase>('geminiCli/skills'),
  loader: geminiCliSkill,
  compare: skillColumns,
});
