import * as z from 'zod';
import type { Source } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import { claudeEffortLevels } from '../claudeCode/models.ts';
import { choiceField, descriptionField, modelField, nameField, toolsField } from '../shared/commonFields.ts';
import { skillsOf } from '../shared/references.ts';
import { claudeMpmFormat } from './loader/loader.ts';

const claudeMpmObserved: Source = {
  title: 'Claude MPM 6.5.83, its template builder, run',
  url: 'https://github.com/bobmatnyc/claude-mpm',
  verified: '2026-11-29',
  evidence: 'measured',
};

function words(...values: readonly string[]) {
  return values.map(value => ({ value, description: `\`${value}\`, a value of Claude MPM’s.` }));
}

/** An agent of Claude MPM at its source, before it is deployed to `.claude/agents`. */
export const claudeMpmAgent = documentedDialect(
  {
    id: 'claude-mpm-agent',
    title: 'Claude MPM agent (source)',
    target: 'claude-mpm',
    files: ['**/.claude-mpm/agents/**/*.md'],
    documentation: 'https://github.com/bobmatnyc/claude-mpm',
    source: claudeMpmObserved,
    schema: () =>
      z.looseObject({
        name: nameField({
          description:
            'The display name: “Python Engineer”. It must be there; the deployed agent has the name of the file.',
        }),
        description: descriptionField(
          {
            description:
              'What the agent does. It becomes part of a longer text when the agent is deployed, or is replaced by one for its `agent_type`. The validator asks for 10 to 200 characters.',
          },
          z.string().max(200, 'at most 200 characters long'),
        ),
        version: z.union([z.string(), z.number()]).meta({
          description: 'The version of the agent. In quotes it stays a string.',
          order: 30,
          snippet: ' "${1:1.0.0}"',
          examples: ['"1.0.0"'],
        }),
        schema_version: z
          .union([z.string(), z.number()])
          .optional()
          .meta({
            description: 'The version of this format.',
            order: 31,
            examples: ['1.3.0'],
          }),
        agent_id: z
          .string()
          .optional()
          .meta({
            description: 'The name that other agents use. The deployed agent has the name of the file.',
            order: 11,
            examples: ['python-engineer'],
          }),
        agent_type: z
          .string()
          .optional()
          .meta({
            description: 'The kind of agent. It was `type` before March 2026.',
            values: words(
              'engineer',
              'qa',
              'documentation',
              'research',
              'security',
              'ops',
              'data_engineer',
              'version_control',
              'system',
              'refactoring',
              'memory_manager',
              'base',
            ),
            order: 12,
          }),
        model: modelField({
          description: 'The model, as a short name of Claude’s.',
          values: words('opus', 'sonnet', 'haiku'),
          order: 40,
        }),
        tools: toolsField({
          description:
            'The tools that the agent may use. The list is never deployed: a deployed agent has every tool.',
          order: 42,
          hidden: true,
        }),
        effort: z.string().optional().meta({
          description:
            'How much the agent thinks. It is deployed unchanged, so only Claude Code’s own values have an effect.',
          values: claudeEffortLevels,
          order: 41,
        }),
        category: choiceField(words('engineering', 'research', 'quality', 'operations', 'specialized'), {
          description: 'The category of the agent.',
          order: 50,
        }),
        tags: z
          .array(z.string())
          .optional()
          .meta({
            description: 'Tags to find the agent by: a list here, a comma-separated string after deployment.',
            order: 51,
            examples: ['[python, engineering]'],
          }),
        color: z.string().optional().meta({ description: 'The color in lists.', kind: 'color', order: 52 }),
        author: z.string().optional().meta({
          description:
            'Who wrote it. Deployed files of `claude-mpm` are its own: its validator repairs them, and deletes what it cannot repair.',
          order: 53,
        }),
        source: choiceField(words('bundled', 'external'), {
          description: 'Where the agent comes from.',
          order: 54,
        }),
        resource_tier: choiceField(words('basic', 'standard', 'intensive', 'lightweight', 'high'), {
          description: 'How many of the machine’s resources it may use.',
          order: 60,
        }),
        temperature: z
          .number()
          .min(0, 'a number from 0 to 1')
          .max(1, 'a number from 0 to 1')
          .optional()
          .meta({ description: 'How random the answers are, 0 to 1.', order: 61 }),
        max_tokens: z.int().optional().meta({ description: 'The longest answer, in tokens.', order: 62 }),
        timeout: z.int().optional().meta({ description: 'The longest run, in seconds.', order: 63 }),
        capabilities: z
          .record(z.string(), z.unknown())
          .optional()
          .meta({ description: '`memory_limit`, `cpu_limit` and `network_access`.', order: 64 }),
        dependencies: z.record(z.string(), z.unknown()).optional().meta({
          description: 'What must be installed: lists under `python` and `system`, and `optional`.',
          order: 65,
        }),
        skills: z
          .array(z.string())
          .optional()
          .meta({ description: 'Skills that the agent has from the start.', kind: 'skillNames', order: 66 }),
        permissionMode: z.string().optional().meta({ description: 'Not deployed.', order: 70, hidden: true }),
        maxTurns: z.int().optional().meta({ description: 'Not deployed.', order: 71, hidden: true }),
        memory: z.unknown().optional().meta({ description: 'Not deployed.', order: 72, hidden: true }),
        interactions: z.unknown().optional().meta({
          description: 'How the agent works with others.',
          order: 73,
          snippet: '\n  ${1:handoff_agents}: [${2:qa}]',
        }),
        initialPrompt: z.string().max(500, 'at most 500 characters long').optional().meta({
          description: 'The first prompt of the agent, in at most 500 characters.',
          order: 74,
        }),
        created_at: z
          .unknown()
          .optional()
          .meta({ description: 'The date of creation, in quotes.', order: 80 }),
        updated_at: z
          .unknown()
          .optional()
          .meta({ description: 'The date of the last change, in quotes.', order: 81 }),
      }),
    template: [
      '---',
      'name: ${1:Python Engineer}',
      'description: ${2:What it does, and when to use it.}',
      'version: "${3:1.0.0}"',
      'schema_version: 1.3.0',
      'agent_id: ${4:python-engineer}',
      'agent_type: ${5:engineer}',
      '---',
      '',
      '${0:You are}',
      '',
    ].join('\n'),
    references: skillsOf('Claude MPM'),
    defines: 'agent',
    published: 2,
  },
  claudeMpmFormat,
);

/** The tool, with its one kind of file. */
export const claudeMpm: Tool = {
  id: 'claudeMpm',
  title: 'Claude MPM',
  dialects: [claudeMpmAgent],
};
