import type { Tool } from '../../dialect/tool.ts';
import { claudeCommand } from './command.ts';
import { claudeHooksFile } from './hooksFile.ts';
import { claudeListing } from './listing/entries.ts';
import { selectedStyle } from './listing/settings.ts';
import { claudeMarketplace } from './marketplace.ts';
import { claudeMcpFile, claudePluginMcpFile } from './mcpFile.ts';
import { claudeMemory } from './memory.ts';
import { claudeOutputStyle } from './outputStyle.ts';
import { claudePluginAgent } from './pluginAgent.ts';
import { claudePluginManifest } from './pluginManifest.ts';
import { claudeRule } from './rule.ts';
import { claudeSettings } from './settings.ts';
import { claudeSkill } from './skill.ts';
import { claudeSubagent } from './subagent.ts';
import { claudeSwitches } from './switches.ts';

/** Claude Code, with every kind of file that it reads. */
export const claudeCode: Tool = {
  id: 'claudeCode',
  title: 'Claude Code',
  dialects: [
    claudeSubagent,
    claudePluginAgent,
    claudeSkill,
    claudeCommand,
    claudeOutputStyle,
    claudeRule,
    claudeMemory,
    claudePluginManifest,
    claudeMarketplace,
    claudeHooksFile,
    claudeSettings,
    claudeMcpFile,
    claudePluginMcpFile,
  ],
  listing: claudeListing,
  switches: claudeSwitches,
  // CLAUDE.md in this order, and AGENTS.md only without it (recorded with 2.1.332 on 2026-11-29).
  alwaysLoaded: {
    instructions: ['CLAUDE.md', '.claude/CLAUDE.md', 'CLAUDE.local.md'],
    otherwise: 'AGENTS.md',
    rule: ({ scope }) => scope?.unconditional === true,
    settings: claudeSwitches.settings,
    style: selectedStyle,
  },
};
