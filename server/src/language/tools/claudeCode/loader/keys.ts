import { distance } from 'fastest-levenshtein';
import type { IssueText } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { Flavor } from './release.ts';

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
/** Misspelled limits for which Claude Code has no suggestion. */
const limits: readonly (readonly [RegExp, string])[] = [
  [/^(?:allowedtools?|toolsallowed|allowtools?)$/, 'tools'],
  [/^(?:disallow(?:ed)?tools?|den(?:y|ied)tools?|excluded?tools?|blockedtools?)$/, 'disallowedTools'],
];

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

function reportIgnored({ key, keyRange }: Field, issues: IssueCollector): void {
  issues.add(
    'key.ignored',
    'ignored',
    keyRange,
    {
      problem: problems.ignoredKey(key),
      consequence: 'Claude Code ignores it in agents that come with a plugin',
      advice: 'Set it in an agent in `.claude/agents/`',
    },
    { field: key },
  );
}

function reportUnknown(
  field: Field,
  fields: ReadonlyMap<string, Field>,
  flavor: Flavor,
  issues: IssueCollector,
): void {
  const { key, keyRange, value } = field;
  const suggestion = suggestionFor(key, flavor);
  const limit = limitMeantBy(key, suggestion);
  if (limit !== undefined && !fields.has(limit) && value !== null && value !== '') {
    issues.add('key.limit', 'unrestricted', keyRange, limitText(key, limit), {
      field: key,
      data: { suggestion: limit },
    });
    return;
  }
  issues.add(
    'key.unknown',
    'noted',
    keyRange,
    {
      problem: problems.unknownKey(key),
      consequence: 'Claude Code ignores it',
      ...(suggestion !== undefined && { advice: `Did you mean \`${suggestion}\`?` }),
    },
    { field: key, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
}

function limitText(key: string, limit: string): IssueText {
  const outcomes: Record<string, string> = {
    tools: 'so the agent gets every tool',
    disallowedTools: 'so nothing is disallowed',
    permissionMode: 'so the agent runs in the session’s permission mode',
    hooks: 'so these hooks never run',
  };
  return {
    problem: problems.noLimit(key),
    consequence: `Claude Code ignores it, ${outcomes[limit]}`,
    advice: `Use \`${limit}\`, the key of agents`,
  };
}

/** Returns the limiting key that was meant, if any. */
function limitMeantBy(key: string, suggestion: string | undefined): string | undefined {
  const plain = plainOf(key);
  const meant = limits.find(([pattern]) => pattern.test(plain))?.[1] ?? suggestion;
  return meant !== undefined && limitingKeys.includes(meant) && isNear(key, meant) ? meant : undefined;
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
