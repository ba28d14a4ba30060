import type { Source } from '../../dialect/dialect.ts';

/** Where the facts about Claude Code come from. Where the two disagree, the observation wins. */
const verified = '2026-11-21';

/** The released program, run offline on test files. */
export const claudeCodeObserved: Source = {
  title: 'Claude Code 2.1.332, observed',
  verified,
  evidence: 'measured',
};

export const claudeSubagentsDocumentation: Source = {
  title: 'Claude Code documentation, subagents',
  url: 'https://code.claude.com/docs/en/sub-agents#supported-frontmatter-fields',
  verified,
  evidence: 'documentation',
};

export const claudeHooksDocumentation: Source = {
  title: 'Claude Code documentation, hooks reference',
  url: 'https://code.claude.com/docs/en/hooks',
  verified,
  evidence: 'documentation',
};

export const claudeMcpDocumentation: Source = {
  title: 'Claude Code documentation, MCP',
  url: 'https://code.claude.com/docs/en/mcp',
  verified,
  evidence: 'documentation',
};

export const claudeSkillsDocumentation: Source = {
  title: 'Claude Code documentation, skills',
  url: 'https://code.claude.com/docs/en/skills#frontmatter-reference',
  verified,
  evidence: 'documentation',
};

export const claudeOutputStylesDocumentation: Source = {
  title: 'Claude Code documentation, output styles',
  url: 'https://code.claude.com/docs/en/output-styles#frontmatter',
  verified,
  evidence: 'documentation',
};

export const claudeMemoryDocumentation: Source = {
  title: 'Claude Code documentation, memory',
  url: 'https://code.claude.com/docs/en/memory#path-specific-rules',
  verified,
  evidence: 'documentation',
};

export const claudePluginsDocumentation: Source = {
  title: 'Claude Code documentation, plugin manifest',
  url: 'https://code.claude.com/docs/en/plugins/manifest-reference',
  verified: '2026-11-29',
  evidence: 'documentation',
};

export const claudeMarketplacesDocumentation: Source = {
  title: 'Claude Code documentation, plugin marketplaces',
  url: 'https://code.claude.com/docs/en/plugins/marketplace-reference',
  verified: '2026-11-29',
  evidence: 'documentation',
};

export const claudeSettingsDocumentation: Source = {
  title: 'Claude Code documentation, settings',
  url: 'https://code.claude.com/docs/en/settings',
  verified: '2026-11-29',
  evidence: 'documentation',
};
