import type { Tool } from '../../dialect/tool.ts';
import { agentSkill } from './skill.ts';

/** Agent Skills, with every kind of file that it reads. */
export const agentSkills: Tool = {
  id: 'agentSkills',
  title: 'Agent Skills',
  dialects: [agentSkill],
};
