import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeCommand } from '../openCode/command.ts';
import {
  openCodeCommandPlaceholders,
  openCodeCommandShape,
  openCodeCommandsIn,
} from '../openCode/fields/command.ts';
import { openCodeCommandReferences } from '../openCode/references.ts';
import { kiloObserved } from '../openCode/sources.ts';
import { kiloCommand as commandLoader, kiloWorkflow as workflowLoader } from './loader.ts';
import { kiloBuiltInAgents, kiloFiles, kiloPromptPlaceholders } from './vocabulary.ts';

/** A Kilo command: a prompt that the user sends with `/name`. */
export const kiloCommand = defineDialect({
  ...openCodeCommand,
  published: 0,
  id: 'kilo-command',
  title: 'Kilo command',
  target: 'kilo',
  files: kiloFiles(['commands', 'command'], '**/*.md'),
  documentation: 'https://kilo.ai/docs/customize/agent-properties',
  source: kiloObserved,
  schema: () => z.looseObject(openCodeCommandShape('Kilo skips the file; `kilo config check` reports why.')),
  agents: kiloBuiltInAgents,
  references: openCodeCommandReferences('Kilo'),
  loader: commandLoader,
  body: {
    placeholders: [...openCodeCommandPlaceholders, ...kiloPromptPlaceholders],
    imports: true,
    commandsIn: openCodeCommandsIn,
  },
});

/** A Kilo workflow: the older form of a command, a prompt without front matter. */
export const kiloWorkflow = defineDialect({
  id: 'kilo-workflow',
  title: 'Kilo workflow',
  target: 'kilo',
  // Subfolders are not read.
  files: ['**/.kilo/workflows/*.md', '**/.kilocode/workflows/*.md'],
  documentation: 'https://kilo.ai/docs/customize/agent-properties',
  source: kiloObserved,
  schema: () => z.looseObject({}),
  loader: workflowLoader,
  body: { placeholders: openCodeCommandPlaceholders, imports: true, commandsIn: openCodeCommandsIn },
  template: ['# ${1:Title}', '', '${2:What it does.}', '', '${0:1. First do this.}', ''].join('\n'),
  defines: 'command',
});
