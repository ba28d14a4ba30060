import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import type { ListItem } from '../../../loading/listItems.ts';
import { problems } from '../../../loading/problems.ts';
import { kimiNameOfClaudeTool, kimiTools } from '../tools.ts';

const known = kimiTools.map(tool => tool.value);
const wildcard = /[*?[\]{}]/;

/** Reports the names in `tools` or `disallowedTools` that match nothing. Kimi Code warns about them. */
export function reportKimiTools(
  items: readonly ListItem[],
  field: 'tools' | 'disallowedTools',
  issues: IssueCollector,
): void {
  for (const item of items) reportName(item, field, issues);
}

function reportName(
  { value, range }: ListItem,
  field: 'tools' | 'disallowedTools',
  issues: IssueCollector,
): void {
  // A disallowed name that matches nothing removes nothing.
  const effect = field === 'tools' ? 'ignored' : 'unrestricted';
  const so = field === 'tools' ? 'the agent does not get it' : 'nothing is removed from the agent';
  const about = { field, subject: value };
  const allSo = field === 'tools' ? 'the agent does not get the tools' : 'nothing is removed from the agent';
  if (value.startsWith('mcp__')) {
    if (wildcard.test(value) || value.slice(5).includes('__')) return;
    const suggestion = `${value}__*`;
    issues.add(
      'tools.mcpForm',
      effect,
      range,
      {
        problem: problems.foreignMcpForm(value),
        consequence: 'Kimi Code matches no tool with such a name',
        advice: `Write \`${suggestion}\` for every tool of the server`,
      },
      { ...about, data: { suggestion } },
    );
    return;
  }
  if (known.includes(value) || (field === 'tools' && value === '*')) return;
  const base = /^(\w+)\(/.exec(value)?.[1];
  if (base) {
    issues.add(
      'tools.specifier',
      effect,
      range,
      {
        problem: `\`${base}(…)\` does not narrow the tool`,
        consequence: `Kimi Code does not support parentheses in tool names: it matches nothing, and ${so}`,
        advice: `Write \`${base}\`, which is not narrowed`,
      },
      {
        ...about,
        several: `Kimi Code does not support parentheses in tool names: these match nothing, and ${allSo}`,
        data: { suggestion: base },
      },
    );
    return;
  }
  const problem = problems.unknownTool(value);
  if (wildcard.test(value)) {
    const consequence = `Kimi Code matches wildcards only with MCP tools (names that start with \`mcp__\`), so it matches nothing, and ${so}`;
    const several = `Kimi Code matches wildcards only with MCP tools (names that start with \`mcp__\`), so these match nothing, and ${allSo}`;
    issues.add('tools.unknown', effect, range, { problem, consequence }, { ...about, several });
    return;
  }
  const suggestion = kimiNameOfClaudeTool.get(value) ?? nearestWord(value, known);
  issues.add(
    'tools.unknown',
    // A tool that Kimi Code does not have stays disallowed all the same.
    field === 'tools' ? 'ignored' : suggestion ? 'unrestricted' : 'noted',
    range,
    {
      problem,
      consequence: `Kimi Code warns, and ${so}`,
      advice: suggestion && `Did you mean \`${suggestion}\`?`,
    },
    { ...about, several: `Kimi Code warns, and ${allSo}`, data: { suggestion } },
  );
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
export function reportEmptyList(range: OffsetRange, issues: IssueCollector): void {
  issues.add(
    'tools.empty',
    'noted',
    range,
    {
      problem: problems.emptyKey('tools'),
      consequence: 'Kimi Code gives the agent no tools',
      advice: 'Remove `tools`, or leave it without a value, to give it all tools',
    },
    { field: 'tools', data: { meaning: 'none' } },
  );
}
