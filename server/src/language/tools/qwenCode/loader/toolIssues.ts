import { nearestWord } from '../../../document/nearestWord.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { type Issue, IssueCollector, suggestionOf } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { typeName } from '../../../loading/shape.ts';
import { commaSeparated } from '../../../loading/values.ts';
import { toolIn } from '../../shared/toolConversions.ts';
import { qwenTools } from '../tools.ts';

const byName = new Map(
  qwenTools.flatMap(tool => [tool.value, ...(tool.aliases ?? [])].map(name => [name, tool] as const)),
);
const names = qwenTools.filter(tool => !tool.hidden).map(tool => tool.value);

/** What happens to `tools` and `disallowedTools` in a file that loads. `text` is the document's. */
export function toolIssues(
  values: Readonly<Record<string, unknown>>,
  isWritten: (key: string) => boolean,
  text: string,
  places: Places,
): Issue[] {
  const collector = new IssueCollector();
  for (const field of ['tools', 'disallowedTools']) {
    if (!isWritten(field)) continue;
    reportList(collector, field, values[field], places);
    const denied = field === 'tools' && isWritten('disallowedTools') ? namesIn(values.disallowedTools) : [];
    const ofNames = new IssueCollector();
    reportItems(ofNames, field, values[field], text, places, denied);
    if (field === 'tools' && givesNothing(namesIn(values.tools), ofNames.issues))
      reportNone(collector, ofNames.issues, places);
    else collector.addAll(ofNames.issues);
  }
  return collector.issues;
}

/** The names of a list or string, as Qwen Code reads it. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return commaSeparated(value);
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** Whether certainly none of the names gives the agent a tool. */
function givesNothing(names: readonly string[], found: readonly Issue[]): boolean {
  const certain = found.filter(({ code, effect }) => code.startsWith('tools.') && effect === 'ignored');
  return names.length > 0 && certain.length === names.length;
}

/** Reports a list of which no name gives the agent a tool, in place of the names. */
function reportNone(collector: IssueCollector, found: readonly Issue[], places: Places): void {
  const meant = found.map(suggestionOf);
  collector.add(
    'tools.none',
    'fails',
    places.value(['tools']),
    {
      problem: 'No tool is left',
      consequence: `Qwen Code starts this agent without any tool: it has none by ${found
        .slice(0, 5)
        .map(({ subject }) => `\`${subject}\``)
        .join(', ')}`,
      advice: 'Write the exact names, which are case-sensitive',
    },
    {
      field: 'tools',
      data: { suggestion: meant.includes(undefined) ? undefined : [...new Set(meant)].join(', ') },
    },
  );
}

function reportList(collector: IssueCollector, field: string, value: unknown, places: Places): void {
  const all = field === 'tools' ? 'the agent gets every tool' : 'no tool is taken away';
  if (value === undefined || value === null || value === '') {
    collector.add(
      'tools.empty',
      'ignored',
      places.key([field]),
      {
        problem: problems.emptyKey(field),
        consequence: `Qwen Code treats the key as missing, so ${all}`,
        advice: 'Name the tools, or delete the line',
      },
      { field, data: { meaning: field === 'tools' ? 'all' : 'none' } },
    );
    return;
  }
  if (!Array.isArray(value) && typeof value !== 'string') {
    collector.add(
      'tools.ineffective',
      'unrestricted',
      places.value([field]),
      {
        problem: problems.ineffective(field),
        consequence: `Qwen Code expects a list, reads ${typeName(value)} and ignores it silently, so ${all}`,
        advice: 'Write one name per line, after `- `',
      },
      { field },
    );
    return;
  }
  const isKept = Array.isArray(value) ? value.some(item => typeof item === 'string') : /[^,\s]/.test(value);
  if (isKept || field === 'disallowedTools') return;
  collector.add(
    'tools.empty',
    'unrestricted',
    places.value([field]),
    {
      problem: problems.emptyKey(field),
      consequence:
        'Qwen Code reads a list without names as every tool: the agent can edit files and run commands',
      advice: 'Name the tools that the agent may use',
    },
    { field, data: { meaning: 'all' } },
  );
}

function reportItems(
  collector: IssueCollector,
  field: string,
  value: unknown,
  text: string,
  places: Places,
  denied: readonly string[],
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const range = places.value([field, index]);
      if (typeof item === 'string') reportName(collector, field, item, range, denied);
      else
        collector.add(
          'value.type',
          'ignored',
          range,
          {
            problem: `Items of \`${field}\` must be strings`,
            consequence: `Qwen Code reads ${typeName(item)} here and drops it`,
          },
          { field, subject: text.slice(range.start, range.end), data: { expected: ['string'] } },
        );
    }
    return;
  }
  if (typeof value !== 'string') return;
  const whole = places.value([field]);
  const written = text.slice(whole.start, whole.end);
  let from = 0;
  for (const part of value.split(',')) {
    const name = part.trim();
    if (name === '') continue;
    const found = written.indexOf(name, from);
    const range = found < 0 ? whole : { start: whole.start + found, end: whole.start + found + name.length };
    if (found >= 0) from = found + name.length;
    reportName(collector, field, name, range, denied);
  }
}

function reportName(
  collector: IssueCollector,
  field: string,
  name: string,
  range: OffsetRange,
  denied: readonly string[],
): void {
  if (name === '*' && field === 'tools') return;
  const issue = (
    code: Issue['code'],
    effect: Issue['effect'],
    problem: string,
    consequence: string,
    suggestion?: string,
    advice = suggestion && `Write \`${suggestion}\``,
  ) =>
    collector.add(
      code,
      effect,
      range,
      { problem, consequence, ...(advice && { advice }) },
      {
        field,
        subject: name,
        ...severalOf(code, effect, field),
        ...(suggestion && { data: { suggestion } }),
      },
    );
  if (name === '*') {
    issue(
      'tools.ineffective',
      'unrestricted',
      problems.ineffective(field),
      'Qwen Code disallows nothing by a `*`',
      undefined,
      'Name the tools',
    );
    return;
  }
  if (/^mcp__[^_]/.test(name)) {
    const server = /^mcp__(.+?)(?:__\*)?$/.exec(name)?.[1];
    if (field === 'tools' && server !== undefined && (!server.includes('__') || name.includes('*')))
      issue(
        'tools.mcpForm',
        'ignored',
        problems.foreignMcpForm(name),
        'Qwen Code knows whole servers only in `disallowedTools`: here the name gives the agent no tool',
        undefined,
        `Write each tool: \`mcp__${server.replace(/__.*$/s, '')}__tool\``,
      );
    return;
  }
  const tool = byName.get(name);
  if (tool) {
    if (field !== 'tools') return;
    if (denied.some(other => byName.get(other) === tool))
      issue(
        'tools.unavailable',
        'ignored',
        problems.unavailableTool(name),
        'Qwen Code does not give it to this agent: `disallowedTools` takes it away again',
        undefined,
        'Remove it from one of the two lists',
      );
    else if (tool.unavailable)
      issue('tools.unavailable', 'noted', problems.unavailableTool(name), withoutPeriod(tool.unavailable));
    else if (tool.onlyIn !== undefined)
      issue(
        'tools.unavailable',
        'noted',
        problems.unavailableTool(name),
        `Qwen Code has it only ${tool.onlyIn}`,
      );
    return;
  }
  // A name that matches nothing costs the agent a tool, or fails to take one away.
  const effect = field === 'tools' ? 'ignored' : 'unrestricted';
  const misses =
    field === 'tools'
      ? 'does not give the agent the tool that was meant'
      : 'does not take away the tool that was meant';
  if (/[()]/.test(name)) {
    const bare = name.replace(/\(.*$/s, '');
    const suggestion = byName.get(bare)?.value ?? toolIn('qwen', bare);
    issue(
      'tools.specifier',
      effect,
      `\`${bare && bare !== name ? `${bare}(…)` : name}\` does not narrow the tool`,
      `Qwen Code supports no specifiers in parentheses, splits the string at every comma, and ${misses}`,
      bare ? suggestion : undefined,
    );
    return;
  }
  const mcp = /^@?([\w.:-]+)\/([\w.:*-]+)$/.exec(name) ?? /^mcp_([^_]+)_(.+)$/.exec(name);
  if (mcp) {
    issue(
      'tools.mcpForm',
      effect,
      problems.foreignMcpForm(name),
      `Qwen Code ${misses}`,
      mcp[2] === '*' ? `mcp__${mcp[1]}` : `mcp__${mcp[1]}__${mcp[2]}`,
    );
    return;
  }
  const suggestion = toolIn('qwen', name) ?? nearestWord(name, names);
  const unavailable = suggestion && byName.get(suggestion)?.unavailable;
  if (unavailable && field === 'tools')
    issue(
      'tools.unavailable',
      'noted',
      problems.unavailableTool(name),
      `${withoutPeriod(unavailable)}; the tool is called \`${suggestion}\` there`,
    );
  else if (suggestion)
    issue('tools.unknown', effect, problems.unknownTool(name), `Qwen Code ${misses}`, suggestion);
  else if (/\s/.test(name))
    issue(
      'tools.unknown',
      'noted',
      problems.unknownTool(name),
      'Qwen Code reads words without commas between them as one name',
      undefined,
      'Put commas between names',
    );
  else
    issue(
      'tools.unknown',
      'noted',
      problems.unknownTool(name),
      'Qwen Code does not check names that are not its own; unless such a tool is added, the name has no effect',
    );
}

/** The consequence for several names. */
function severalOf(code: Issue['code'], effect: Issue['effect'], field: string): Pick<Issue, 'several'> {
  if (code === 'tools.unavailable') return { several: 'Qwen Code does not give these tools to the agent' };
  if (effect === 'noted') return {};
  const misses = `${field === 'tools' ? 'does not give the agent' : 'does not take away'} the tools that were meant`;
  return code === 'tools.specifier'
    ? { several: `Qwen Code supports no specifiers, splits the string at every comma, and ${misses}` }
    : { several: `Qwen Code ${misses}` };
}

/** A sentence of the vocabulary as a part of an issue. */
function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
