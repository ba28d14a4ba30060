import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { problems } from '../../../loading/problems.ts';
import { kimiNameOfClaudeTool, kimiTools } from '../tools.ts';

const known = kimiTools.map(tool => tool.value);
const wildcard = /[*?[\]{}]/;

/** Reports the names in `tools` or `disallowedTools` that match nothing. Kimi Code warns about them. */
export function kimiToolIssues(items: readonly ListItem[], field: 'tools' | 'disallowedTools'): Issue[] {
  return items.flatMap(item => {
    const issue = nameIssue(item, field);
    return issue ? [{ ...issue, range: item.range, field, subject: item.value }] : [];
  });
}

function nameIssue(
  { value }: ListItem,
  field: 'tools' | 'disallowedTools',
): Omit<Issue, 'range' | 'field' | 'subject'> | undefined {
  // A disallowed name that matches nothing removes nothing.
  const effect = field === 'tools' ? 'ignored' : 'unrestricted';
  const so = field === 'tools' ? 'the agent does not get it' : 'nothing is removed from the agent';
  if (value.startsWith('mcp__')) {
    if (wildcard.test(value) || value.slice(5).includes('__')) return undefined;
    const suggestion = `${value}__*`;
    return {
      code: 'tools.mcpForm',
      effect,
      problem: problems.foreignMcpForm(value),
      consequence: 'Kimi Code matches no tool with it',
      advice: `Write \`${suggestion}\` for every tool of the server`,
      data: { suggestion },
    };
  }
  if (known.includes(value) || (field === 'tools' && value === '*')) return undefined;
  const base = /^(\w+)\(/.exec(value)?.[1];
  if (base)
    return {
      code: 'tools.specifier',
      effect,
      problem: `\`${base}(…)\` does not narrow the tool`,
      consequence: `Kimi Code does not support parentheses in tool names: it matches nothing, and ${so}`,
      advice: `Write \`${base}\`, which is not narrowed`,
      data: { suggestion: base },
    };
  if (wildcard.test(value))
    return {
      code: 'tools.unknown',
      effect,
      problem: problems.unknownTool(value),
      consequence: `Kimi Code matches wildcards only with MCP tools (names that start with \`mcp__\`), so it matches nothing, and ${so}`,
    };
  const suggestion = kimiNameOfClaudeTool.get(value) ?? nearestWord(value, known);
  return {
    code: 'tools.unknown',
    // A tool that Kimi Code does not have stays disallowed all the same.
    effect: field === 'tools' ? 'ignored' : suggestion ? 'unrestricted' : 'noted',
    problem: problems.unknownTool(value),
    consequence: `Kimi Code warns, and ${so}`,
    ...(suggestion && { advice: `Did you mean \`${suggestion}\`?`, data: { suggestion } }),
  };
}

/** The tools that an allowlist leaves; `null` when it leaves all. */
export function kimiGranted(
  listed: readonly string[] | undefined,
  disallowed: readonly string[] | undefined,
): readonly string[] | null {
  if (listed === undefined || (listed.length === 1 && listed[0] === '*')) return null;
  return listed.filter(
    name => (known.includes(name) || name.startsWith('mcp__')) && !disallowed?.includes(name),
  );
}

/** Reports a list that is present and empty. */
export function emptyListIssue(range: OffsetRange): Issue {
  return {
    code: 'tools.empty',
    effect: 'noted',
    range,
    problem: problems.emptyKey('tools'),
    consequence: 'Kimi Code gives the agent no tools',
    advice: 'Remove `tools`, or leave it without a value, to give it all tools',
    field: 'tools',
    data: { meaning: 'none' },
  };
}
