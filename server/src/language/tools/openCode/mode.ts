import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeAgent, openCodeAgentTexts } from './agent.ts';
import { openCodeModeShape } from './fields/agent.ts';
import { openCodeMode as loader } from './loader/openCode.ts';

/** An OpenCode mode: the older form of a primary agent, still read. */
export const openCodeMode = defineDialect({
  ...openCodeAgent,
  id: 'opencode-mode',
  title: 'OpenCode mode',
  // Subfolders are not read.
  files: [
    '**/.opencode/modes/*.md',
    '**/.opencode/mode/*.md',
    '**/.config/opencode/modes/*.md',
    '**/.config/opencode/mode/*.md',
  ],
  schema: () =>
    z.looseObject(
      openCodeModeShape({
        ...openCodeAgentTexts,
        whenWrong: 'OpenCode silently skips the mode.',
      }),
    ),
  loader,
  template: [
    '---',
    'description: ${1:What it is for.}',
    'permission:',
    '  edit: ${2|allow,ask,deny|}',
    '---',
    '',
    '${0:You are}',
    '',
  ].join('\n'),
});
