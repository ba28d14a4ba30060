import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { openCodeCommandPlaceholders } from '../openCode/fields/command.ts';
import { kiloObserved } from '../openCode/sources.ts';
import { kiloWorkflow as loader } from './loader.ts';

/** A workflow of Kilo: the older form of a command, a prompt without front matter. */
export const kiloWorkflow = defineDialect({
  id: 'kilo-workflow',
  title: 'Kilo workflow',
  target: 'kilo',
  // Folders below are not read.
  files: ['**/.kilo/workflows/*.md', '**/.kilocode/workflows/*.md'],
  documentation: 'https://kilo.ai/docs/customize/agent-properties',
  source: kiloObserved,
  schema: () => z.looseObject({}),
  loader,
  body: { placeholders: openCodeCommandPlaceholders, imports: true },
  template: ['# ${1:Title}', '', '${2:What it does.}', '', '${0:1. First do this.}', ''].join('\n'),
  defines: 'command',
});
