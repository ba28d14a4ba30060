import { distance } from 'fastest-levenshtein';
import type { IssueText } from '../../../loading/issue.ts';
import { isOtherSpelling, type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import { mayGuard } from './hookGuards.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { Flavor } from './release.ts';
import { reportUnknownKeys } from './unknownKeys.ts';

/** The keys that Claude Code reads from an agent's front matter. The last three are undocumented. */
export const agentKeys: readonly string[] = [
  'name',
  'description',
  'tools',
  'disallowedTools',
  'model',
  'permissionMode',
  'maxTurns',
  'skills',
  'mcpServers',
  'hooks',
  'memory',
  'background',
  'effort',
  'isolation',
  'color',
  'initialPrompt',
  'omitClaudeMd',
  'experimental',
  'observer',
  'observerMessage',
  'observeSubagents',
];

const keyOfPlain = new Map(agentKeys.map(key => [plainOf(key), key]));

/** The keys that it knows and ignores in agents of a plugin. */
export const ignoredInPlugins: readonly string[] = [
  'permissionMode',
  'mcpServers',
  'hooks',
  'initialPrompt',
  'observer',
  'observerMessage',
  'observeSubagents',
];

/** The keys that limit what an agent may do. */
export const limitingKeys: readonly string[] = ['tools', 'disallowedTools', 'permissionMode', 'hooks'];

/** Further keys for the description of a plugin's agent. */
const pluginDescriptions = ['when_to_use', 'when-to-use'];
/** Keys of other formats for which Claude Code itself suggests one of its own. */
const synonyms: Readonly<Record<string, string>> = { allowedtools: 'tools', whentouse: 'description' };
/** Close enough to `model` to suggest it, but meant as something else. */
const neverSuggested = 'mode';
/** The key of agents for each kind of limit. */
const ownLimits: Partial<Record<LimitKind, string>> = {
  allow: 'tools',
  deny: 'disallowedTools',
  mode: 'permissionMode',
  turns: 'maxTurns',
};

/** Reports the keys that Claude Code does not know, or ignores in this kind of file; except for `explained`. */
export function reportKeys(
  fields: ReadonlyMap<string, Field>,
  explained: string | undefined,
  flavor: Flavor,
  issues: IssueCollector,
): void {
  for (const field of fields.values()) {
    if (field.key === explained) continue;
    if (flavor === 'plugin' && ignoredInPlugins.includes(field.key)) reportIgnored(field, issues);
    else if (agentKeys.includes(field.key)) continue;
    else if (flavor === 'plugin' && pluginDescriptions.includes(field.key)) continue;
    else reportUnknown(field, fields, flavor, issues);
  }
}

function reportIgnored({ key, keyRange, value }: Field, issues: IssueCollector): void {
  issues.add(
    'key.ignored',
    limitsIn(key, value) ? 'unrestricted' : 'ignored',
    keyRange,
    {
      problem: problems.ignoredKey(key),
      consequence: 'Claude Code ignores it in agents that come with a plugin',
      advice: 'To use it, move the agent to `.claude/agents/`',
    },
    { field: key, several: 'Claude Code ignores them in agents that come with a plugin' },
  );
}

/** Whether a field limits the agent where it takes effect. */
function limitsIn(key: string, value: unknown): boolean {
  return key === 'hooks' ? mayGuard(value, 0) : limitMeantBy(key, value) !== undefined;
}

function reportUnknown(
  field: Field,
  fields: ReadonlyMap<string, Field>,
  flavor: Flavor,
  issues: IssueCollector,
): void {
  const { key, keyRange } = field;
  const suggestion = suggestionFor(key, flavor);
  const limit = limitOf(field, suggestion);
  if (limit !== undefined && !fields.has(limit)) {
    const isRead = flavor !== 'plugin' || !ignoredInPlugins.includes(limit);
    const isRename = isRead && isOtherSpelling(limit === 'permissionMode' ? 'mode' : 'allow', key, limit);
    issues.add('key.limit', 'unrestricted', keyRange, limitText(key, limit, isRead), {
      field: key,
      ...(isRename && { data: { suggestion: limit } }),
    });
    return;
  }
  const advice = suggestion === undefined ? {} : { suggestion, advice: `Did you mean \`${suggestion}\`?` };
  reportUnknownKeys(new Map([[key, field]]), [], { [key]: advice }, issues);
}

function limitText(key: string, limit: string, isRead: boolean): IssueText {
  const outcomes: Record<string, string> = {
    tools: 'so the agent gets every tool',
    disallowedTools: 'so nothing is disallowed',
    permissionMode: 'so the agent runs in the session’s permission mode',
    maxTurns: 'so the agent runs without a limit of turns',
    hooks: 'so these hooks never run',
  };
  return {
    problem: problems.noLimit(key),
    consequence: `Claude Code ignores it, ${outcomes[limit]}`,
    advice: isRead
      ? `Use \`${limit}\`, the key of agents`
      : 'Limit the agent with `tools` or `disallowedTools`',
  };
}

/** Returns the key that limits an agent as the author meant it, if any. */
function limitOf({ key, value }: Field, suggestion: string | undefined): string | undefined {
  const kind = limitMeantBy(key, value);
  if (kind !== undefined) return ownLimits[kind];
  if (suggestion === undefined || !limitingKeys.includes(suggestion) || !isNear(key, suggestion))
    return undefined;
  return limitMeantBy(suggestion, value) !== undefined || suggestion === 'hooks' ? suggestion : undefined;
}

/** Excludes keys such as `todos`, two letters from `tools` and hardly meant as it. */
function isNear(key: string, limit: string): boolean {
  return plainOf(key).includes(plainOf(limit).slice(0, -1)) || distance(plainOf(key), plainOf(limit)) < 2;
}

/** Returns what Claude Code itself suggests for a key: the same letters, a synonym, or a key at most two letters off. */
export function suggestionFor(key: string, flavor: Flavor): string | undefined {
  const known = flavor === 'plugin' ? agentKeys.filter(name => !ignoredInPlugins.includes(name)) : agentKeys;
  const plain = plainOf(key);
  if (plain === neverSuggested) return undefined;
  const same = keyOfPlain.get(plain);
  if (same !== undefined && known.includes(same)) return same;
  if (synonyms[plain] !== undefined) return synonyms[plain];
  let best: string | undefined;
  let least = 3;
  for (const name of known) {
    if (Math.abs(name.length - key.length) > 2 || key.length < 3) continue;
    const steps = distance(key, name);
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

function plainOf(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}
