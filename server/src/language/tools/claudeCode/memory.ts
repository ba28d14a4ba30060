import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeCodeMemory } from './loader/memory.ts';
import { claudeImport } from './placeholders.ts';
import { claudeMemoryDocumentation } from './sources.ts';

/** What Claude Code reads in every session: Markdown without front matter, which can import other files. */
export const claudeMemory = defineDialect({
  id: 'claude-memory',
  title: 'Claude Code memory',
  target: 'claude',
  // AGENTS.md belongs to many tools; Claude Code reads it where there is no CLAUDE.md.
  files: ['**/CLAUDE.md', '**/CLAUDE.local.md', '**/AGENTS.md'],
  documentation: 'https://code.claude.com/docs/en/memory#import-additional-files',
  source: claudeMemoryDocumentation,
  schema: () => z.looseObject({}),
  loader: claudeCodeMemory,
  body: { placeholders: [claudeImport], imports: true, importsFrom: 'file', importDepth: 4 },
  template: ['# ${1:The project}', '', '${0:What to know about it}', ''].join('\n'),
});
