import * as z from 'zod';
import { defineDialect } from './defineDialect.ts';
import { kiloCommand } from './kiloCommand.ts';

/** A workflow of Kilo: a Markdown file without front matter that becomes a command. */
export const kiloWorkflow = defineDialect({
  ...kiloCommand,
  id: 'kilo-workflow',
  title: 'Kilo workflow',
  // Folders below are not read.
  files: ['**/{.kilo,.kilocode}/workflows/*.md'],
  schema: () => z.looseObject({}),
  scaffold: ['# ${1:What it does}', '', '${2:One line that describes it.}', '', '${0:Do this:}', ''].join(
    '\n',
  ),
});
