import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeCommandPlaceholders, openCodeCommandShape, openCodeCommandsIn } from './fields/command.ts';
import { openCodeCommand as loader } from './loader/openCode.ts';
import { openCodeAgentNames, openCodeCommandReferences } from './references.ts';
import { openCodeCommandsDocumentation } from './sources.ts';

/** An OpenCode command: a prompt that the user sends with `/name`. */
export const openCodeCommand = defineDialect({
  id: 'opencode-command',
  title: 'OpenCode command',
  target: 'opencode',
  files: [
    '**/.opencode/commands/**/*.md',
    '**/.opencode/command/**/*.md',
    '**/.config/opencode/commands/**/*.md',
    '**/.config/opencode/command/**/*.md',
  ],
  documentation: 'https://opencode.ai/docs/commands/',
  source: openCodeCommandsDocumentation,
  schema: () =>
    z.looseObject(
      openCodeCommandShape('OpenCode rejects its whole configuration: no agent and no command is available.'),
    ),
  agents: openCodeAgentNames,
  references: openCodeCommandReferences('OpenCode'),
  loader,
  body: { placeholders: openCodeCommandPlaceholders, imports: true, commandsIn: openCodeCommandsIn },
  template: ['---', 'description: ${1:What it does.}', '---', '', '${0:Do this:} $ARGUMENTS', ''].join('\n'),
  defines: 'command',
  published: 5,
});
