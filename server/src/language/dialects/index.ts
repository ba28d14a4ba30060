import picomatch from 'picomatch';
import { lazy } from '../lazy.ts';
import { claudePluginAgent } from './claudePluginAgent.ts';
import { claudeSubagent } from './claudeSubagent.ts';
import type { Dialect } from './dialect.ts';
import { kiloAgent } from './kiloAgent.ts';
import { kiloCommand } from './kiloCommand.ts';
import { kiloMode } from './kiloMode.ts';
import { openCodeAgent } from './openCodeAgent.ts';
import { openCodeCommand } from './openCodeCommand.ts';
import { openCodeMode } from './openCodeMode.ts';

/** Every dialect there is. Adding one is one file and its two lines here. */
export const dialects: readonly Dialect[] = [
  claudeSubagent,
  claudePluginAgent,
  openCodeAgent,
  openCodeMode,
  openCodeCommand,
  kiloAgent,
  kiloMode,
  kiloCommand,
];

/** The dialect with that id, if there is one. */
export function dialectById(id: string): Dialect | undefined {
  return dialects.find(dialect => dialect.id === id);
}

/**
 * The dialect of a file by its path, absolute or relative, with `/` or `\`. Where several globs match, the one with
 * the most letters of its own says more of the path than the others, and wins; of equals, the dialect listed first.
 */
export function dialectForPath(path: string): Dialect | undefined {
  const slashed = path.replaceAll('\\', '/');
  return globs().find(({ matches }) => matches(slashed))?.dialect;
}

/** The globs of all dialects, each once: what to search for and to watch. */
export function agentFileGlobs(): string[] {
  return [...new Set(dialects.flatMap(({ files }) => files))];
}

/** All globs, the most specific first. */
const globs = lazy(() =>
  dialects
    .flatMap(dialect =>
      dialect.files.map(glob => ({
        dialect,
        specificity: glob.replace(/[*?[\]{}()!|,/]/g, '').length,
        matches: picomatch(glob, { dot: true, windows: false }),
      })),
    )
    .sort((a, b) => b.specificity - a.specificity),
);
