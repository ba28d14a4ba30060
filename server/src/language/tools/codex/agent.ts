import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { codexAgentShape } from './fields/agent.ts';
import { codexAgent as loader } from './loader/codex.ts';
import { codexSubagentsDocumentation } from './sources.ts';

const required = ['name', 'description'];

/** An agent of Codex, in a project or in the user's own folder. */
export const codexAgent = defineDialect({
  id: 'codex-agent',
  title: 'Codex agent',
  target: 'codex',
  files: ['**/.codex/agents/**/*.toml'],
  misplaced: [
    {
      from: /\/\.codex\/agents\/(?:[^/]+\/)*[^/]+\.md$/,
      files: ['**/.codex/agents/**/*.md'],
      keys: required,
      consequence: 'Codex reads only files that end in `.toml`',
      advice: 'Write the agent as TOML, with the prompt as `developer_instructions`',
    },
    {
      from: /(\/\.codex\/agents\/(?:[^/]+\/)*[^/]+)\.TOML$/,
      to: '$1.toml',
      files: ['**/.codex/agents/**/*.TOML'],
      keys: required,
      consequence: 'Codex reads only files that end in `.toml`, in lowercase',
    },
    {
      from: /\/\.agents\/agents\/((?:[^/]+\/)*[^/]+\.toml)$/,
      to: '/.codex/agents/$1',
      files: ['**/.agents/agents/**/*.toml'],
      keys: required,
      consequence: 'Codex reads agents only from `.codex/agents`',
    },
  ],
  documentation: codexSubagentsDocumentation.url!,
  source: codexSubagentsDocumentation,
  schema: () => z.looseObject(codexAgentShape()),
  loader,
  template: [
    'name = "${1:${TM_FILENAME_BASE:my-agent}}"',
    'description = "${2:What it does, and when to use it.}"',
    'developer_instructions = """',
    '${0:You are}',
    '"""',
    '',
  ].join('\n'),
  defines: 'agent',
  duplicates: 'Codex keeps the first one that it reads, with a warning at startup.',
});
