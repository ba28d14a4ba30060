import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { reportNothingLeft } from './reportNothingLeft.ts';
import {
  reportEntries,
  reportFurtherEntries,
  reportUnknownDisallowed,
  reportVainPattern,
} from './reportTools.ts';
import { isEmpty, shownValue } from './reportValues.ts';
import { readToolList, type ToolEntry, withoutCanceled } from './toolList.ts';
import { isMcpTool, isVainMcpPattern, isWithheld, toolNamed } from './toolNames.ts';

/** What the tool lists resolve to. */
export interface GrantedTools {
  /** The tools that the agent gets, by their current names; `null`: all that are available to subagents. */
  readonly tools: readonly string[] | null;
  /** The tools taken away; `null`: none. */
  readonly disallowedTools: readonly string[] | null;
}

/** Added to a list by `memory`, which needs them. */
const neededForMemory = ['Write', 'Edit', 'Read'];

/**
 * Resolves `tools` and `disallowedTools`: exact names and aliases, `*`, MCP names; a specifier in parentheses is
 * removed. Disallowed tools are dropped, then tools that no subagent has, then Grep and Glob where Bash is listed too.
 */
export function resolveTools(
  fields: ReadonlyMap<string, Field>,
  text: string,
  taken: {
    readonly memory: boolean;
    readonly planMode: boolean;
    readonly servers: boolean;
    readonly background: boolean;
  },
  issues: IssueCollector,
): GrantedTools {
  const disallowedTools = takeDisallowed(fields.get('disallowedTools'), text, issues);
  const field = fields.get('tools');
  if (field === undefined) return { tools: null, disallowedTools };
  const list = readToolList(field, text);
  const hasOthers = taken.memory || taken.servers;
  if (list === undefined) {
    issues.add(
      'value.type',
      hasOthers ? 'ignored' : 'fails',
      field.range,
      {
        problem: '`tools` must be a list or a comma-separated string',
        consequence: `Claude Code ignores ${kindOf(field.value)} here and gives the agent no ${hasOthers ? 'other tool' : 'tool at all'}`,
        advice: 'Write `tools: Read, Edit`',
      },
      { field: 'tools', data: { expected: ['list', 'string'] } },
    );
    return { tools: withMemory([], taken.memory), disallowedTools };
  }
  if (list.entries.some(({ text }) => text === '*')) {
    reportFurtherEntries(list.entries, issues);
    return { tools: null, disallowedTools };
  }
  const listsNothing = list.entries.length === 0 && list.nonStrings.length === 0;
  if (listsNothing)
    issues.add(
      'tools.empty',
      // An empty list says that there are none; a key without a value hardly does.
      Array.isArray(field.value) ? 'noted' : 'ignored',
      field.keyRange,
      {
        problem: problems.emptyKey('tools'),
        consequence: 'Claude Code gives the agent no tool at all',
        advice: 'To give it every tool, remove the key; otherwise name the tools',
      },
      { field: 'tools', data: { meaning: 'none' } },
    );
  const granted = resolve(list.entries, taken.planMode);
  const resolved = withMemory(
    granted.filter(name => !disallowedTools?.includes(name)),
    taken.memory,
  ).filter(name => !disallowedTools?.includes(name));
  const tools = withoutShadowed(resolved);
  if (tools.length === 0 && !listsNothing && !taken.servers)
    reportNothingLeft(
      field,
      list.entries,
      withoutCanceled(list.entries, entriesOf(fields.get('disallowedTools'), text)),
      disallowedTools,
      issues,
    );
  else {
    for (const { range, value } of list.nonStrings)
      issues.add(
        'value.type',
        'ignored',
        range,
        {
          problem: 'Items of `tools` must be strings',
          consequence: `Claude Code skips it: it is ${kindOf(value)} and not the name of a tool`,
        },
        { field: 'tools', subject: shownValue(value), data: { expected: ['string'] } },
      );
    reportEntries(list.entries, { tools, disallowedTools }, taken, issues);
  }
  return { tools, disallowedTools };
}

function entriesOf(field: Field | undefined, text: string): readonly ToolEntry[] {
  return (field && readToolList(field, text)?.entries) ?? [];
}

function resolve(entries: readonly ToolEntry[], planMode: boolean): string[] {
  const granted = new Set<string>();
  for (const { name } of entries) {
    const tool = toolNamed(name);
    if (isVainMcpPattern(name)) continue;
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
      {
        problem: '`disallowedTools` must be a list or a comma-separated string',
        consequence: `Claude Code ignores ${kindOf(field.value)} here and disallows nothing`,
        advice: 'Write `disallowedTools: Bash, Write`',
      },
      { ...about, data: { expected: ['list', 'string'] } },
    );
    return null;
  }
  const star = list.entries.find(({ text }) => text === '*');
  if (star) {
    issues.add(
      'tools.ineffective',
      'unrestricted',
      star.range,
      {
        problem: problems.ineffective('disallowedTools'),
        ...(list.entries.length > 1
          ? {
              consequence: 'Claude Code disallows nothing: a `*` here cancels the names beside it too',
              advice: 'Remove the `*`',
            }
          : {
              consequence: 'Claude Code disallows nothing: a `*` has no effect here',
              advice: 'For an agent without tools, write `tools: []`',
            }),
      },
      { ...about, subject: '*' },
    );
    return null;
  }
  if (field.value === null || list.entries.length + list.nonStrings.length === 0) {
    issues.add(
      'value.null',
      'noted',
      field.keyRange,
      {
        problem: `\`disallowedTools\` ${isEmpty(field) ? 'has no value' : 'is empty'}`,
        consequence: 'Claude Code disallows nothing',
      },
      about,
    );
    return null;
  }
  const removed: string[] = [];
  for (const entry of list.entries) {
    const tool = toolNamed(entry.name);
    if (isVainMcpPattern(entry.name) && entry.name !== 'mcp__*')
      reportVainPattern(entry, 'disallowedTools', issues);
    else if (isMcpTool(entry.name)) removed.push(entry.name);
    else if (tool) {
      removed.push(tool.value);
      if (entry.specifier !== undefined)
        issues.add(
          'tools.specifier',
          'changed',
          entry.range,
          {
            problem: `\`${entry.name}(…)\` does not narrow the tool`,
            consequence: `Claude Code ignores the part in parentheses and disallows all of \`${tool.value}\``,
            advice: 'To forbid only some uses, use `permissions.deny` in the settings or a `PreToolUse` hook',
          },
          {
            ...about,
            subject: entry.name,
            several: 'Claude Code ignores the parts in parentheses and disallows each tool as a whole',
          },
        );
    } else reportUnknownDisallowed(entry, issues);
  }
  // `Monitor` watches shell commands and is removed with `Bash`.
  if (removed.includes('Bash')) removed.push('Monitor');
  return removed.length > 0 ? [...new Set(removed)] : null;
}
