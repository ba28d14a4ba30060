import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { kimiNameOfClaudeTool, kimiTools } from '../tools.ts';

const known = kimiTools.map(tool => tool.value);
const wildcard = /[*?[\]{}]/;

/** What becomes of each name in `tools` or `disallowedTools`. Kimi Code warns of those that match nothing. */
export function kimiToolIssues(items: readonly ListItem[], field: 'tools' | 'disallowedTools'): Issue[] {
  return items.flatMap(item => {
    const issue = nameIssue(item, field);
    return issue ? [{ ...issue, range: item.range, field }] : [];
  });
}

function nameIssue(
  { value }: ListItem,
  field: 'tools' | 'disallowedTools',
): Omit<Issue, 'range' | 'field'> | undefined {
  // A ban that matches nothing bans nothing.
  const effect = field === 'tools' ? 'ignored' : 'unrestricted';
  const so = field === 'tools' ? 'the agent does not get it' : 'nothing is taken from the agent';
  if (value.startsWith('mcp__')) {
    if (wildcard.test(value) || value.slice(5).includes('__')) return undefined;
    const suggestion = `${value}__*`;
    return {
      code: 'tools.mcpForm',
      effect,
      problem: `\`${value}\` matches no tool in Kimi Code. Write \`${suggestion}\` for every tool of the server.`,
      data: { suggestion },
    };
  }
  if (known.includes(value) || (field === 'tools' && value === '*')) return undefined;
  const base = /^(\w+)\(/.exec(value)?.[1];
  if (base)
    return {
      code: 'tools.specifier',
      effect,
      problem: `Kimi Code does not know parentheses in tool names: \`${value}\` matches nothing, and ${so}. Write \`${base}\`, which is not narrowed.`,
      data: { suggestion: base },
    };
  if (wildcard.test(value))
    return {
      code: 'tools.unknown',
      effect,
      problem: `In Kimi Code wildcards match MCP tools only (names that begin with \`mcp__\`), so \`${value}\` matches nothing, and ${so}.`,
    };
  const suggestion = kimiNameOfClaudeTool.get(value) ?? nearestWord(value, known);
  return {
    code: 'tools.unknown',
    // A ban on a tool that Kimi Code does not have is kept all the same.
    effect: field === 'tools' ? 'ignored' : suggestion ? 'unrestricted' : 'noted',
    problem: `Kimi Code has no tool \`${value}\`: it warns, and ${so}.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
    ...(suggestion && { data: { suggestion } }),
  };
}

/** What an allowlist leaves: `null` when it leaves everything. */
export function kimiGranted(
  listed: readonly string[] | undefined,
  disallowed: readonly string[] | undefined,
): readonly string[] | null {
  if (listed === undefined || (listed.length === 1 && listed[0] === '*')) return null;
  return listed.filter(
    name => (known.includes(name) || name.startsWith('mcp__')) && !disallowed?.includes(name),
  );
}

/** What is to be said of a list that is there and empty. */
export function emptyListIssue(range: OffsetRange): Issue {
  return {
    code: 'tools.empty',
    effect: 'noted',
    range,
    problem:
      'The list is empty, so the agent gets no tools. Leave `tools` out, or empty behind the colon, to give it all of them.',
    field: 'tools',
    data: { meaning: 'none' },
  };
}
