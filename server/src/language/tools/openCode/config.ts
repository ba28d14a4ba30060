import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeConfig as loader } from './loader/config.ts';
import { openCodeConfigObserved } from './sources.ts';

const whenWrong = 'OpenCode does not start: no agent is available.';
const object = () => z.looseObject({});

/** The configuration of OpenCode, in a project or in the user’s folder. */
export const openCodeConfig = defineDialect({
  id: 'opencode-config',
  title: 'OpenCode configuration',
  target: 'opencode',
  files: ['**/opencode.json', '**/opencode.jsonc'],
  documentation: 'https://opencode.ai/docs/config/',
  source: openCodeConfigObserved,
  schema: () =>
    z.looseObject({
      $schema: z
        .string()
        .optional()
        .meta({
          description: 'The JSON schema of the file, by which editors complete it.',
          kind: 'text',
          order: 1,
          examples: ['https://opencode.ai/config.json'],
        }),
      model: z.string().optional().meta({
        description: 'The model of new sessions, as `provider/model-id`.',
        kind: 'model',
        whenWrong,
        order: 10,
      }),
      agent: z.record(z.string(), object()).optional().meta({
        description: 'Agents by name, with the keys of an agent’s front matter, and `prompt`.',
        whenWrong,
        order: 20,
      }),
      mode: z.record(z.string(), object()).optional().meta({
        description: 'Primary agents by name; the older form of `agent`.',
        whenWrong,
        hidden: true,
      }),
      command: z.record(z.string(), object()).optional().meta({
        description: 'Commands by name, each with a `template`, which is sent when the command is called.',
        whenWrong,
        order: 30,
      }),
      permission: z.union([z.string(), object()]).optional().meta({
        description:
          'What all agents may do: one action for everything, or actions by permission. The last rule that matches applies.',
        whenWrong,
        limits: true,
        order: 40,
      }),
      tools: z.record(z.string(), z.boolean()).optional().meta({
        description: 'Tools that are turned on or off, by name; the older form of `permission`.',
        whenWrong,
        hidden: true,
      }),
      default_agent: z.string().optional().meta({
        description: 'The agent of new sessions.',
        kind: 'text',
        whenWrong,
        order: 60,
      }),
      instructions: z.array(z.string()).optional().meta({
        description: 'Further files with instructions, as paths and globs.',
        kind: 'globs',
        whenWrong,
        order: 70,
      }),
      mcp: z.record(z.string(), object()).optional().meta({
        description:
          'MCP servers by name: `"type": "local"` with a `command` in a list and an `environment`, or `"type": "remote"` with a `url`.',
        whenWrong,
        order: 50,
      }),
    }),
  loader,
  template: ['{', '  "$schema": "https://opencode.ai/config.json"', '}', ''].join('\n'),
});
