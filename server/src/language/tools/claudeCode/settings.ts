import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeSettingsShape } from './fields/settings.ts';
import { hookScripts, projectFolders } from './hookScripts.ts';
import { claudeCodeSettings } from './loader/settings.ts';
import { claudeSettingsReferences } from './references.ts';
import { claudeSettingsDocumentation } from './sources.ts';
import { claudeBuiltInAgents, claudeTools } from './tools.ts';

/** The settings of Claude Code for a project. */
export const claudeSettings = defineDialect({
  id: 'claude-settings',
  title: 'Claude Code settings',
  target: 'claude',
  files: ['**/.claude/settings.json', '**/.claude/settings.local.json'],
  documentation: claudeSettingsDocumentation.url!,
  source: claudeSettingsDocumentation,
  schema: () => z.looseObject(claudeSettingsShape()),
  tools: claudeTools,
  agents: claudeBuiltInAgents,
  references: claudeSettingsReferences,
  loader: claudeCodeSettings,
  scripts: ({ document, path }) => hookScripts({ document }, projectFolders(path)),
  template: [
    '{',
    '  "permissions": {',
    '    "allow": ["${1:Bash(npm test)}"],',
    '    "deny": ["${2:Read(.env)}"]',
    '  }',
    '}',
    '',
  ].join('\n'),
});
