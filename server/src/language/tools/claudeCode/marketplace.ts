import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeMarketplaceShape } from './fields/plugin.ts';
import { claudeCodeMarketplace } from './loader/marketplace.ts';
import { conflictingManifests } from './marketplaceConflicts.ts';
import { claudeMarketplacesDocumentation } from './sources.ts';

/** A marketplace of Claude Code: a list of plugins that can be installed from it. */
export const claudeMarketplace = defineDialect({
  id: 'claude-marketplace',
  title: 'Claude Code marketplace',
  target: 'claude',
  files: ['**/.claude-plugin/marketplace.json'],
  documentation: claudeMarketplacesDocumentation.url!,
  source: claudeMarketplacesDocumentation,
  schema: () => z.looseObject(claudeMarketplaceShape()),
  loader: claudeCodeMarketplace,
  excludes: conflictingManifests,
  template: [
    '{',
    '  "name": "${1:my-marketplace}",',
    '  "owner": { "name": "${2:Your name}" },',
    '  "plugins": [{ "name": "${3:my-plugin}", "source": "./plugins/${3:my-plugin}" }]',
    '}',
    '',
  ].join('\n'),
});
