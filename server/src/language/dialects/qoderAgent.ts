import * as z from 'zod';
import { qoderAgent as loader } from '../loaders/qoder.ts';
import { agentScaffold } from './agentScaffold.ts';
import { defineDialect } from './defineDialect.ts';
import { qoderAgentShape } from './schemas/qoderAgent.ts';
import {
  qoderBuiltInAgents,
  qoderDocumentation,
  qoderObserved,
  qoderTools,
} from './vocabulary/qoderValues.ts';

/** An agent of Qoder CLI, in a project or in the user's own folder. */
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
  loader,
  body: { placeholders: [] },
  scaffold: agentScaffold('tools: ${3:Read, Grep, Glob}'),
  defines: 'agent',
});
