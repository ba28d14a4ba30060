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

/** A path has to contain the longest of a glob's words before it is worth a regular expression. */
function matcherOf(glob: string): (path: string) => boolean {
  const words = glob.replace(/\{[^}]*\}|\[[^\]]*\]/g, '*').split(/[*?!()|+@]+/);
  const word = words
    .map(part => part.replace(/^\/|\/$/g, ''))
    .reduce((a, b) => (b.length > a.length ? b : a));
  const matches = picomatch(glob, { dot: true, windows: false });
  return path => path.includes(word) && matches(path);
}

/** All globs, the most specific first. */
const globs = lazy(() =>
  dialects
    .flatMap(dialect =>
      dialect.files.map(glob => ({
        dialect,
        specificity: glob.replace(/[*?[\]{}()!|,/]/g, '').length,
        matches: matcherOf(glob),
      })),
    )
    .sort((a, b) => b.specificity - a.specificity),
);
