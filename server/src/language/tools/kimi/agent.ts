import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { booleanEntries, namesShape } from '../shared/shapes.ts';
import { kimiAgent as loader } from './loader/kimi.ts';
import { kimiObserved, kimiPlaceholders } from './sources.ts';
import { kimiTools } from './tools.ts';

const skipped = 'Kimi Code skips the file with a warning.';

/** An agent of Kimi Code. */
export const kimiAgent = defineDialect({
  id: 'kimi-agent',
  title: 'Kimi Code agent',
  target: 'kimi',
  files: ['**/.kimi-code/agents/**/*.md'],
  shares: { files: ['**/.agents/agents/**/*.md'], keys: ['whenToUse', 'override', 'subagents'] },
  documentation: 'https://moonshotai.github.io/kimi-code/en/customization/agents.html',
  source: kimiObserved,
  schema: () =>
    z.looseObject({
      name: z
        .string()
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .optional()
        .meta({
          description:
            'The name of the agent: words of lowercase letters and digits, joined by single hyphens.',
          kind: 'text',
          defaultText: 'The name of the file, which then must have that form.',
          whenWrong: skipped,
          order: 10,
          snippet: ' ${1:my-agent}',
          examples: ['code-reviewer'],
        }),
      description: z
        .string()
        .min(1)
        .meta({
          description: 'What the agent does. The main agent chooses by this text.',
          kind: 'text',
          whenWrong: `Missing, empty, or not a string: ${skipped}`,
          order: 20,
          snippet: ' ${1:What it does.}',
        }),
      whenToUse: z.string().optional().meta({
        description: 'When to use the agent.',
        kind: 'text',
        defaultText: 'Left to the description.',
        whenWrong: 'Anything but a string is ignored silently.',
        order: 30,
        snippet: ' ${1:When to use it.}',
      }),
      tools: names(
        'The tools that the agent may use: a list or a comma-separated string. `mcp__server__*` matches the tools of an MCP server, `*` alone matches all tools.',
        'All tools.',
        `Unknown names match nothing, with a warning. A number, a mapping, or a list with anything but strings: ${skipped} An empty list means no tools.`,
        40,
      ).meta({
        kind: 'tools',
        limits: true,
        snippet: ' ${1:Read, Grep, Glob}',
        examples: ['Read, Grep, Glob'],
      }),
      disallowedTools: names(
        'The tools to remove, written like `tools`.',
        'None.',
        `Unknown names match nothing, with a warning. A wrong type: ${skipped}`,
        50,
      ).meta({ kind: 'tools', limits: true, snippet: ' ${1:Bash, Write}', examples: ['Bash, Write'] }),
      subagents: names(
        'The agents that this one may start, by name; `*` alone matches all.',
        'Those of the default agent.',
        `A wrong type: ${skipped}`,
        60,
      ).meta({ kind: 'agentNames', limits: true, snippet: ' [${1:agent-name}]' }),
      override: z
        .boolean()
        .optional()
        .meta({
          description: 'Whether the agent may replace another one of the same name.',
          values: booleanEntries('It replaces the other one.', 'The other one is kept.'),
          defaultText: '`false`.',
          whenWrong: `\`yes\` or a quoted value: ${skipped}`,
          order: 70,
        }),
    }),
  tools: kimiTools,
  // Its built-in agents are not known, so a name that no file has is not reported.
  references: { places: [{ path: ['subagents'], to: 'agent', separator: 'comma' }] },
  loader,
  body: { placeholders: kimiPlaceholders },
  template: agentTemplate('tools: ${3:Read, Grep, Glob}'),
  defines: 'agent',
});

function names(description: string, defaultText: string, whenWrong: string, order: number) {
  return namesShape().optional().meta({ description, defaultText, whenWrong, order });
}
