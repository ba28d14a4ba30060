import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { qwenAgentShape } from './fields/agent.ts';
import { qwenAgent as loader } from './loader/qwen.ts';
import { qwenObserved, qwenSubagentsDocumentation } from './sources.ts';
import { qwenTools } from './tools.ts';
import { qwenBuiltInAgents, qwenPlaceholderTerms } from './values.ts';

/** An agent of Qwen Code, in a project or in the user folder. */
export const qwenAgent = defineDialect({
  id: 'qwen-agent',
  title: 'Qwen Code agent',
  target: 'qwen',
  // The tool skips files in subfolders; the loader reports them.
  files: ['**/.qwen/agents/**/*.md'],
  documentation: qwenSubagentsDocumentation.url!,
  source: qwenObserved,
  schema: () => z.looseObject(qwenAgentShape()),
  tools: qwenTools,
  agents: qwenBuiltInAgents,
  loader,
  body: { placeholders: qwenPlaceholderTerms },
  template: [
    '---',
    'name: ${1:${TM_FILENAME_BASE:my-agent}}',
    'description: ${2:What it does, and when to use it.}',
    'tools:',
    '  - ${3:read_file}',
    '  - ${4:grep_search}',
    'model: ${5|inherit,fast|}',
    '---',
    '',
    '${0:You are a helpful agent.}',
    '',
  ].join('\n'),
  defines: 'agent',
});
