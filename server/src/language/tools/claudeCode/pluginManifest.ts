import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeManifestShape } from './fields/plugin.ts';
import { claudeCodeManifest } from './loader/manifest.ts';
import { claudeServerNames } from './references.ts';
import { claudePluginsDocumentation } from './sources.ts';

/** The manifest of a Claude Code plugin, which decides whether any of its parts is loaded. */
export const claudePluginManifest = defineDialect({
  id: 'claude-plugin-manifest',
  title: 'Claude Code plugin manifest',
  target: 'claude',
  files: ['**/.claude-plugin/plugin.json'],
  documentation: claudePluginsDocumentation.url!,
  source: claudePluginsDocumentation,
  schema: () => z.looseObject(claudeManifestShape()),
  servers: load => claudeServerNames(load, load.name ?? undefined),
  loader: claudeCodeManifest,
  template: [
    '{',
    '  "name": "${1:my-plugin}",',
    '  "version": "1.0.0",',
    '  "description": "${2:What it does.}",',
    '  "author": { "name": "${3:Your name}" }',
    '}',
    '',
  ].join('\n'),
});
