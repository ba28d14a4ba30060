import { replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** An MCP tool name as another product writes it. */
export const useMcpToolForm = issueRule({
  id: 'useMcpToolForm',
  title: 'Name MCP tools in the form of the tool that reads the file',
  why: 'Each product has a form of its own: `mcp__server__tool` in Claude Code and Qwen Code, `server/tool` in Copilot, `server_tool` in OpenCode, `mcp_server_tool` in Gemini CLI, `@server/tool` in Kiro.',
  sources: [claudeCodeObserved, loadersObserved],
  issues: ['tools.mcpForm'],
  fixes: (issue, context) => [replaceBySuggestion(issue, context)],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: Read, github/search\n             ^^^^^^^^^^^^^ warning\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: Read, mcp__github__search\n---\nYou write.\n',
      },
      {
        dialect: 'gemini-agent',
        text: '---\nname: writer\ndescription: Writes.\ntools: [mcp__github__search]\n        ^^^^^^^^^^^^^^^^^^^ error\n---\nYou write.\n',
        fixed: '---\nname: writer\ndescription: Writes.\ntools: [mcp_github_search]\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\ntools: mcp__github__search\n---\nYou write.\n',
      },
    ],
  },
});
