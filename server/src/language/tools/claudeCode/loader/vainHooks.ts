import { nearestWord } from '../../../document/nearestWord.ts';
import type { Effect } from '../../../loading/issue.ts';
import type { ClaudeHookEvent } from '../hookEvents.ts';
import type { IssueCollector } from './issueCollector.ts';
import { type Nested, partsOf } from './nested.ts';
import { permissionRule } from './permissionRules.ts';
import { shownValue } from './reportValues.ts';
import { toolInAnyCase, toolNamed } from './toolNames.ts';

/** Why something that limits a hook is never met. */
interface Vain {
  readonly problem: string;
  readonly why: string;
  readonly advice?: string;
  readonly suggestion?: string;
}

/** Seconds from which on a timeout was probably meant in milliseconds. */
const longTimeout = 10_000;

/**
 * Reports valid hooks that never run, or cannot: their matcher or their `if` matches nothing, or they have no command
 * (recorded with 2.1.332 on 2026-11-29). A tool call that such a hook was to guard goes on.
 */
export function reportVainHooks(groups: Nested, event: ClaudeHookEvent, issues: IssueCollector): void {
  const effect: Effect = event.fatal ? 'unrestricted' : 'ignored';
  for (const group of partsOf(groups).values()) {
    const parts = partsOf(group);
    const matcher = parts.get('matcher');
    const vain = typeof matcher?.value === 'string' ? vainMatcher(matcher.value, event) : undefined;
    if (matcher && vain) report(matcher, vain, effect, issues);
    for (const handler of partsOf(parts.get('hooks') ?? group).values())
      reportHandler(handler, event, effect, issues);
  }
}

function reportHandler(
  handler: Nested,
  event: ClaudeHookEvent,
  effect: Effect,
  issues: IssueCollector,
): void {
  const parts = partsOf(handler);
  const condition = parts.get('if');
  const vain = typeof condition?.value === 'string' ? vainCondition(condition.value, event) : undefined;
  if (condition && vain) report(condition, vain, effect, issues);
  const command = parts.get('command');
  if (command?.value === '')
    issues.add(
      'hooks.invalid',
      'fails',
      command.range,
      {
        problem: '`command` of a hook is empty',
        consequence: 'Claude Code fails to run this hook, and goes on without it',
        advice: 'Write the command to run',
      },
      { field: 'hooks', subject: event.value },
    );
  const timeout = parts.get('timeout');
  if (timeout && typeof timeout.value === 'number' && timeout.value >= longTimeout)
    issues.add(
      'value.number',
      'noted',
      timeout.range,
      {
        problem: `\`timeout\` is in seconds: ${timeout.value} are ${Math.round(timeout.value / 3600)} hours`,
        consequence: 'Claude Code waits that long for the hook',
      },
      { field: 'hooks', subject: 'timeout' },
    );
}

function report(
  { range, value }: Nested,
  { problem, why, advice, suggestion }: Vain,
  effect: Effect,
  issues: IssueCollector,
): void {
  issues.add(
    'hooks.matcher',
    effect,
    range,
    {
      problem,
      consequence: `Claude Code never runs this hook: ${why}`,
      advice: advice ?? (suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`),
    },
    { field: 'hooks', subject: String(value), data: { suggestion } },
  );
}

/**
 * A matcher of names is a list of exact ones, separated by `|` or `,`; any other is a regular expression that may match
 * a part of the name.
 */
function vainMatcher(matcher: string, event: ClaudeHookEvent): Vain | undefined {
  if (event.matches === undefined || matcher === '' || matcher === '*') return undefined;
  const shown = shownValue(matcher);
  if (/^[\w\s|,-]*$/.test(matcher))
    return event.toolCall ? vainNames(matcher, shown) : vainValues(matcher, shown, event);
  const call = /^(\w+)\(.*\)$/s.exec(matcher);
  if (event.toolCall && call && toolInAnyCase(call[1]!) !== undefined)
    return {
      problem: `Hook matcher \`${shown}\` matches no tool`,
      why: 'a matcher is compared with the name of the tool alone',
      advice: `Write \`${toolInAnyCase(call[1]!)}\`, and the rule as \`if\` of the hook`,
    };
  return isExpression(matcher)
    ? undefined
    : {
        problem: `Hook matcher \`${shown}\` is an invalid regular expression`,
        why: 'such a matcher matches nothing',
        advice: 'Use `*` alone for everything, `.*` within an expression',
      };
}

function vainNames(matcher: string, shown: string): Vain | undefined {
  const names = matcher.split(/[|,]/).map(name => name.trim());
  const meant = names.map(name => meantBy(name));
  // A list that matches some tool may have the others for another release.
  if (names.some((name, index) => meant[index] === name)) return undefined;
  return {
    problem: `Hook matcher \`${shown}\` matches no tool`,
    why: names[0]!.startsWith('mcp__')
      ? 'this is the name of a server, and its tools have longer names'
      : 'names of tools are case-sensitive',
    suggestion: meant.join('|'),
  };
}

/** The name as it matches something; the name itself where it may. */
function meantBy(name: string): string {
  const server = /^(mcp__[A-Za-z0-9-]+(?:_[A-Za-z0-9-]+)*)(?:__)?$/.exec(name)?.[1];
  if (server !== undefined) return `${server}__.*`;
  return toolNamed(name) ? name : (toolInAnyCase(name) ?? name);
}

/** Only values that are almost those of the event: there may be others. */
function vainValues(
  matcher: string,
  shown: string,
  { matcher: known, value }: ClaudeHookEvent,
): Vain | undefined {
  if (!Array.isArray(known)) return undefined;
  const names = matcher.split(/[|,]/).map(name => name.trim());
  const meant = names.map(name => (known.includes(name) ? undefined : nearestWord(name, known)));
  if (meant.includes(undefined)) return undefined;
  return {
    problem: `Hook matcher \`${shown}\` matches no \`${value}\``,
    why: `it is compared exactly with ${known.map(each => `\`${each}\``).join(', ')}`,
    suggestion: meant.join('|'),
  };
}

function vainCondition(condition: string, event: ClaudeHookEvent): Vain | undefined {
  const problem = `Hook condition \`${shownValue(condition)}\` never holds`;
  if (!event.toolCall)
    return { problem, why: `\`if\` is about a tool call, and \`${event.value}\` has none` };
  const { name, specifier } = permissionRule(condition);
  const [bare] = /^\w+/.exec(name) ?? [''];
  const tool = toolInAnyCase(bare);
  if (tool === undefined || toolNamed(name)) return undefined;
  if (specifier === undefined && name.includes('('))
    return { problem, why: 'the rule has no closing parenthesis', advice: 'Close the parenthesis' };
  if (bare !== name || bare === tool) return undefined;
  return {
    problem,
    why: 'names of tools are case-sensitive',
    suggestion: specifier === undefined ? tool : `${tool}(${specifier})`,
  };
}

/** Whether a text is a regular expression. It is not run. */
function isExpression(text: string): boolean {
  try {
    return new RegExp(text) !== undefined;
  } catch {
    return false;
  }
}
