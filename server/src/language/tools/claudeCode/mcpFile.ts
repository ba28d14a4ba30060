import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeMcpServerMapSchema } from './fields/mcpServers.ts';
import { claudeCodeMcpFile, claudeCodePluginMcpFile } from './loader/mcpFile.ts';
import { inClaudePlugin } from './plugins.ts';
import { claudeServerNames } from './references.ts';
import { claudeMcpDocumentation } from './sources.ts';

/** The MCP servers of a project. */
export const claudeMcpFile = defineDialect({
  id: 'claude-mcp',
  title: 'Claude Code MCP servers',
  target: 'claude',
  files: ['**/.mcp.json'],
  documentation: claudeMcpDocumentation.url!,
  source: claudeMcpDocumentation,
  schema: () =>
    z.looseObject({
      mcpServers: claudeMcpServerMapSchema().meta({
        description: 'The servers, by the names that tools are called by: `mcp__name__tool`.',
        whenWrong: 'No server is loaded. A wrong server is silently left out.',
        order: 1,
      }),
    }),
  servers: claudeServerNames,
  loader: claudeCodeMcpFile,
  template: [
    '{',
    '  "mcpServers": {',
    '    "${1:name}": { "command": "${2:npx}", "args": ["${3:-y}"] }',
    '  }',
    '}',
    '',
  ].join('\n'),
});

/** The MCP servers of a plugin. */
export const claudePluginMcpFile = defineDialect({
  ...claudeMcpFile,
  id: 'claude-plugin-mcp',
  title: 'Claude Code plugin MCP servers',
  files: [],
  inPlugins: { ...inClaudePlugin(undefined, '.mcp.json'), needsManifest: true },
  loader: claudeCodePluginMcpFile,
});
