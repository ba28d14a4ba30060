import * as z from 'zod';
import { kiloCommand as loader } from '../loaders/kilo.ts';
import { defineDialect } from './defineDialect.ts';
import { openCodeCommand } from './openCodeCommand.ts';
import { openCodeCommandPlaceholders, openCodeCommandShape } from './schemas/openCodeCommand.ts';
import { kiloFiles, kiloPromptPlaceholders } from './vocabulary/kilo.ts';
import { kiloObserved } from './vocabulary/openCodeSources.ts';

/** A command of Kilo: a prompt that the user sends with `/name`. */
export const kiloCommand = defineDialect({
  ...openCodeCommand,
  id: 'kilo-command',
  title: 'Kilo command',
  target: 'kilo',
  files: kiloFiles(['commands', 'command'], '**/*.md'),
  documentation: 'https://kilo.ai/docs/customize/agent-properties',
  source: kiloObserved,
  schema: () =>
    z.looseObject(openCodeCommandShape('Kilo then leaves this file out; `kilo config check` says why.')),
  loader,
  body: { placeholders: [...openCodeCommandPlaceholders, ...kiloPromptPlaceholders], imports: true },
});
