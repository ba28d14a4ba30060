import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { codexConfigurationShape } from './fields/agent.ts';
import { codexConfig as loader } from './loader/config.ts';
import { codexInstructionsObserved } from './sources.ts';

const whenWrong = 'Codex does not start in this project.';

/** The configuration of Codex for a project: its agents, skills and servers. */
export const codexConfig = defineDialect({
  id: 'codex-config',
  title: 'Codex configuration',
  target: 'codex',
  files: ['**/.codex/config.toml'],
  documentation: codexInstructionsObserved.url!,
  source: codexInstructionsObserved,
  schema: () =>
    z.looseObject({
      ...codexConfigurationShape(whenWrong),
      agents: z.looseObject({}).optional().meta({
        description:
          'Agents that are declared here, one table for each: `[agents.reviewer]` with a `description`, and the path of a TOML file as `config_file`.',
        whenWrong,
        order: 90,
      }),
      project_doc_max_bytes: z.number().int().optional().meta({
        description: 'How many bytes of all `AGENTS.md` files together are read.',
        defaultText: '32768',
        whenWrong,
        order: 91,
      }),
    }),
  loader,
  template: ['model = "${1:gpt-5.5}"', ''].join('\n'),
});
