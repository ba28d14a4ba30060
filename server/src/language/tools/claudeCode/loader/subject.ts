import type { Effect } from '../../../loading/issue.ts';
import { agentKeys, ignoredInPlugins, limitingKeys } from './keys.ts';
import type { Flavor } from './release.ts';

/** A kind of file that Claude Code reads, as far as the issues that all kinds share depend on it. */
export interface Subject {
  readonly keys: readonly string[];
  /** The keys that limit what it may do, and take effect in such a file. */
  readonly limits: readonly string[];
  /** The keys that show which kind of file is meant, where the delimiters or the YAML are wrong. */
  readonly identifyingKeys: readonly string[];
  /** The keys whose values are prose, in which a ` #` is hardly meant as a comment. */
  readonly prose: readonly string[];
  /** The keys whose values are only shown to people: how they are repaired hardly matters. */
  readonly shown: readonly string[];
  /**
   * What becomes of a file whose front matter is not found or not read. `hasLimits`: it has some of the `limits`.
   */
  readonly unread: (hasLimits: boolean) => { readonly effect: Effect; readonly consequence: string };
  /** What losing these limits, at least one, leads to: "the agent gets every tool". */
  readonly withoutLimits: (limits: readonly string[]) => string;
}

/** Agents, by who reads them. */
export const agentSubjects: Readonly<Record<Flavor, Subject>> = {
  local: {
    keys: agentKeys,
    limits: limitingKeys,
    identifyingKeys: ['name', 'description'],
    prose: ['description', 'initialPrompt'],
    shown: [],
    unread: () => ({ effect: 'rejected', consequence: 'Claude Code does not load this file' }),
    withoutLimits: agentWithoutLimits,
  },
  plugin: {
    keys: agentKeys,
    limits: limitingKeys.filter(key => !ignoredInPlugins.includes(key)),
    identifyingKeys: ['name', 'description'],
    prose: ['description', 'initialPrompt'],
    shown: [],
    unread: hasLimits => ({
      effect: hasLimits ? 'unrestricted' : 'ignored',
      consequence: `Claude Code drops all of this front matter and names the agent after the file${hasLimits ? ', with every tool' : ''}`,
    }),
    withoutLimits: agentWithoutLimits,
  },
};

function agentWithoutLimits(limits: readonly string[]): string {
  if (limits.includes('tools')) return 'the agent gets every tool';
  if (limits.includes('disallowedTools')) return 'nothing is disallowed, so the agent gets every tool';
  return `the agent runs without the limits of ${quotedKeys(limits)}`;
}

/** Lists keys in a sentence, as code; of more than six, the rest are only counted. */
export function quotedKeys(keys: readonly string[]): string {
  const quoted = keys.map(key => `\`${key}\``);
  if (quoted.length > 6) return `${quoted.slice(0, 5).join(', ')} and ${quoted.length - 5} more keys`;
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
