import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { NoteTaker } from './noteTaker.ts';
import { readToolList, type ToolEntry } from './toolList.ts';
import { deadToolNamed, isMcpTool, mcpFormOf, meantTool, toolNamed } from './toolNames.ts';

/** What the tool lists come to. */
export interface GrantedTools {
  /** The tools that the agent gets, by their current names; `null`: all that subagents can have. */
  readonly tools: readonly string[] | null;
  /** The tools taken away; `null`: none. */
  readonly disallowedTools: readonly string[] | null;
}

/** `memory` needs these, and adds them to a list. */
const neededForMemory = ['Write', 'Edit', 'Read'];

/**
 * Resolves `tools` and `disallowedTools`: exact names and aliases, `*`, MCP names; a specifier in parentheses is
 * taken off. Then what is disallowed goes, what no subagent has goes, and Grep and Glob go where Bash is listed too.
 */
export function resolveTools(
  fields: ReadonlyMap<string, Field>,
  text: string,
  taken: { readonly memory: boolean; readonly planMode: boolean },
  notes: NoteTaker,
): GrantedTools {
  const disallowedTools = takeDisallowed(fields.get('disallowedTools'), text, notes);
  const field = fields.get('tools');
  if (field === undefined) return { tools: null, disallowedTools };
  const list = readToolList(field, text);
  if (list === undefined) {
    notes.add(
      'value.type',
      'lost',
      field.range,
      `The agent gets no tool at all: \`tools\` must be a list of names, and this is ${kindOf(field.value)}. Write \`tools: Read, Edit\`.`,
      { field: 'tools', data: { expected: 'a list of tool names' } },
    );
    return { tools: withMemory([], taken.memory), disallowedTools };
  }
  if (list.entries.some(({ text }) => text === '*')) {
    noteFurtherEntries(list.entries, notes);
    return { tools: null, disallowedTools };
  }
  const isEmpty = list.entries.length === 0 && list.noText.length === 0;
  if (isEmpty)
    notes.add(
      'tools.empty',
      'lost',
      field.keyRange,
      'The agent gets no tool at all: `tools` is there and empty. To give it every tool, leave the key out; otherwise name the tools.',
      { field: 'tools', data: { meaning: 'none' } },
    );
  const granted = resolve(list.entries, taken.planMode);
  const resolved = withMemory(
    granted.filter(name => !disallowedTools?.includes(name)),
    taken.memory,
  ).filter(name => !disallowedTools?.includes(name));
  const tools = withoutShadowed(resolved);
  if (tools.length === 0 && !isEmpty) noteNothingLeft(field, list.entries, disallowedTools, notes);
  else {
    for (const { range, value } of list.noText)
      notes.add(
        'value.type',
        'lost',
        range,
        `Claude Code passes over this item: it is ${kindOf(value)}, and the name of a tool is wanted.`,
        { field: 'tools', data: { expected: 'the name of a tool' } },
      );
    noteEntries(list.entries, tools, taken.planMode, notes);
  }
  return { tools, disallowedTools };
}

function resolve(entries: readonly ToolEntry[], planMode: boolean): string[] {
  const granted = entries.flatMap(({ name }) => {
    if (isMcpTool(name)) return [name];
    const tool = toolNamed(name);
    return tool === undefined || isWithheld(tool.availability, planMode) ? [] : [tool.value];
  });
  return [...new Set(granted)];
}

function isWithheld(availability: string, planMode: boolean): boolean {
  return availability === 'never' || (availability === 'planMode' && !planMode);
}

function withMemory(tools: readonly string[], memory: boolean): string[] {
  return memory ? [...new Set([...tools, ...neededForMemory])] : [...tools];
}

function withoutShadowed(tools: readonly string[]): string[] {
  return tools.filter(name => {
    const other = toolNamed(name)?.shadowedBy;
    return other === undefined || !tools.includes(other);
  });
}

function takeDisallowed(field: Field | undefined, text: string, notes: NoteTaker): readonly string[] | null {
  if (field === undefined) return null;
  const about = { field: 'disallowedTools' };
  const list = readToolList(field, text);
  if (list === undefined) {
    notes.add(
      'value.type',
      'widened',
      field.range,
      `Nothing is disallowed: \`disallowedTools\` must be a list of names, and this is ${kindOf(field.value)}. Write \`disallowedTools: Bash, Write\`.`,
      { ...about, data: { expected: 'a list of tool names' } },
    );
    return null;
  }
  const star = list.entries.find(({ text }) => text === '*');
  if (star) {
    notes.add(
      'tools.ineffective',
      'widened',
      star.range,
      list.entries.length > 1
        ? 'Nothing is disallowed: a `*` has no effect in `disallowedTools`, and takes the effect from the names beside it. Remove it.'
        : 'Nothing is disallowed: a `*` has no effect in `disallowedTools`. For an agent without tools write `tools: []`.',
      about,
    );
    return null;
  }
  if (field.value === null || list.entries.length + list.noText.length === 0) {
    notes.add(
      'value.null',
      'noted',
      field.keyRange,
      '`disallowedTools` is empty, so nothing is disallowed.',
      about,
    );
    return null;
  }
  const removed: string[] = [];
  for (const entry of list.entries) {
    const tool = toolNamed(entry.name);
    if (isMcpTool(entry.name)) removed.push(entry.name);
    else if (tool) {
      removed.push(tool.value);
      if (entry.specifier !== undefined)
        notes.add(
          'tools.specifier',
          'altered',
          entry.range,
          `This takes \`${tool.value}\` away altogether: in \`disallowedTools\` the part in parentheses is ignored. To forbid some uses only, use \`permissions.deny\` in the settings or a \`PreToolUse\` hook.`,
          about,
        );
    } else noteUnknownDisallowed(entry, notes);
  }
  // What watches a shell command goes with the shell.
  if (removed.includes('Bash')) removed.push('Monitor');
  return removed.length > 0 ? [...new Set(removed)] : null;
}

function noteUnknownDisallowed({ name, range }: ToolEntry, notes: NoteTaker): void {
  const about = { field: 'disallowedTools' };
  const gone = deadToolNamed(name);
  if (gone) {
    notes.add(
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
  notes.add(
    'tools.unknown',
    suggestion === undefined ? 'lost' : 'widened',
    range,
    suggestion === undefined
      ? `This takes nothing away: there is no tool \`${name}\`.`
      : `This takes nothing away: there is no tool \`${name}\`. Write \`${suggestion}\`; names are case-sensitive.`,
    { ...about, ...(suggestion && { data: { suggestion } }) },
  );
}

/** A `*` in the list makes the other entries superfluous. */
function noteFurtherEntries(entries: readonly ToolEntry[], notes: NoteTaker): void {
  const star = entries.find(({ text }) => text === '*')!;
  if (entries.length > 1)
    notes.add(
      'tools.ineffective',
      'widened',
      star.range,
      'The agent gets every tool: `*` stands for all of them, whatever else is listed. Remove it to limit the agent to the others.',
      { field: 'tools' },
    );
}

function noteNothingLeft(
  field: Field,
  entries: readonly ToolEntry[],
  disallowed: readonly string[] | null,
  notes: NoteTaker,
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
  notes.add(
    'tools.none',
    'lost',
    notes.rangeWithin(field),
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

function noteEntries(
  entries: readonly ToolEntry[],
  tools: readonly string[],
  planMode: boolean,
  notes: NoteTaker,
): void {
  for (const entry of entries) {
    if (isMcpTool(entry.name)) continue;
    const tool = toolNamed(entry.name);
    if (tool === undefined) noteNoTool(entry, notes);
    else if (isWithheld(tool.availability, planMode))
      notes.add(
        'tools.unavailable',
        'lost',
        entry.range,
        `The agent does not get \`${entry.name}\`. ${tool.unavailable ?? tool.note ?? ''}`.trim(),
        { field: 'tools' },
      );
    else if (tool.shadowedBy !== undefined && tools.includes(tool.shadowedBy))
      notes.add(
        'tools.shadowed',
        'noted',
        entry.range,
        `On macOS, Linux and WSL the agent does not get \`${entry.name}\`: where \`${tool.shadowedBy}\` is listed too, it is to search with the shell.`,
        { field: 'tools' },
      );
    else if (entry.specifier !== undefined) noteSpecifier(entry, tool.value, notes);
    else if (entry.name !== tool.value)
      notes.add(
        'tools.alias',
        'noted',
        entry.range,
        `\`${entry.name}\` still works; the tool is called \`${tool.value}\` today.`,
        { field: 'tools', data: { suggestion: tool.value } },
      );
  }
}

function noteNoTool({ name, text, range }: ToolEntry, notes: NoteTaker): void {
  const about = { field: 'tools' };
  const mcp = mcpFormOf(name);
  const gone = deadToolNamed(name);
  if (mcp !== undefined)
    notes.add(
      'tools.mcpForm',
      'lost',
      range,
      `The agent does not get this tool: Claude Code names the tools of MCP servers \`mcp__server__tool\`. Write \`${mcp}\`.`,
      { ...about, data: { suggestion: mcp } },
    );
  else if (gone)
    notes.add(
      'tools.dead',
      'lost',
      range,
      `There is no tool \`${name}\` any more, and the name is dropped. ${gone.description}`,
      { ...about, ...(gone.replacement && { data: { replacement: gone.replacement } }) },
    );
  else {
    const suggestion = meantTool(name);
    notes.add(
      'tools.unknown',
      'lost',
      range,
      `Claude Code has no tool \`${shortened(text)}\`, and drops the name.${
        suggestion === undefined ? '' : ` Write \`${suggestion}\`: names are exact and case-sensitive.`
      }`,
      { ...about, ...(suggestion !== undefined && { data: { suggestion } }) },
    );
  }
}

function noteSpecifier({ text, range }: ToolEntry, tool: string, notes: NoteTaker): void {
  const isAgentList = tool === 'Agent';
  notes.add(
    'tools.specifier',
    isAgentList ? 'noted' : 'widened',
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
