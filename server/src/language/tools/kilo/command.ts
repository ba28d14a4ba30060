import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeCommand } from '../openCode/command.ts';
import { openCodeCommandPlaceholders, openCodeCommandShape } from '../openCode/fields/command.ts';
import { kiloObserved } from '../openCode/sources.ts';
import { kiloCommand as loader } from './loader.ts';
import { kiloFiles, kiloPromptPlaceholders } from './vocabulary.ts';

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
