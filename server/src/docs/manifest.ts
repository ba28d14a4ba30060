import { targetNames } from '../language/features/targets.ts';
import {
  agentFileGlobs,
  misplacedFileGlobs,
  pluginFileGlobs,
  pluginManifests,
} from '../language/fileKinds.ts';
import { rules } from '../language/rules/index.ts';
import { dialects } from '../language/tools/index.ts';
import { openFileKeys } from '../lsp/protocol.ts';
import { completionFile, fileMatch, jsonDialects } from './dialectSchemas.ts';
import { globsToRegExp } from './globsToRegExp.ts';

/** The parts of package.json that are generated from the dialects and rules. */
interface Manifest {
  activationEvents: string[];
  agentFiles?: { pluginFiles: string[]; misplacedFiles: string[] };
  contributes: {
    configuration: { properties: Record<string, object> };
    jsonValidation?: { fileMatch: readonly string[]; url: string }[];
    menus: Record<string, { command: string; when?: string }[]>;
  };
}

const containing = 'workspaceContains:';

/**
 * Returns the text of package.json with its generated parts updated: the globs of agent files, which activate the
 * extension and select documents; the `when` clauses of the menus, which test the path or, for open documents, the status
 * from the server; the schemas of JSON files; the globs of agent files in plugins, and of misplaced ones; and the rules, dialects and tools that the settings accept.
 */
export function deriveManifest(text: string): string {
  const manifest: Manifest = JSON.parse(text);
  const globs = agentFileGlobs().sort();
  manifest.activationEvents = [
    ...new Set(
      [...globs, ...pluginManifests().map(manifest => `**/${manifest}`)].map(glob => containing + glob),
    ),
    ...manifest.activationEvents.filter(event => !event.startsWith(containing)),
  ];
  manifest.agentFiles = {
    pluginFiles: pluginFileGlobs()
      .map(glob => `**/${glob}`)
      .sort(),
    misplacedFiles: [...misplacedFileGlobs()].sort(),
  };
  const looksLikeOne = `resourcePath =~ /${globsToRegExp(globs)}/`;
  for (const [menu, entries] of Object.entries(manifest.contributes.menus)) {
    // All files of our own view are agent files.
    if (menu.startsWith('view/')) continue;
    for (const entry of entries.filter(({ command }) => command === 'agentFiles.preview')) {
      entry.when = menu.startsWith('explorer/')
        ? `!explorerResourceIsFolder && ${looksLikeOne}`
        : `resource in ${openFileKeys.agentFiles} || resource not in ${openFileKeys.others} && ${looksLikeOne}`;
    }
  }
  const matched = new Set<string>();
  manifest.contributes.jsonValidation = jsonDialects().flatMap(dialect => {
    // Of two dialects that files may have by their path, editors get the first.
    const globs = fileMatch(dialect).filter(glob => !matched.has(glob));
    for (const glob of globs) matched.add(glob);
    return globs.length > 0 ? { fileMatch: globs, url: `./${completionFile(dialect)}` } : [];
  });
  const { properties } = manifest.contributes.configuration;
  properties['agentFiles.rules'] = {
    ...properties['agentFiles.rules'],
    propertyNames: {
      enum: rules.map(({ id }) => id),
      markdownEnumDescriptions: rules.map(({ title }) => title),
    },
  };
  properties['agentFiles.associations'] = {
    ...properties['agentFiles.associations'],
    additionalProperties: {
      type: 'string',
      enum: dialects.map(({ id }) => id),
      enumDescriptions: dialects.map(({ title }) => title),
    },
  };
  properties['agentFiles.targets'] = {
    ...properties['agentFiles.targets'],
    items: { type: 'string', enum: targetNames() },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
