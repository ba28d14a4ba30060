import type { AgentDocument } from '../../../document/agentDocument.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { listed } from '../../../wordList.ts';
import type { Departure, SkillReader } from '../readers.ts';

/** The types of the keys outside the standard for which a tool drops a skill. */
const types = { 'argument-hint': 'string', 'user-invocable': 'boolean' } as const;

/** The result with what the tools that read the place drop a skill for, and with the keys that they have of their own. */
export function readStrictly(
  load: LoadResult,
  readers: readonly SkillReader[],
  document: AgentDocument,
): LoadResult {
  const own = new Set(readers.flatMap(({ ownKeys }) => ownKeys));
  const droppingFor = (departure: Departure) =>
    readers.filter(each => each.dropsFor(departure)).map(({ tool }) => tool);
  const known = load.issues.filter(({ code, field }) => code !== 'key.unknown' || !own.has(field ?? ''));
  const graver = known.map((issue): Issue => {
    const departure = issue.effect === 'ignored' ? departureOf(issue) : undefined;
    const tools = departure ? droppingFor(departure) : [];
    return tools.length === 0 ? issue : { ...issue, effect: 'rejected', consequence: droppedBy(tools) };
  });
  const isInvalid = document.yaml.errors.length > 0;
  const ofTypes = isInvalid
    ? []
    : (['argument-hint', 'user-invocable'] as const).flatMap(
        key => typeIssue(key, droppingFor(key), document) ?? [],
      );
  const issues = inTextOrder([...graver, ...ofTypes]);
  const isDropped = issues.some(({ effect }) => effect === 'rejected');
  return load.loads && isDropped ? { ...nothingLoaded, issues } : { ...load, issues };
}

/** What becomes of a skill that these tools drop. */
export function droppedBy(tools: readonly string[]): string {
  return `${listed(tools)} ${tools.length === 1 ? 'does' : 'do'} not load the skill`;
}

function departureOf({ code, field, data, range }: Issue): Departure | undefined {
  if (code === 'frontMatter.late') return range.start === 0 && range.end === 1 ? 'byteOrderMark' : undefined;
  const isTooLong = data && 'demand' in data && data.demand !== undefined && 'longest' in data.demand;
  if (!isTooLong) return undefined;
  if (code === 'name.invalid') return 'name.long';
  return code === 'description.invalid' && field === 'description' ? 'description.long' : undefined;
}

function typeIssue(
  key: keyof typeof types,
  tools: readonly string[],
  document: AgentDocument,
): Issue | undefined {
  const entry = document.entry(key);
  if (tools.length === 0 || !entry || entry.value === null || typeof entry.value === types[key])
    return undefined;
  return {
    code: 'value.type',
    effect: 'rejected',
    range: entry.range,
    problem: `\`${key}\` must be a ${types[key]}`,
    consequence: droppedBy(tools),
    advice: key === 'argument-hint' ? 'Put it in quotes' : 'Write `true` or `false`, without quotes',
    field: key,
    data: { expected: [types[key]] },
  };
}
