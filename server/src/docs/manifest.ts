import { targetNames } from '../language/features/targets.ts';
import { agentFileGlobs, pluginFileGlobs, pluginManifests } from '../language/fileKinds.ts';
import { rules } from '../language/rules/index.ts';
import { dialects } from '../language/tools/index.ts';
import { openFileKeys } from '../lsp/protocol.ts';
import { globsToRegExp } from './globsToRegExp.ts';

/** What of package.json is made from the dialects and rules; the rest is written by hand. */
interface Manifest {
  activationEvents: string[];
  agentFiles?: { pluginFiles: string[] };
  contributes: {
    configuration: { properties: Record<string, object> };
    menus: Record<string, { command: string; when?: string }[]>;
  };
}

const containing = 'workspaceContains:';

/**
 * The text of package.json with its derived parts made anew: the globs of agent files, by which VS Code activates the
 * extension and the client selects documents; the menus' conditions, which say the same of a path, but of an open
 * document what the server has told of it; what is an agent file where it lies in a bundle; and the rules, dialects and
 * tools that the settings may name.
 */
export function deriveManifest(text: string): string {
  const manifest: Manifest = JSON.parse(text);
  const globs = agentFileGlobs().sort();
  manifest.activationEvents = [
    ...[...globs, ...pluginManifests().map(manifest => `**/${manifest}`)].map(glob => containing + glob),
    ...manifest.activationEvents.filter(event => !event.startsWith(containing)),
  ];
  manifest.agentFiles = {
    pluginFiles: pluginFileGlobs()
      .map(glob => `**/${glob}`)
      .sort(),
  };
  const looksLikeOne = `resourcePath =~ /${globsToRegExp(globs)}/`;
  for (const [menu, entries] of Object.entries(manifest.contributes.menus)) {
    for (const entry of entries.filter(({ command }) => command === 'agentFiles.preview')) {
      entry.when = menu.startsWith('explorer/')
        ? `!explorerResourceIsFolder && ${looksLikeOne}`
        : `resource in ${openFileKeys.agentFiles} || resource not in ${openFileKeys.others} && ${looksLikeOne}`;
    }
  }
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
