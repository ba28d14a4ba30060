import { limitMeantBy } from '../loading/limitKeys.ts';
import type { Reference } from '../references/reference.ts';
import { bareName } from '../references/reference.ts';
import { refusedStart } from '../references/refusedStart.ts';
import { isOfTool, resolve, useIn } from '../references/resolve.ts';
import type { Rule, RuleContext } from './rule.ts';
import { claudeCodeObserved } from './sources.ts';

/** The name of an MCP server in another form than that of the server. */
export const useServerName: Rule = {
  id: 'useServerName',
  title: 'Name MCP servers as they are configured',
  severity: 'warning',
  why: [
    'Names of servers are compared exactly: `mcp__tracker__list` is not a tool of the server `Tracker`, and an agent gets none. The',
    'servers of a plugin have its name before theirs, for the agents of the plugin too: `mcp__plugin_kit_tracker__list`. Reported is a',
    'name that no server in the workspace has, while one has it in another case, or the plugin’s own server is meant.',
    'Others may be servers of the user. It is an error where a limit is lost with it, or an agent has no other tool.',
  ].join('\n'),
  sources: [claudeCodeObserved],
  examples: {
    invalid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/triage.md',
        text: '---\nname: triage\ndescription: Sorts.\ntools: Read, mcp__tracker__list_items\n                  ^^^^^^^ warning\n---\nYou sort.\n',
        others: { '.mcp.json': '{ "mcpServers": { "Tracker": { "command": "tracker" } } }\n' },
        fixed:
          '---\nname: triage\ndescription: Sorts.\ntools: Read, mcp__Tracker__list_items\n---\nYou sort.\n',
      },
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/triage.md',
        text: '---\nname: triage\ndescription: Sorts.\ndisallowedTools: mcp__tracker__drop\n                      ^^^^^^^ error\n---\nYou sort.\n',
        others: { '.mcp.json': '{ "mcpServers": { "Tracker": { "command": "tracker" } } }\n' },
        fixed:
          '---\nname: triage\ndescription: Sorts.\ndisallowedTools: mcp__Tracker__drop\n---\nYou sort.\n',
      },
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/triage.md',
        text: '---\nname: triage\ndescription: Sorts.\ntools: mcp__tracker__list_items\n            ^^^^^^^ error\n---\nYou sort.\n',
        others: { '.mcp.json': '{ "mcpServers": { "Tracker": { "command": "tracker" } } }\n' },
        fixed: '---\nname: triage\ndescription: Sorts.\ntools: mcp__Tracker__list_items\n---\nYou sort.\n',
      },
    ],
    valid: [
      {
        dialect: 'claude-subagent',
        path: '.claude/agents/triage.md',
        text: '---\nname: triage\ndescription: Sorts.\ntools: Read, mcp__Tracker__*, mcp__browser\n---\nYou sort.\n',
        others: { '.mcp.json': '{ "mcpServers": { "Tracker": { "command": "tracker" } } }\n' },
      },
    ],
  },
  *check(context) {
    const { document, workspace, loader } = context;
    if (!workspace.isSurveyed(document.uri)) return;
    const isRefused = refusedStart(context) !== undefined;
    for (const reference of context.references()) {
      if (reference.to !== 'server') continue;
      const { name, range } = reference;
      const meant = meantBy(reference, context);
      if (meant === undefined) continue;
      const isCase = meant.toLowerCase() === name.toLowerCase();
      const path = 'path' in reference.by ? reference.by.path : [];
      const isDenial = path.some(key => key === 'deny' || limitMeantBy(key, name) === 'deny');
      const result = isDenial
        ? 'disallows nothing'
        : isRefused
          ? 'refuses to start the agent without any tool'
          : 'finds no tool';
      yield {
        range,
        ...(path[0] !== undefined && { field: path[0] }),
        ...((isDenial || isRefused) && { severity: 'error' }),
        problem: isCase
          ? `No MCP server is named \`${name}\``
          : `Plugin’s name is missing before \`${name}\``,
        consequence: isCase
          ? `${loader.tool} compares names of servers exactly, and ${result}`
          : `${loader.tool} knows the servers of a plugin by a longer name, and ${result}`,
        advice: `Write \`${meant}\``,
        fixes: () => [{ title: `Change to \`${meant}\``, changes: [{ range, newText: meant }], safe: false }],
      };
    }
  },
};

/** The server that a name without a server certainly means. */
function meantBy(reference: Reference, context: RuleContext): string | undefined {
  const { name } = reference;
  const use = useIn(context);
  if (resolve(reference, use).files.length > 0) return undefined;
  const { workspace, dialect, plugin } = context;
  const files = workspace.names.called(bareName(name)).filter(file => isOfTool(file, { ...use, dialect }));
  const names = files.flatMap(({ calledBy = [] }) => calledBy);
  const inCase = names.find(each => each.toLowerCase() === name.toLowerCase());
  if (inCase !== undefined) return inCase;
  const own = plugin === undefined ? undefined : `plugin:${plugin}:${name}`;
  return own !== undefined && names.includes(own)
    ? names.find(each => each.startsWith('plugin_') && each.endsWith(`_${name}`))
    : undefined;
}
