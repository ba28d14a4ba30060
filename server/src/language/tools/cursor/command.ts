import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import { cursorCommandsReported } from '../shared/documentedSources.ts';

/** A command of Cursor: a prompt in a file, called by the file's name. */
export const cursorCommand = documentedDialect(
  {
    id: 'cursor-command',
    title: 'Cursor command',
    target: 'cursor',
    files: ['**/.cursor/commands/*.md'],
    documentation: 'https://cursor.com/docs/skills',
    source: cursorCommandsReported,
    schema: () => z.looseObject({}),
    template: '${0:Review the changes on this branch.}\n',
    defines: 'command',
  },
  { tool: 'Cursor', version: '2.4', what: 'command', frontMatter: 'none', namedBy: 'file' },
);
