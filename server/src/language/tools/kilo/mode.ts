import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeModeShape } from '../openCode/fields/agent.ts';
import { openCodeMode } from '../openCode/mode.ts';
import { kiloAgent, kiloAgentWords } from './agent.ts';
import { kiloMode as loader } from './loader.ts';
import { kiloFiles } from './vocabulary.ts';

/** A mode of Kilo: the older form of a primary agent, still read. */
export const kiloMode = defineDialect({
  ...kiloAgent,
  id: 'kilo-mode',
  title: 'Kilo mode',
  // Folders below are not read.
  files: kiloFiles(['modes', 'mode'], '*.md'),
  schema: () => z.looseObject(openCodeModeShape(kiloAgentWords)),
  loader,
  template: openCodeMode.template,
});
