import { distance } from 'fastest-levenshtein';
import type { Field } from './fields.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { Flavour } from './release.ts';

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

/** The keys that it knows and does not heed in agents of a plugin. */
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

/** What a plugin agent's description may also be called. */
const pluginDescriptions = ['when_to_use', 'when-to-use'];
/** Words of other formats for which Claude Code itself suggests one of its keys. */
const synonyms: Readonly<Record<string, string>> = { allowedtools: 'tools', whentouse: 'description' };
/** So near to `model` that it would be suggested, and meant otherwise. */
const neverSuggested = 'mode';
/** Misspelt limits that Claude Code has no suggestion for. */
const limits: readonly (readonly [RegExp, string])[] = [
  [/^(?:allowedtools?|toolsallowed|allowtools?)$/, 'tools'],
  [/^(?:disallow(?:ed)?tools?|den(?:y|ied)tools?|excluded?tools?|blockedtools?)$/, 'disallowedTools'],
];

/** Notes the keys that Claude Code does not know, or knows and ignores in this place; but for the `explained` one. */
export function reportKeys(
  fields: ReadonlyMap<string, Field>,
  explained: string | undefined,
  flavour: Flavour,
  issues: IssueCollector,
): void {
  for (const field of fields.values()) {
    if (field.key === explained) continue;
    if (flavour === 'plugin' && ignoredInPlugins.includes(field.key)) reportIgnored(field, issues);
    else if (agentKeys.includes(field.key)) continue;
    else if (flavour === 'plugin' && pluginDescriptions.includes(field.key)) continue;
    else reportUnknown(field, fields, flavour, issues);
  }
}

function reportIgnored({ key, keyRange }: Field, issues: IssueCollector): void {
  issues.add(
    'key.ignored',
    'ignored',
    keyRange,
    `\`${key}\` has no effect here: Claude Code ignores it in agents that come with a plugin. An agent in \`.claude/agents/\` can set it.`,
    { field: key },
  );
}

function reportUnknown(
  field: Field,
  fields: ReadonlyMap<string, Field>,
  flavour: Flavour,
  issues: IssueCollector,
): void {
  const { key, keyRange, value } = field;
  const suggestion = suggestionFor(key, flavour);
  const limit = limitMeantBy(key, suggestion);
  if (limit !== undefined && !fields.has(limit) && value !== null && value !== '') {
    issues.add('key.limit', 'unrestricted', keyRange, limitMessage(key, limit), {
      field: key,
      data: { suggestion: limit },
    });
    return;
  }
  issues.add(
    'key.unknown',
    'noted',
    keyRange,
    suggestion === undefined
      ? `Claude Code does not know the key \`${key}\`, and ignores it.`
      : `Claude Code does not know the key \`${key}\`, and ignores it. Did you mean \`${suggestion}\`?`,
    { field: key, ...(suggestion !== undefined && { data: { suggestion } }) },
  );
}

function limitMessage(key: string, limit: string): string {
  const consequence: Record<string, string> = {
    tools: 'so the agent gets every tool',
    disallowedTools: 'so nothing is disallowed',
    permissionMode: 'so the agent runs in the session’s permission mode',
    hooks: 'so these hooks never run',
  };
  return `Claude Code ignores \`${key}\`, ${consequence[limit]}. In an agent the key is \`${limit}\`.`;
}

/** The limiting key that was meant, if one was. */
function limitMeantBy(key: string, suggestion: string | undefined): string | undefined {
  const plain = plainOf(key);
  const meant = limits.find(([pattern]) => pattern.test(plain))?.[1] ?? suggestion;
  return meant !== undefined && limitingKeys.includes(meant) && isNear(key, meant) ? meant : undefined;
}

/** `todos` is two letters from `tools`, and hardly meant for it. */
function isNear(key: string, limit: string): boolean {
  return plainOf(key).includes(plainOf(limit).slice(0, -1)) || distance(plainOf(key), plainOf(limit)) < 2;
}

/** What Claude Code itself suggests for a key: the same letters, a synonym, or at most two letters' difference. */
export function suggestionFor(key: string, flavour: Flavour): string | undefined {
  const known = flavour === 'plugin' ? agentKeys.filter(name => !ignoredInPlugins.includes(name)) : agentKeys;
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
