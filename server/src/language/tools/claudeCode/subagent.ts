import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeAgentShape } from './fields/agent.ts';
import { claudeCodeProjectAgent } from './loader/subagent.ts';
import { claudeAgentReferences } from './references.ts';
import { claudeCodeObserved } from './sources.ts';
import { claudeBuiltInAgents, claudeTools } from './tools.ts';
import { vscodeClaudeAgents } from './vscodeCore.ts';

/** A subagent of Claude Code in a project or in the user's own folder. */
export const claudeSubagent = defineDialect({
  id: 'claude-subagent',
  title: 'Claude Code subagent',
  target: 'claude',
  // Any depth, hidden folders included. Only `.md` in lowercase is read.
  files: ['**/.claude/agents/**/*.md'],
  documentation: 'https://code.claude.com/docs/en/sub-agents#supported-frontmatter-fields',
  source: claudeCodeObserved,
  schema: () => z.looseObject(claudeAgentShape()),
  tools: claudeTools,
  agents: claudeBuiltInAgents,
  references: claudeAgentReferences,
  builtInSupport: [vscodeClaudeAgents],
  loader: claudeCodeProjectAgent,
  // Nothing is replaced in an agent's prompt: it receives a task, not arguments.
  body: { placeholders: [] },
  template: agentTemplate('tools: ${3:Read, Grep, Glob}', 'model: ${4|inherit,sonnet,opus,haiku|}'),
  defines: 'agent',
  published: 29,
  keepsDuplicate: 'last',
  duplicates: 'Claude Code keeps the file whose path comes last in code point order, and hides the others.',
});
