import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import type { Source } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import {
  choiceField,
  descriptionField,
  mcpServersField,
  modelField,
  nameField,
  toolListField,
} from '../shared/commonFields.ts';
import { openHandsFormat } from './loader/agent.ts';
import { openHandsRelease } from './loader/release.ts';
import { openHandsTools } from './tools.ts';

const openHandsObserved: Source = {
  title: `OpenHands SDK ${openHandsRelease.version}, observed`,
  verified: openHandsRelease.recorded,
  evidence: 'measured',
};

const refused = 'OpenHands does not load the agent.';

/** An agent of OpenHands in its own folder. It also reads the shared folder. */
export const openHandsAgent = documentedDialect(
  {
    id: 'openhands-agent',
    title: 'OpenHands agent',
    target: 'openhands',
    files: ['**/.openhands/agents/*.md'],
    shares: {
      files: ['**/.agents/agents/*.md'],
      keys: ['permission_mode', 'mcp_config', 'mcp_servers', 'max_iteration_per_run', 'max_budget_per_run'],
    },
    documentation: 'https://docs.openhands.dev/',
    source: openHandsObserved,
    schema: () =>
      z.looseObject({
        name: nameField({
          defaultText: 'The name of the file.',
          whenWrong: 'Any other value becomes text: `None`, `True`, `1.0`.',
        }).optional(),
        description: descriptionField({
          defaultText: 'Empty.',
          whenWrong: 'Any other value becomes text.',
        }).optional(),
        model: modelField({
          description: 'The name of an LLM profile, or `inherit`. It is not the name of a model.',
          values: [{ value: 'inherit', description: 'The model of the agent that starts it.' }],
          whenWrong: 'Without a profile of that name OpenHands cannot start the agent.',
        }),
        tools: toolListField({
          description:
            'The tools of the agent, as a list. Without it the agent has none but those to think and to finish.',
          defaultText: 'None.',
          whenWrong:
            'A text is the name of one tool, commas included. With a name that is not registered OpenHands cannot start the agent.',
          examples: ['[file_editor, terminal]'],
        }),
        skills: z
          .union([z.array(z.string()), z.string()])
          .optional()
          .meta({
            description: 'Skills that the agent has from the start, as a list or separated by commas.',
            kind: 'skillNames',
            defaultText: 'None.',
            whenWrong: 'Without a skill of that name OpenHands skips the agent.',
            order: 50,
          }),
        permission_mode: choiceField(
          [
            { value: 'always_confirm', description: 'Asks before every action.' },
            { value: 'never_confirm', description: 'Never asks.' },
            { value: 'confirm_risky', description: 'Asks before risky actions.' },
          ],
          {
            description: 'When the agent asks for permission.',
            limits: true,
            defaultText: 'As the agent that starts it.',
            whenWrong: refused,
            order: 60,
          },
        ),
        max_iteration_per_run: z
          .int()
          .min(1)
          .optional()
          .meta({
            description: 'How many steps the agent may take in one run.',
            limits: true,
            defaultText: 'As the agent that starts it.',
            whenWrong: `Zero, less, or other text: ${refused} Any other type: no limit.`,
            order: 61,
          }),
        max_budget_per_run: z
          .number()
          .optional()
          .meta({
            description: 'What one run may cost, in US dollars.',
            limits: true,
            defaultText: 'No limit.',
            whenWrong: `Zero, less, or other text: ${refused} Any other type: no limit.`,
            order: 62,
          }),
        mcp_config: mcpServersField({
          description:
            'MCP servers by name. They count only when the agent is the main one: a delegated agent has those of its parent.',
          kind: 'mcpServerNames',
          whenWrong: `Anything but a mapping of mappings: ${refused}`,
          order: 70,
          snippet: '\n  ${1:server}:\n    command: ${2:npx}',
        }),
        mcp_servers: mcpServersField({
          description: 'An older name of `mcp_config`, which wins.',
          kind: 'mcpServerNames',
          whenWrong: `Anything but a mapping of mappings: ${refused}`,
          order: 71,
          snippet: '\n  ${1:server}:\n    command: ${2:npx}',
        }),
        hooks: z
          .unknown()
          .optional()
          .meta({
            description: 'What runs on events: a mapping of events to lists of matchers, as in Claude Code.',
            whenWrong: `Unknown events or hooks of a wrong shape: ${refused} Anything but a mapping is ignored.`,
            order: 80,
            snippet:
              '\n  ${1:PreToolUse}:\n    - matcher: "${2:*}"\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
          }),
        condenser: z
          .unknown()
          .optional()
          .meta({
            description: 'How long conversations are shortened: `default`, `none`, or a mapping.',
            defaultText: 'Long conversations are summarized.',
            whenWrong: `Other text, numbers and lists: ${refused}`,
            order: 81,
            snippet: ' ${1:default}',
          }),
        profile_store_dir: z
          .string()
          .optional()
          .meta({
            description: 'The folder with the LLM profiles.',
            defaultText: 'The user’s folder of OpenHands.',
            whenWrong: `Anything but a string: ${refused}`,
            order: 82,
          }),
        color: z.string().optional().meta({ description: 'A color by its name in Rich.', order: 90 }),
      }),
    tools: openHandsTools,
    references: {
      places: [
        {
          path: ['skills'],
          to: 'skill',
          separator: 'comma',
          missing: 'OpenHands then starts the agent for no task',
        },
      ],
    },
    body: { placeholders: [] },
    template: agentTemplate('tools: [${3:file_editor, terminal}]'),
    defines: 'agent',
  },
  openHandsFormat,
);

/** The tool, with its one kind of file. */
export const openHands: Tool = {
  id: 'openHands',
  title: 'OpenHands',
  dialects: [openHandsAgent],
};
