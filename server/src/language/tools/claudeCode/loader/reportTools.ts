import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { ToolEntry } from './toolList.ts';
import { deadToolNamed, isMcpTool, isWithheld, mcpFormOf, meantTool, toolNamed } from './toolNames.ts';

/** A name in `disallowedTools` that is no tool. */
export function reportUnknownDisallowed({ name, range }: ToolEntry, issues: IssueCollector): void {
  const about = { field: 'disallowedTools' };
  const gone = deadToolNamed(name);
  if (gone) {
    issues.add(
      'tools.dead',
      'noted',
      range,
      `There is no tool \`${name}\` any more, so nothing is taken away.`,
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
    suggestion === undefined ? 'ignored' : 'unrestricted',
    range,
    suggestion === undefined
      ? `This takes nothing away: there is no tool \`${name}\`.`
      : `This takes nothing away: there is no tool \`${name}\`. Write \`${suggestion}\`; names are case-sensitive.`,
    { ...about, ...(suggestion && { data: { suggestion } }) },
  );
}

/** A `*` in the list makes the other entries superfluous. */
export function reportFurtherEntries(entries: readonly ToolEntry[], issues: IssueCollector): void {
  const star = entries.find(({ text }) => text === '*')!;
  if (entries.length > 1)
    issues.add(
      'tools.ineffective',
      'unrestricted',
      star.range,
      'The agent gets every tool: `*` stands for all of them, whatever else is listed. Remove it to limit the agent to the others.',
      { field: 'tools' },
    );
}

/** The list resolves to no tool at all, whatever the reasons. */
export function reportNothingLeft(
  field: Field,
  entries: readonly ToolEntry[],
  disallowed: readonly string[] | null,
  issues: IssueCollector,
): void {
  const reasons = [...new Set(entries.map(entry => whyNothing(entry, disallowed)))];
  const meant = entries.flatMap(meantNames);
  const wantsAll = /^all\b/i.test(String(field.value));
  const isFixable =
    typeof field.value === 'string' && !wantsAll && meant.length > 0 && !meant.includes(undefined);
  const remedy = wantsAll
    ? 'For every tool, leave the key out or write `"*"`.'
    : entries.some(({ name }) => /\s/.test(name))
      ? 'Separate the names by commas; a line break does not.'
      : 'Names are exact and case-sensitive, and separated by commas.';
  issues.add(
    'tools.none',
    'ignored',
    issues.rangeWithin(field),
    `Claude Code refuses to start this agent, because its list resolves to no tool: ${reasons.slice(0, 5).join(', ') || 'it holds no names'}. ${remedy}`,
    { field: 'tools', ...(isFixable && { data: { suggestion: [...new Set(meant)].join(', ') } }) },
  );
}

/** The tools that an entry most likely stands for, when it holds several names in a form that is not understood. */
function meantNames({ name, text }: ToolEntry): (string | undefined)[] {
  if (isMcpTool(name)) return [text];
  const parts = name.split(/[\s;|]+/).filter(part => /\w/.test(part));
  return parts.map(part => toolNamed(part)?.value ?? mcpFormOf(part) ?? meantTool(part));
}

function whyNothing({ name, text }: ToolEntry, disallowed: readonly string[] | null): string {
  const tool = toolNamed(name);
  if (tool === undefined) return `\`${shortened(text)}\` is no tool`;
  if (disallowed?.includes(tool.value)) return `\`${text}\` is also in \`disallowedTools\``;
  return `no subagent gets \`${text}\``;
}

/** What becomes of each entry, when something is left of the list. */
export function reportEntries(
  entries: readonly ToolEntry[],
  tools: readonly string[],
  planMode: boolean,
  issues: IssueCollector,
): void {
  for (const entry of entries) {
    if (isMcpTool(entry.name)) continue;
    const tool = toolNamed(entry.name);
    if (tool === undefined) reportNoTool(entry, issues);
    else if (isWithheld(tool.availability, planMode))
      issues.add(
        'tools.unavailable',
        'ignored',
        entry.range,
        `The agent does not get \`${entry.name}\`. ${tool.unavailable ?? tool.remark ?? ''}`.trim(),
        { field: 'tools' },
      );
    else if (tool.shadowedBy !== undefined && tools.includes(tool.shadowedBy))
      issues.add(
        'tools.shadowed',
        'noted',
        entry.range,
        `On macOS, Linux and WSL the agent does not get \`${entry.name}\`: where \`${tool.shadowedBy}\` is listed too, it is to search with the shell.`,
        { field: 'tools' },
      );
    else if (entry.specifier !== undefined) reportSpecifier(entry, tool.value, issues);
    else if (entry.name !== tool.value)
      issues.add(
        'tools.alias',
        'noted',
        entry.range,
        `\`${entry.name}\` still works; the tool is called \`${tool.value}\` today.`,
        { field: 'tools', data: { suggestion: tool.value } },
      );
  }
}

function reportNoTool({ name, text, range }: ToolEntry, issues: IssueCollector): void {
  const about = { field: 'tools' };
  const mcp = mcpFormOf(name);
  const gone = deadToolNamed(name);
  if (mcp !== undefined)
    issues.add(
      'tools.mcpForm',
      'ignored',
      range,
      `The agent does not get this tool: Claude Code names the tools of MCP servers \`mcp__server__tool\`. Write \`${mcp}\`.`,
      { ...about, data: { suggestion: mcp } },
    );
  else if (gone)
    issues.add(
      'tools.dead',
      'ignored',
      range,
      `There is no tool \`${name}\` any more, and the name is dropped. ${gone.description}`,
      { ...about, ...(gone.replacement && { data: { replacement: gone.replacement } }) },
    );
  else {
    const suggestion = meantTool(name);
    issues.add(
      'tools.unknown',
      'ignored',
      range,
      `Claude Code has no tool \`${shortened(text)}\`, and drops the name.${
        suggestion === undefined ? '' : ` Write \`${suggestion}\`: names are exact and case-sensitive.`
      }`,
      { ...about, ...(suggestion !== undefined && { data: { suggestion } }) },
    );
  }
}

function reportSpecifier({ text, range }: ToolEntry, tool: string, issues: IssueCollector): void {
  const isAgentList = tool === 'Agent';
  issues.add(
    'tools.specifier',
    isAgentList ? 'noted' : 'unrestricted',
    range,
    isAgentList
      ? `\`${shortened(text)}\` limits which agents can be started only where this agent is the main thread (\`--agent\`). As a subagent it can start any.`
      : `This grants all of \`${tool}\`: in an agent’s \`tools\` the part in parentheses does not narrow. To narrow it, use \`permissions.deny\` in the settings or a \`PreToolUse\` hook.`,
    { field: 'tools' },
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
