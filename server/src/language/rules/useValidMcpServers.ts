import { mapToList } from './edits/mapToList.ts';
import { valueFixes } from './edits/valueRepairs.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** MCP servers with an invalid structure. */
export const useValidMcpServers = issueRule({
  id: 'useValidMcpServers',
  title: 'Write MCP servers in the structure that the tool reads',
  why: 'In a subagent, Claude Code expects a list of server names or of `name: configuration`. A mapping, as in `.mcp.json`, is silently ignored. Other tools expect the mapping.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  codes: ['mcp.invalid'],
  fixes: (issue, context) => {
    const { document, dialect } = context;
    const entry = document.entry(issue.field ?? '');
    const expectsList = entry && dialect.fields().field([entry.key])?.types.join() === 'list';
    const changes = expectsList ? mapToList(document, entry) : undefined;
    return [
      changes && { title: 'Change to a list of servers', changes, safe: true },
      ...valueFixes(issue, context),
    ];
  },
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmcpServers:\n^^^^^^^^^^ warning\n  github:\n    command: gh-mcp\n---\nYou write.\n',
        fixed:
          '---\nname: writer\ndescription: Writes.\nmcpServers:\n  - github:\n      command: gh-mcp\n---\nYou write.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        text: '---\nname: writer\ndescription: Writes.\nmcpServers:\n  - github\n  - local:\n      command: ./serve\n---\nYou write.\n',
      },
    ],
  },
});
