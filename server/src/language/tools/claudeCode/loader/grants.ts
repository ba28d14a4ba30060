import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { withReason } from './reportTools.ts';
import { shownValue } from './reportValues.ts';
import { readToolList, type ToolEntry } from './toolList.ts';
import { deadToolNamed, isMcpTool, mcpFormOf, meantTool, toolNamed } from './toolNames.ts';

/**
 * Reads `allowed-tools` of a skill or command: what runs without asking while it is active. It is not a limit: other
 * tools are available on request. Specifiers count: `Bash(git add *)`. `undefined` when nothing in it takes effect.
 */
export function takeAllowedTools(
  field: Field,
  text: string,
  issues: IssueCollector,
): readonly string[] | undefined {
  const entries = entriesOf(field, text, 'lets nothing run without asking', issues);
  for (const entry of entries ?? [])
    if (!reportEmptyGrant(entry, field, issues))
      reportUnknown(entry, field, 'allows nothing by unknown names', issues);
  return entries?.map(entry => entry.text);
}

/** Reads `disallowed-tools`: what is removed while it is active, by the current names of the tools. */
export function takeDisallowedTools(
  field: Field,
  text: string,
  issues: IssueCollector,
): readonly string[] | undefined {
  const entries = entriesOf(field, text, 'disallows nothing', issues);
  for (const entry of entries ?? [])
    if (entry.name !== '*') reportUnknown(entry, field, 'disallows nothing by unknown names', issues);
  return entries?.flatMap(({ name, specifier, text: written }) => {
    if (specifier !== undefined || isMcpTool(name) || name === '*') return [written];
    return toolNamed(name)?.value ?? [];
  });
}

function entriesOf(
  field: Field,
  text: string,
  outcome: string,
  issues: IssueCollector,
): readonly ToolEntry[] | undefined {
  if (field.value === null || field.value === '') return undefined;
  const list = readToolList(field, text);
  if (list) return list.entries;
  issues.add(
    'value.type',
    'ignored',
    issues.rangeWithin(field),
    {
      problem: `\`${field.key}\` must be a list or a comma-separated string`,
      consequence: `Claude Code ignores ${kindOf(field.value)} here and ${outcome}`,
      advice: `Write \`${field.key}: Read, Bash(git *)\``,
    },
    { field: field.key, data: { expected: ['list', 'string'] } },
  );
  return undefined;
}

/** Reports an entry that grants nothing because of its form; true where there is one. */
function reportEmptyGrant(
  { name, specifier, text, range }: ToolEntry,
  { key }: Field,
  issues: IssueCollector,
): boolean {
  const suggestion =
    specifier === undefined
      ? undefined
      : name === 'Write' || name === 'NotebookEdit' || name === 'MultiEdit'
        ? `Edit(${specifier})`
        : name === 'Bash' && /[^\\],\s/.test(specifier)
          ? specifier
              .split(/,\s*/)
              .filter(command => command !== '')
              .map(command => `Bash(${command})`)
              .join(', ')
          : undefined;
  if (name !== '*' && suggestion === undefined) return false;
  issues.add(
    'tools.specifier',
    'ignored',
    range,
    {
      problem:
        name === '*'
          ? '`*` does not stand for all tools'
          : name === 'Bash'
            ? `Commas do not separate commands in \`${shownValue(text)}\``
            : `Paths have no effect in \`${shownValue(text)}\``,
      consequence: 'Claude Code lets nothing run without asking because of this entry',
      advice: suggestion === undefined ? 'Name the tools' : `Write \`${suggestion}\``,
    },
    { field: key, subject: text, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
  return true;
}

/** Reports names that are close to those of Claude Code; others may be meant for another product. */
function reportUnknown(
  { name, range }: ToolEntry,
  { key }: Field,
  outcome: string,
  issues: IssueCollector,
): void {
  if (isMcpTool(name) || toolNamed(name)) return;
  const gone = deadToolNamed(name);
  if (gone) {
    issues.add(
      'tools.dead',
      'noted',
      range,
      {
        problem: problems.deadTool(name),
        consequence: withReason(`Claude Code ${outcome}`, gone.description),
      },
      {
        field: key,
        subject: name,
        several: `Claude Code ${outcome}`,
        ...(gone.replacement !== undefined && { data: { replacement: gone.replacement } }),
      },
    );
    return;
  }
  const suggestion = mcpFormOf(name) ?? meantTool(name);
  if (suggestion === undefined) return;
  // A tool in lowercase is what another product reads, unless nothing but the case differs.
  const isCase = suggestion.toLowerCase() === name.toLowerCase();
  issues.add(
    'tools.unknown',
    isCase ? 'ignored' : 'noted',
    { start: range.start, end: Math.min(range.end, range.start + name.length) },
    suggestion === `${name})`
      ? {
          problem: `\`${shownValue(name)}\` has no closing parenthesis`,
          consequence: `Claude Code does not read it as a rule and ${outcome}`,
          advice: `Write \`${suggestion}\``,
        }
      : {
          problem: problems.unknownTool(shownValue(name)),
          consequence: `Claude Code ${outcome}; its own names are exact and case-sensitive`,
          advice: `Did you mean \`${suggestion}\`?`,
        },
    { field: key, subject: name, data: { suggestion } },
  );
}
