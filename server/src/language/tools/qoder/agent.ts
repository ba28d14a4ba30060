import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { skillsOf } from '../shared/references.ts';
import { qoderAgentShape } from './fields/agent.ts';
import { qoderAgent as loader } from './loader/qoder.ts';
import { qoderBuiltInAgents, qoderDocumentation, qoderObserved, qoderTools } from './values.ts';

/** An agent of Qoder CLI, in a project or in the user folder. */
export const qoderAgent = defineDialect({
  id: 'qoder-agent',
  title: 'Qoder agent',
  target: 'qoder',
  files: ['**/.qoder/agents/**/*.md'],
  documentation: qoderDocumentation.url!,
  source: qoderObserved,
  schema: () => z.looseObject(qoderAgentShape()),
  tools: qoderTools,
  agents: qoderBuiltInAgents,
  references: skillsOf('Qoder CLI'),
  loader,
  body: { placeholders: [] },
  template: agentTemplate('tools: ${3:Read, Grep, Glob}'),
  defines: 'agent',
});
