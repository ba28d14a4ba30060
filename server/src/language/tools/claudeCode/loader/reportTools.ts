import { problems } from '../../../loading/problems.ts';
import type { IssueCollector } from './issueCollector.ts';
import { shownValue } from './reportValues.ts';
import type { ToolEntry } from './toolList.ts';
import {
  deadToolNamed,
  isBareMcpName,
  isMcpTool,
  isVainMcpPattern,
  isWithheld,
  mcpFormOf,
  meantTool,
  toolNamed,
} from './toolNames.ts';

/** Reports a name in `disallowedTools` that is not a tool. */
export function reportUnknownDisallowed({ name, range }: ToolEntry, issues: IssueCollector): void {
  const several = 'Claude Code disallows nothing by such names';
  const about = { field: 'disallowedTools', subject: name, several };
  const consequence = 'Claude Code disallows nothing by this name';
  const gone = deadToolNamed(name);
  if (gone) {
    issues.add(
      'tools.dead',
      'noted',
      range,
      { problem: problems.deadTool(name), consequence },
      {
        ...about,
        ...(gone.replacement && { data: { replacement: gone.replacement } }),
      },
    );
    return;
  }
  const suggestion = mcpFormOf(name) ?? meantTool(name);
  issues.add(
    'tools.unknown',
    'unrestricted',
    range,
    {
      problem: problems.unknownTool(shownValue(name)),
      ...(suggestion === undefined
        ? { consequence }
        : {
            consequence: `${consequence}; names are case-sensitive`,
            advice: `Did you mean \`${suggestion}\`?`,
          }),
    },
    { ...about, ...(suggestion && { data: { suggestion } }) },
  );
}

/** Reports a `*` in the list that makes the other entries redundant. */
export function reportFurtherEntries(entries: readonly ToolEntry[], issues: IssueCollector): void {
  const star = entries.find(({ text }) => text === '*')!;
  if (entries.length > 1)
    issues.add(
      'tools.ineffective',
      'unrestricted',
      star.range,
      {
        problem: problems.ineffective('tools'),
        consequence: 'Claude Code gives the agent every tool: `*` stands for all, whatever else is listed',
        advice: 'Remove the `*` to limit the agent to the others',
      },
      { field: 'tools', subject: '*' },
    );
}

/** Reports the name of an MCP tool with a `*` that stands for nothing. */
export function reportVainPattern({ name, range }: ToolEntry, field: string, issues: IssueCollector): void {
  const server = /^mcp__([^*]+?)__/.exec(name)?.[1];
  const plain = name.replace(/[^A-Za-z0-9_*-]/g, '_');
  issues.add(
    'tools.mcpForm',
    field === 'tools' ? 'ignored' : 'unrestricted',
    range,
    {
      problem: problems.foreignMcpForm(shownValue(name)),
      ...(plain === name
        ? {
            consequence: `Claude Code finds no tool by this name: a \`*\` stands only for all tools of one server`,
            advice: server
              ? `Write \`mcp__${server}\`, or the names of the tools`
              : 'Write `mcp__server` for each server',
          }
        : {
            consequence:
              'Claude Code finds no tool by this name: it writes `_` for other characters than letters, digits, `_` and `-`',
            advice: `Write \`${plain}\``,
          }),
    },
    { field, subject: name, ...(plain !== name && !name.includes('*') && { data: { suggestion: plain } }) },
  );
}

/** Reports the entries that do not count as written, when the list resolves to some tool. */
export function reportEntries(
  entries: readonly ToolEntry[],
  {
    tools,
    disallowedTools,
  }: { readonly tools: readonly string[]; readonly disallowedTools: readonly string[] | null },
  { planMode, background }: { readonly planMode: boolean; readonly background: boolean },
  issues: IssueCollector,
): void {
  for (const entry of entries) {
    const tool = toolNamed(entry.name);
    const about = { field: 'tools', subject: entry.name };
    const them = (several: string) => ({ ...about, several });
    if (isVainMcpPattern(entry.name)) reportVainPattern(entry, 'tools', issues);
    else if (disallowedTools?.includes(tool?.value ?? entry.name))
      issues.add(
        'tools.unavailable',
        'ignored',
        entry.range,
        {
          problem: problems.unavailableTool(entry.name),
          consequence: 'Claude Code does not give it to this agent: `disallowedTools` takes it away again',
          advice: 'Remove it from one of the two lists',
        },
        them('Claude Code does not give them to this agent: `disallowedTools` takes them away again'),
      );
    else if (isMcpTool(entry.name)) continue;
    else if (tool === undefined) reportUnknown(entry, issues);
    else if (isWithheld(tool.availability, planMode))
      issues.add(
        'tools.unavailable',
        'ignored',
        entry.range,
        {
          problem: problems.unavailableTool(entry.name),
          consequence: withReason(
            'Claude Code does not give it to this agent',
            tool.unavailable ?? tool.remark,
          ),
        },
        them('Claude Code does not give them to this agent'),
      );
    else if (background && tool.availability === 'foreground')
      issues.add(
        'tools.unavailable',
        'ignored',
        entry.range,
        {
          problem: problems.unavailableTool(entry.name),
          consequence:
            'Claude Code gives it to agents in the foreground only, and `background: true` starts this one in the background',
        },
        them('Claude Code gives them to agents in the foreground only; `background: true` is set'),
      );
    else if (tool.shadowedBy !== undefined && tools.includes(tool.shadowedBy))
      issues.add(
        'tools.shadowed',
        'noted',
        entry.range,
        {
          problem: `Tool \`${entry.name}\` is dropped beside \`${tool.shadowedBy}\``,
          consequence: `Claude Code does not give it to the agent on macOS, Linux and WSL: with \`${tool.shadowedBy}\` the agent is to search with the shell`,
        },
        them(
          `Claude Code does not give them to the agent on macOS, Linux and WSL: with \`${tool.shadowedBy}\` the agent is to search with the shell`,
        ),
      );
    else if (entry.specifier !== undefined) reportSpecifier(entry, tool.value, issues);
    else if (entry.name !== tool.value)
      issues.add(
        'tools.alias',
        'noted',
        entry.range,
        {
          problem: `\`${entry.name}\` is an old name`,
          consequence: `Claude Code still reads it as \`${tool.value}\``,
        },
        { ...them('Claude Code still reads them'), data: { suggestion: tool.value } },
      );
  }
}

function reportUnknown({ name, text, range }: ToolEntry, issues: IssueCollector): void {
  const about = { field: 'tools', subject: name, several: 'Claude Code drops such names' };
  const mcp = mcpFormOf(name);
  const gone = deadToolNamed(name);
  if (mcp !== undefined)
    issues.add(
      'tools.mcpForm',
      'ignored',
      range,
      {
        problem: problems.foreignMcpForm(shownValue(name)),
        consequence:
          'Claude Code does not give the agent this tool: it names the tools of MCP servers `mcp__server__tool`',
        advice: `Write \`${mcp}\``,
      },
      {
        ...about,
        several:
          'Claude Code does not give the agent these tools: it names the tools of MCP servers `mcp__server__tool`',
        data: { suggestion: mcp },
      },
    );
  else if (gone)
    issues.add(
      'tools.dead',
      'ignored',
      range,
      {
        problem: problems.deadTool(name),
        consequence: withReason('Claude Code drops the name', gone.description),
      },
      { ...about, ...(gone.replacement && { data: { replacement: gone.replacement } }) },
    );
  else {
    const suggestion = meantTool(name);
    issues.add(
      'tools.unknown',
      'ignored',
      range,
      {
        problem: problems.unknownTool(shownValue(text)),
        ...(suggestion === undefined
          ? {
              consequence: 'Claude Code drops the name',
              ...(isBareMcpName(text) && {
                advice: `For a tool of an MCP server, write \`mcp__<server>__${text}\`; otherwise remove the name`,
              }),
            }
          : {
              consequence: 'Claude Code drops the name: names are exact and case-sensitive',
              advice: `Did you mean \`${suggestion}\`?`,
            }),
      },
      { ...about, ...(suggestion !== undefined && { data: { suggestion } }) },
    );
  }
}

function reportSpecifier({ name, range }: ToolEntry, tool: string, issues: IssueCollector): void {
  const isAgentList = tool === 'Agent';
  issues.add(
    'tools.specifier',
    isAgentList ? 'noted' : 'unrestricted',
    range,
    {
      problem: `\`${name}(…)\` does not narrow the tool`,
      ...(isAgentList
        ? {
            consequence:
              'Claude Code limits which agents can be started only where this agent is the main thread (`--agent`); as a subagent it can start any',
          }
        : {
            consequence: `Claude Code ignores the part in parentheses and grants all of \`${tool}\``,
            advice: 'To narrow it, use `permissions.deny` in the settings or a `PreToolUse` hook',
          }),
    },
    {
      field: 'tools',
      subject: name,
      ...(!isAgentList && {
        several: 'Claude Code ignores the parts in parentheses and grants each tool as a whole',
      }),
    },
  );
}

/** Adds what the vocabulary says of a tool to a consequence, as a sentence without its period. */
export function withReason(consequence: string, reason: string | undefined): string {
  return reason === undefined ? consequence : `${consequence}. ${reason.replace(/\.$/, '')}`;
}
