import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import {
  descriptionField,
  mcpServersField,
  modelField,
  nameField,
  toolsField,
} from '../shared/commonFields.ts';
import { traeReported } from '../shared/documentedSources.ts';
import { claudeStyleTools } from '../shared/documentedTools.ts';

/** An agent of Trae, which uses Claude Code's tool names. */
export const traeAgent = documentedDialect(
  {
    id: 'trae-agent',
    title: 'Trae agent',
    target: 'trae',
    files: ['**/.trae/agents/*.md'],
    documentation: 'https://docs.trae.ai/',
    source: traeReported,
    schema: () =>
      z.looseObject({
        name: nameField({
          description: 'The name of the agent. Agents must be enabled: Settings, Beta, Subagents.',
        }),
        description: descriptionField(),
        model: modelField({ description: 'One of Trae’s own model IDs; no others are accepted.' }),
        tools: toolsField({
          description: 'The tools that the agent may use, as Claude Code names them.',
          examples: ['Read, Grep, Bash'],
        }),
        disallowedTools: toolsField({
          description: 'The tools that are taken away.',
          defaultText: 'None.',
          order: 41,
        }),
        mcpServers: mcpServersField(),
      }),
    tools: claudeStyleTools,
    body: { placeholders: [] },
    template: agentTemplate('tools: ${3:Read, Grep, Glob}'),
    defines: 'agent',
  },
  {
    tool: 'Trae',
    version: 'of 2026-11',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'name',
    limits: { allow: 'tools', deny: 'disallowedTools' },
    claudeModels: {
      effect: 'noted',
      consequence: 'Trae is reported to know only its own model IDs, not this short name of Claude Code',
      evidence: 'secondHand',
    },
  },
);

/** The tool, with its one kind of file. */
export const trae: Tool = {
  id: 'trae',
  title: 'Trae',
  dialects: [traeAgent],
};
