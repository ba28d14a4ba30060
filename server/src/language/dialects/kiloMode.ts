import * as z from 'zod';
import { kiloMode as loader } from '../loaders/kilo.ts';
import { defineDialect } from './defineDialect.ts';
import { kiloAgent, kiloAgentWords } from './kiloAgent.ts';
import { openCodeMode } from './openCodeMode.ts';
import { openCodeModeShape } from './schemas/openCodeAgent.ts';
import { kiloFiles } from './vocabulary/kilo.ts';

/** A mode of Kilo: the older form of a primary agent, still read. */
export const kiloMode = defineDialect({
  ...kiloAgent,
  id: 'kilo-mode',
  title: 'Kilo mode',
  // Folders below are not read.
  files: kiloFiles(['modes', 'mode'], '*.md'),
  schema: () => z.looseObject(openCodeModeShape(kiloAgentWords)),
  loader,
  scaffold: openCodeMode.scaffold,
});
