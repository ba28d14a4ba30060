import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { readToolList, type ToolEntry } from './toolList.ts';
import { deadToolNamed, isMcpTool, mcpFormOf, meantTool, toolNamed } from './toolNames.ts';

/**
 * `allowed-tools` of a skill or command: what runs without asking while it is active. Not a limit: other tools are
 * there too, and asked for. Specifiers count: `Bash(git add *)`. `undefined` when nothing in it takes effect.
 */
export function takeAllowedTools(
  field: Field,
  text: string,
  issues: IssueCollector,
): readonly string[] | undefined {
  const entries = entriesOf(field, text, 'so nothing runs without asking', issues);
  for (const entry of entries ?? []) reportUnknown(entry, field, 'allows nothing', issues);
  return entries?.map(entry => entry.text);
}

/** `disallowed-tools`: what is taken away while it is active. The names of tools, as they are called today. */
export function takeDisallowedTools(
  field: Field,
  text: string,
  issues: IssueCollector,
): readonly string[] | undefined {
  const entries = entriesOf(field, text, 'so nothing is taken away', issues);
  for (const entry of entries ?? []) reportUnknown(entry, field, 'takes nothing away', issues);
  return entries?.flatMap(({ name, specifier, text: written }) => {
    if (specifier !== undefined || isMcpTool(name)) return [written];
    return toolNamed(name)?.value ?? [];
  });
}

function entriesOf(
  field: Field,
  text: string,
  consequence: string,
  issues: IssueCollector,
): readonly ToolEntry[] | undefined {
  if (field.value === null || field.value === '') return undefined;
  const list = readToolList(field, text);
  if (list) return list.entries;
  issues.add(
    'value.type',
    'ignored',
    issues.rangeWithin(field),
    `\`${field.key}\` must be a list of tools, and this is ${kindOf(field.value)}, ${consequence}. Write \`${field.key}: Read, Bash(git *)\`.`,
    { field: field.key, data: { expected: 'a list of tools' } },
  );
  return undefined;
}

/** Skills are shared with other products, so that only what is nearly a name of Claude Code’s is remarked on. */
function reportUnknown(
  { name, range }: ToolEntry,
  { key }: Field,
  nothing: string,
  issues: IssueCollector,
): void {
  if (isMcpTool(name) || toolNamed(name)) return;
  const gone = deadToolNamed(name);
  if (gone) {
    issues.add(
      'tools.dead',
      'noted',
      range,
      `There is no tool \`${name}\` any more, so this ${nothing}. ${gone.description}`,
      { field: key, ...(gone.replacement !== undefined && { data: { replacement: gone.replacement } }) },
    );
    return;
  }
  const suggestion = mcpFormOf(name) ?? meantTool(name);
  if (suggestion === undefined) return;
  issues.add(
    'tools.unknown',
    'noted',
    { start: range.start, end: Math.min(range.end, range.start + name.length) },
    suggestion === `${name})`
      ? `The parenthesis of \`${name}\` is never closed, so this is no rule and ${nothing}. Write \`${suggestion}\`.`
      : `Claude Code has no tool \`${name}\`, so this ${nothing} there. Its own name is \`${suggestion}\`, exact and case-sensitive.`,
    { field: key, data: { suggestion } },
  );
}
