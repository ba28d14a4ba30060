import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import {
  reportEntries,
  reportFurtherEntries,
  reportNothingLeft,
  reportUnknownDisallowed,
} from './reportTools.ts';
import { readToolList, type ToolEntry } from './toolList.ts';
import { isMcpTool, isWithheld, toolNamed } from './toolNames.ts';

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
  issues: IssueCollector,
): GrantedTools {
  const disallowedTools = takeDisallowed(fields.get('disallowedTools'), text, issues);
  const field = fields.get('tools');
  if (field === undefined) return { tools: null, disallowedTools };
  const list = readToolList(field, text);
  if (list === undefined) {
    issues.add(
      'value.type',
      'ignored',
      field.range,
      `The agent gets no tool at all: \`tools\` must be a list of names, and this is ${kindOf(field.value)}. Write \`tools: Read, Edit\`.`,
      { field: 'tools', data: { expected: 'a list of tool names' } },
    );
    return { tools: withMemory([], taken.memory), disallowedTools };
  }
  if (list.entries.some(({ text }) => text === '*')) {
    reportFurtherEntries(list.entries, issues);
    return { tools: null, disallowedTools };
  }
  const isEmpty = list.entries.length === 0 && list.noText.length === 0;
  if (isEmpty)
    issues.add(
      'tools.empty',
      'ignored',
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
  if (tools.length === 0 && !isEmpty) reportNothingLeft(field, list.entries, disallowedTools, issues);
  else {
    for (const { range, value } of list.noText)
      issues.add(
        'value.type',
        'ignored',
        range,
        `Claude Code passes over this item: it is ${kindOf(value)}, and the name of a tool is wanted.`,
        { field: 'tools', data: { expected: 'the name of a tool' } },
      );
    reportEntries(list.entries, tools, taken.planMode, issues);
  }
  return { tools, disallowedTools };
}

function resolve(entries: readonly ToolEntry[], planMode: boolean): string[] {
  const granted = new Set<string>();
  for (const { name } of entries) {
    const tool = toolNamed(name);
    if (isMcpTool(name)) granted.add(name);
    else if (tool && !isWithheld(tool.availability, planMode)) granted.add(tool.value);
  }
  return [...granted];
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

function takeDisallowed(
  field: Field | undefined,
  text: string,
  issues: IssueCollector,
): readonly string[] | null {
  if (field === undefined) return null;
  const about = { field: 'disallowedTools' };
  const list = readToolList(field, text);
  if (list === undefined) {
    issues.add(
      'value.type',
      'unrestricted',
      field.range,
      `Nothing is disallowed: \`disallowedTools\` must be a list of names, and this is ${kindOf(field.value)}. Write \`disallowedTools: Bash, Write\`.`,
      { ...about, data: { expected: 'a list of tool names' } },
    );
    return null;
  }
  const star = list.entries.find(({ text }) => text === '*');
  if (star) {
    issues.add(
      'tools.ineffective',
      'unrestricted',
      star.range,
      list.entries.length > 1
        ? 'Nothing is disallowed: a `*` has no effect in `disallowedTools`, and takes the effect from the names beside it. Remove it.'
        : 'Nothing is disallowed: a `*` has no effect in `disallowedTools`. For an agent without tools write `tools: []`.',
      about,
    );
    return null;
  }
  if (field.value === null || list.entries.length + list.noText.length === 0) {
    issues.add(
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
        issues.add(
          'tools.specifier',
          'changed',
          entry.range,
          `This takes \`${tool.value}\` away altogether: in \`disallowedTools\` the part in parentheses is ignored. To forbid some uses only, use \`permissions.deny\` in the settings or a \`PreToolUse\` hook.`,
          about,
        );
    } else reportUnknownDisallowed(entry, issues);
  }
  // What watches a shell command goes with the shell.
  if (removed.includes('Bash')) removed.push('Monitor');
  return removed.length > 0 ? [...new Set(removed)] : null;
}
