import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Issue } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { typeName } from '../../../loading/shape.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { qwenTools } from '../tools.ts';

const byName = new Map(
  qwenTools.flatMap(tool => [tool.value, ...(tool.aliases ?? [])].map(name => [name, tool] as const)),
);
const names = qwenTools.filter(tool => !tool.hidden).map(tool => tool.value);

/** What becomes of `tools` and `disallowedTools` in a file that loads. `text` is the document's. */
export function toolIssues(
  values: Readonly<Record<string, unknown>>,
  isWritten: (key: string) => boolean,
  text: string,
  places: Places,
): Issue[] {
  return ['tools', 'disallowedTools'].flatMap(field => {
    if (!isWritten(field)) return [];
    const value = values[field];
    return [...listIssues(field, value, places), ...itemIssues(field, value, text, places)];
  });
}

function listIssues(field: string, value: unknown, places: Places): Issue[] {
  const at = { field, range: places.value([field]) };
  const all = field === 'tools' ? 'the agent gets every tool' : 'no tool is taken away';
  if (value === undefined || value === null || value === '')
    return [
      {
        code: 'tools.empty',
        effect: 'ignored',
        ...at,
        range: places.key([field]),
        problem: `\`${field}\` has no value, so ${all}. Name the tools, or delete the line.`,
        data: { meaning: field === 'tools' ? 'all' : 'none' },
      },
    ];
  if (Array.isArray(value) || typeof value === 'string') {
    const kept = Array.isArray(value) ? value.some(item => typeof item === 'string') : /[^,\s]/.test(value);
    if (kept || field === 'disallowedTools') return [];
    return [
      {
        code: 'tools.empty',
        effect: 'unrestricted',
        ...at,
        problem: `The list names no tool, and to Qwen Code that means every tool: the agent can edit files and run commands. Name the tools that it may use.`,
        data: { meaning: 'all' },
      },
    ];
  }
  return [
    {
      code: 'tools.ineffective',
      effect: 'unrestricted',
      ...at,
      problem: `\`${field}\` must be a list and is ${typeName(value)}. Qwen Code ignores it without a word, so ${all}. Write one name on each line, after \`- \`.`,
    },
  ];
}

function itemIssues(field: string, value: unknown, text: string, places: Places): Issue[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => {
      const range = places.value([field, index]);
      return typeof item === 'string'
        ? nameIssues(field, item, range)
        : [
            {
              code: 'value.type' as const,
              effect: 'ignored' as const,
              field,
              range,
              problem: `The items of \`${field}\` must be names, and this is ${typeName(item)}, so Qwen Code drops it.`,
              data: { expected: 'text' },
            },
          ];
    });
  if (typeof value !== 'string') return [];
  const whole = places.value([field]);
  const written = text.slice(whole.start, whole.end);
  let from = 0;
  const issues: Issue[] = [];
  for (const part of value.split(',')) {
    const name = part.trim();
    if (name === '') continue;
    const found = written.indexOf(name, from);
    const range = found < 0 ? whole : { start: whole.start + found, end: whole.start + found + name.length };
    if (found >= 0) from = found + name.length;
    issues.push(...nameIssues(field, name, range));
  }
  return issues;
}

function nameIssues(field: string, name: string, range: OffsetRange): Issue[] {
  const issue = (
    code: Issue['code'],
    effect: Issue['effect'],
    message: string,
    suggestion?: string,
  ): Issue => ({
    code,
    effect,
    field,
    range,
    problem: suggestion ? `${message} Write \`${suggestion}\`.` : message,
    ...(suggestion ? { data: { suggestion } } : {}),
  });
  if (name === '*' || /^mcp__[^_]/.test(name)) return [];
  const tool = byName.get(name);
  if (tool?.unavailable)
    return field === 'tools'
      ? [issue('tools.unavailable', 'noted', `\`${name}\` has no effect here. ${tool.unavailable}`)]
      : [];
  if (tool) return [];
  // A name that matches nothing takes a tool away from the agent, or fails to.
  const effect = field === 'tools' ? 'ignored' : 'unrestricted';
  const matters =
    field === 'tools'
      ? 'the agent does not get the tool that was meant'
      : 'the tool that was meant is not taken away';
  if (/[()]/.test(name)) {
    const bare = name.replace(/\(.*$/s, '');
    const suggestion = byName.get(bare)?.value ?? toolIn('qwen', bare);
    return [
      issue(
        'tools.specifier',
        effect,
        `\`${name}\` matches no tool: Qwen Code knows no specifiers in parentheses here and cuts the text at every comma, so ${matters}.`,
        bare ? suggestion : undefined,
      ),
    ];
  }
  const mcp = /^@?([\w.:-]+)\/([\w.:*-]+)$/.exec(name) ?? /^mcp_([^_]+)_(.+)$/.exec(name);
  if (mcp)
    return [
      issue(
        'tools.mcpForm',
        effect,
        `\`${name}\` is not how Qwen Code names MCP tools, so ${matters}.`,
        mcp[2] === '*' ? `mcp__${mcp[1]}` : `mcp__${mcp[1]}__${mcp[2]}`,
      ),
    ];
  const suggestion = toolIn('qwen', name) ?? nearestWord(name, names);
  const unavailable = suggestion && byName.get(suggestion)?.unavailable;
  if (unavailable && field === 'tools')
    return [issue('tools.unavailable', 'noted', `\`${name}\` is \`${suggestion}\` here. ${unavailable}`)];
  if (suggestion)
    return [issue('tools.unknown', effect, `Qwen Code has no tool \`${name}\`, so ${matters}.`, suggestion)];
  return [
    issue(
      'tools.unknown',
      'noted',
      /\s/.test(name)
        ? `\`${name}\` is taken for one name. Put commas between names.`
        : `Qwen Code brings no tool \`${name}\` and does not check the name. If none is added, it has no effect.`,
    ),
  ];
}
