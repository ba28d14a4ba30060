import { problemsOfSeveral } from '../loading/problems.ts';
import { replaceAllBySuggestion, replaceBySuggestion } from './edits/suggestion.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, loadersObserved } from './sources.ts';

/** An MCP tool name in the form of another product. */
export const useMcpToolForm = issueRule({
  id: 'useMcpToolForm',
  title: 'Name MCP tools in the form that the tool reads',
  why: 'Each product has its own form: `mcp__server__tool` in Claude Code and Qwen Code, `server/tool` in Copilot, `server_tool` in OpenCode, `mcp_server_tool` in Gemini CLI, `@server/tool` in Kiro.',
  sources: [claudeCodeObserved, loadersObserved],
  codes: ['tools.mcpForm'],
  grouping: {
    within: 'field',
    problem: problemsOfSeveral.foreignMcpForms,
    fixes: (issues, context) => [replaceAllBySuggestion(issues, context)],
  },
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
