import * as z from 'zod';
import { choiceField } from '../../shared/commonFields.ts';
import { codexObserved } from '../sources.ts';

const refused = 'The file is ignored, with a warning at startup.';
const ofSession = 'That of the session.';

/** The keys that only agents have. */
function ownShape() {
  return {
    name: z.string().meta({
      description: 'The name of the agent. It need not be that of the file.',
      kind: 'text',
      whenWrong: refused,
      order: 10,
      examples: ['"reviewer"'],
    }),
    description: z.string().meta({
      description: 'What the agent does and when to use it. The session chooses by this text.',
      kind: 'text',
      whenWrong: refused,
      order: 20,
      examples: ['"Reviews changes for security problems. Use before every release."'],
    }),
    developer_instructions: z.string().meta({
      description:
        'The prompt of the agent, usually as a multiline string between `"""`. It must be above the first `[table]`.',
      kind: 'text',
      whenWrong: refused,
      order: 90,
      examples: ['"""\nYou review changes.\n"""'],
    }),
    nickname_candidates: z
      .array(z.string())
      .optional()
      .meta({
        description:
          'Names that the agent can be shown by: different ones, of letters, digits, spaces, `-` and `_`.',
        kind: 'text',
        whenWrong: refused,
        order: 30,
        examples: ['["Ada", "Grace"]'],
      }),
  };
}

/** The keys of `config.toml` that authors of agents use, in an agent or in the configuration. Others are accepted, too. */
export function codexConfigurationShape(whenWrong = refused) {
  return {
    model: z
      .string()
      .optional()
      .meta({
        description:
          'The model that the agent runs on, by its ID. It is not checked when the file is loaded.',
        kind: 'model',
        defaultText: ofSession,
        order: 40,
        examples: ['"gpt-5.4"'],
      }),
    model_reasoning_effort: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'How much the model thinks before it answers. Other values are accepted unchecked.',
        values: choices({
          none: 'No reasoning.',
          minimal: 'As little as possible.',
          low: 'Little.',
          medium: 'A medium amount.',
          high: 'Much.',
          xhigh: 'More than `high`.',
          max: 'More than `xhigh`.',
          ultra: 'More than `max`.',
        }),
        defaultText: ofSession,
        order: 50,
      }),
    model_verbosity: choiceField(
      choices({ low: 'Briefly.', medium: 'At medium length.', high: 'At length.' }),
      {
        description: 'How much the model writes.',
        defaultText: ofSession,
        whenWrong,
      },
    ),
    model_reasoning_summary: choiceField(
      choices({
        auto: 'As the model has it.',
        concise: 'Briefly.',
        detailed: 'In detail.',
        none: 'Not at all.',
      }),
      {
        description: 'How the model’s reasoning is summed up.',
        defaultText: ofSession,
        whenWrong,
      },
    ),
    sandbox_mode: choiceField(
      choices({
        'read-only': 'Read files only.',
        'workspace-write': 'Write in the workspace, too.',
        'danger-full-access': 'Anything, without a sandbox.',
      }),
      {
        description:
          'What commands may do: read only, write in the workspace, or anything. In an agent it is reported to have no effect since release 0.155.',
        defaultText: ofSession,
        whenWrong,
        order: 60,
      },
    ),
    approval_policy: z
      .union([z.string(), z.looseObject({})])
      .optional()
      .meta({
        description:
          'When the user is asked before a command runs: one of the values, or a table `granular`.',
        values: choices({
          untrusted: 'Before all commands but those that are known to be safe.',
          'on-failure': 'When a command fails in the sandbox.',
          'on-request': 'When the model asks for it.',
          never: 'Never.',
        }),
        defaultText: ofSession,
        whenWrong,
      }),
    web_search: choiceField(
      choices({
        disabled: 'Not at all.',
        cached: 'In a cache.',
        indexed: 'In an index.',
        live: 'In the web as it is.',
      }),
      {
        description: 'Whether and how the agent searches the web.',
        defaultText: ofSession,
        whenWrong,
      },
    ),
    personality: choiceField(
      choices({ none: 'No manner of its own.', friendly: 'Friendly.', pragmatic: 'To the point.' }),
      {
        description: 'The manner of the answers.',
        defaultText: ofSession,
        whenWrong,
      },
    ),
    mcp_servers: z.record(z.string(), z.looseObject({})).optional().meta({
      description:
        'The MCP servers of the agent, one table for each: `[mcp_servers.docs]` with a `command`, or a `url`.',
      defaultText: 'Those of the session.',
      whenWrong,
      order: 95,
    }),
    skills: z
      .looseObject({
        config: z.array(z.looseObject({})).optional().meta({
          description:
            'Which skills are on: `[[skills.config]]` with `path` or `name`, and `enabled`, for each.',
        }),
      })
      .optional()
      .meta({ description: 'Which skills the agent has.', whenWrong, order: 96 }),
    tools: z.looseObject({}).optional().meta({
      description: 'Switches of built-in tools, a table. It is not a list of allowed tools: there is none.',
      whenWrong,
      source: codexObserved,
      order: 97,
    }),
  };
}

function choices(meanings: Readonly<Record<string, string>>) {
  return Object.entries(meanings).map(([value, description]) => ({ value, description }));
}

/** The keys of an agent of Codex. */
export function codexAgentShape() {
  return { ...ownShape(), ...codexConfigurationShape() };
}
