import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { emulated } from './release.ts';

/**
 * The instructions that Claude Code reads in every session: CLAUDE.md, CLAUDE.local.md, and AGENTS.md in their place.
 * They have no front matter, and nothing in them can be wrong but the files that they import.
 */
export const claudeCodeMemory: Loader = {
  ...emulated,
  evidence: 'documented',
  load({ document: { text }, path }) {
    // What packages bring along is theirs.
    if (/(?:^|\/)node_modules\//.test(path)) return { ...nothingLoaded, ignored: true };
    return {
      ...nothingLoaded,
      loads: true,
      body: { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length },
    };
  },
};
