import { lazy } from '../lazy.ts';
import { agentSkill } from './agentSkill.ts';
import { antigravityAgent } from './antigravityAgent.ts';
import { augmentAgent } from './augmentAgent.ts';
import {
  type Bundle,
  type BundledFile,
  bundledDialects,
  fileInBundle,
  namedPathsIn,
  type PlacedFile,
} from './bundles.ts';
import { claudeCommand } from './claudeCommand.ts';
import { claudeMemory } from './claudeMemory.ts';
import { claudeMpmAgent } from './claudeMpmAgent.ts';
import { claudeOutputStyle } from './claudeOutputStyle.ts';
import { claudePluginAgent } from './claudePluginAgent.ts';
import { claudeRule } from './claudeRule.ts';
import { claudeSkill } from './claudeSkill.ts';
import { claudeSubagent } from './claudeSubagent.ts';
import { codeBuddyAgent } from './codeBuddyAgent.ts';
import { continueAgent } from './continueAgent.ts';
import { copilotAgent } from './copilotAgent.ts';
import { copilotChatmode } from './copilotChatmode.ts';
import { copilotInstructions } from './copilotInstructions.ts';
import { copilotPrompt } from './copilotPrompt.ts';
import { cursorAgent } from './cursorAgent.ts';
import { cursorCommand } from './cursorCommand.ts';
import { cursorRule } from './cursorRule.ts';
import { devinAgent } from './devinAgent.ts';
import type { Dialect } from './dialect.ts';
import { factoryCommand } from './factoryCommand.ts';
import { factoryDroid } from './factoryDroid.ts';
import { geminiAgent } from './geminiAgent.ts';
import { bySpecificity } from './glob.ts';
import { gooseAgent } from './gooseAgent.ts';
import { junieAgent } from './junieAgent.ts';
import { kiloAgent } from './kiloAgent.ts';
import { kiloCommand } from './kiloCommand.ts';
import { kiloMode } from './kiloMode.ts';
import { kiloWorkflow } from './kiloWorkflow.ts';
import { kimiAgent } from './kimiAgent.ts';
import { kiroAgent } from './kiroAgent.ts';
import { kiroSteering } from './kiroSteering.ts';
import { lettaAgent } from './lettaAgent.ts';
import { openCodeAgent } from './openCodeAgent.ts';
import { openCodeCommand } from './openCodeCommand.ts';
import { openCodeMode } from './openCodeMode.ts';
import { openHandsAgent } from './openHandsAgent.ts';
import { qoderAgent } from './qoderAgent.ts';
import { qwenAgent } from './qwenAgent.ts';
import { sharedAgent } from './sharedAgent.ts';
import { traeAgent } from './traeAgent.ts';

export type { Bundle, PlacedFile };

/** Every dialect there is. Adding one is one file and its two lines here. */
export const dialects: readonly Dialect[] = [
  claudeSubagent,
  claudePluginAgent,
  claudeSkill,
  claudeCommand,
  claudeOutputStyle,
  claudeRule,
  claudeMemory,
  openCodeAgent,
  openCodeMode,
  openCodeCommand,
  kiloAgent,
  kiloMode,
  kiloCommand,
  kiloWorkflow,
  geminiAgent,
  qwenAgent,
  qoderAgent,
  copilotAgent,
  copilotPrompt,
  copilotInstructions,
  copilotChatmode,
  kimiAgent,
  continueAgent,
  agentSkill,
  cursorAgent,
  cursorRule,
  cursorCommand,
  factoryDroid,
  factoryCommand,
  kiroAgent,
  kiroSteering,
  claudeMpmAgent,
  junieAgent,
  antigravityAgent,
  augmentAgent,
  gooseAgent,
  openHandsAgent,
  traeAgent,
  codeBuddyAgent,
  lettaAgent,
  devinAgent,
  sharedAgent,
];

/** The dialect with that id, if there is one. */
export function dialectById(id: string): Dialect | undefined {
  return dialects.find(dialect => dialect.id === id);
}

/**
 * The dialect of a file by its path, absolute or relative, with `/` or `\`. A file of one of the `bundles` is what it
 * is in the innermost of them. Else, where several globs match, the one with the most letters of its own says more of
 * the path than the others, and wins; of equals, the dialect listed first.
 */
export function dialectForPath(path: string, bundles: Iterable<Bundle> = []): Dialect | undefined {
  const slashed = path.replaceAll('\\', '/');
  return fileAt(slashed, bundles)?.dialect;
}

/** The same of a path with `/`, with the path by which the dialect's loader is to judge the file. */
export function fileAt(path: string, bundles: Iterable<Bundle>): PlacedFile | undefined {
  const dialect = globs().find(({ matches }) => matches(path))?.meaning;
  const own = dialect && { dialect, path };
  const bundled = bundledFile(path, bundles);
  // What a tool reads in a folder of its own, it reads there still when a bundle names it too.
  const isReadAlone = bundled?.isNamed && dialect?.target === bundled.dialect.target;
  return isReadAlone && dialect !== bundled.dialect ? own : (bundled ?? own);
}

/** What a file is in the innermost of the bundles that say what it is. */
function bundledFile(path: string, bundles: Iterable<Bundle>): BundledFile | undefined {
  let innermost: { readonly file: BundledFile; readonly folder: string } | undefined;
  for (const bundle of bundles) {
    const { folder } = bundle;
    if (!path.startsWith(folder) || folder.length <= (innermost?.folder.length ?? -1)) continue;
    const file = fileInBundle(path, bundle, bundledOnes());
    if (file) innermost = { file, folder };
  }
  return innermost?.file;
}

/**
 * The dialect of a file in a folder that several tools read, by the keys of its front matter: of the dialects that
 * share the folder, the one of whose own keys it has the most. `undefined` when it has none of them.
 */
export function dialectForKeys(path: string, keys: ReadonlySet<string>): Dialect | undefined {
  const slashed = path.replaceAll('\\', '/');
  const sharing = sharedGlobs().filter(({ matches }) => matches(slashed));
  return mostLike([...new Set(sharing.map(({ meaning }) => meaning))], keys);
}

/** True for a file in a folder that several tools read: its keys may tell whose it is. */
export function isInSharedFolder(path: string): boolean {
  const slashed = path.replaceAll('\\', '/');
  return sharedGlobs().some(({ matches }) => matches(slashed));
}

/** Of dialects that share a folder, the one of whose own keys a file has the most; of equals, the first. */
export function mostLike(sharing: readonly Dialect[], keys: ReadonlySet<string>): Dialect | undefined {
  return sharing
    .map(dialect => ({ dialect, count: dialect.shares?.keys.filter(key => keys.has(key)).length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0]?.dialect;
}

/** The globs of all dialects, each once: what to search for and to watch. */
export function agentFileGlobs(): string[] {
  return [...new Set(dialects.flatMap(({ files, shares }) => [...files, ...(shares?.files ?? [])]))];
}

/** The files that make a folder a bundle, each once, as paths below it. */
export const bundleMarkers = lazy((): readonly string[] => [
  ...new Set(dialects.flatMap(({ bundled }) => bundled?.marker ?? [])),
]);

/** The globs of all dialects for files below the folder of a bundle, each once. */
export function bundledFileGlobs(): string[] {
  return [...new Set(dialects.flatMap(({ bundled }) => bundled?.files ?? []))];
}

/** The bundle that a file makes, when its path is that of a marker. `text` is what stands in the file. */
export function bundleMarkedBy(path: string, text = ''): Bundle | undefined {
  const marker = bundleMarkers().find(name => path.endsWith(`/${name}`));
  if (marker === undefined) return undefined;
  const named = namedPathsIn(text, namingKeys());
  return { folder: path.slice(0, -marker.length), marker, ...(named && { named }) };
}

/** The keys by which markers name paths of their own, each once. */
const namingKeys = lazy(() => [...new Set(dialects.flatMap(({ bundled }) => bundled?.named?.key ?? []))]);

/** All globs, the most specific first. */
const globs = lazy(() =>
  bySpecificity(dialects.flatMap(dialect => dialect.files.map(glob => [glob, dialect] as const))),
);

/** The globs of folders that several tools read. */
const sharedGlobs = lazy(() =>
  bySpecificity(
    dialects.flatMap(dialect => (dialect.shares?.files ?? []).map(glob => [glob, dialect] as const)),
  ),
);

/** The dialects that have files in bundles. */
const bundledOnes = lazy(() => bundledDialects(dialects));
