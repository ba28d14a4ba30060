import { mapToList } from './edits/mapToList.ts';
import { issueRule } from './issueRule.ts';
import { claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved } from './sources.ts';

/** MCP servers in a wrong shape. */
export const useValidMcpServers = issueRule({
  id: 'useValidMcpServers',
  title: 'Write MCP servers in the shape that the tool takes',
  why: 'Claude Code wants a list in a subagent, of server names or of `name: configuration`; a map, as in `.mcp.json`, is ignored without a message. Other tools want the map.',
  sources: [claudeCodeObserved, claudeSubagentsDocumentation, loadersObserved],
  issues: ['mcp.invalid'],
  fixes: (issue, { document, dialect }) => {
    const entry = document.entry(issue.field ?? '');
    const wantsList = entry && dialect.fields().field([entry.key])?.types.join() === 'list';
    const changes = wantsList ? mapToList(document, entry) : undefined;
    return [changes && { title: 'Make it a list of servers', changes, safe: true }];
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
