import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { type Loader, nothingLoaded } from '../../loading/loader.ts';
import { claudeImports } from './imports.ts';
import { emulated } from './loader/release.ts';
import { claudeMemoryDocumentation } from './sources.ts';

/**
 * The instructions that Claude Code reads in every session: CLAUDE.md, CLAUDE.local.md, and AGENTS.md in their place.
 * They have no front matter, and nothing in them can be wrong except the files they import.
 */
export const claudeCodeMemory: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document: { text }, path }) {
    // Files of installed packages are not the author's.
    if (/(?:^|\/)node_modules\//.test(path)) return { ...nothingLoaded, ignored: true };
    // Claude Code drops comments, and a file of which nothing is left.
    if (!/\S/.test(text.replace(/<!--[\s\S]*?-->/g, '').replace('\uFEFF', '')))
      return { ...nothingLoaded, ignored: true };
    return {
      ...nothingLoaded,
      loads: true,
      body: { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length },
    };
  },
};

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
  body: {
    ...claudeImports,
    shared: { name: 'AGENTS.md', beside: ['.claude', 'CLAUDE.md', 'CLAUDE.local.md'] },
  },
  template: ['# ${1:The project}', '', '${0:What to know about it}', ''].join('\n'),
});
