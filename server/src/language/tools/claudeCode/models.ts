import type { VocabularyEntry } from '../../dialect/dialect.ts';

// From the documentation (https://code.claude.com/docs/en/model-config, 2026-11-21); what each alias resolves to was
// observed in 2.1.329.

/** An alias or an ID that `model` accepts. */
export interface ClaudeModel extends VocabularyEntry {
  /** The model that the alias resolved to on the day of the observation. */
  readonly resolvesTo?: string;
}

const alias = (value: string, resolvesTo: string, description: string): ClaudeModel => ({
  value,
  resolvesTo,
  description: `${description} Today \`${resolvesTo}\`.`,
});

/** The values that `model` accepts instead of a full model ID. Aliases are case-insensitive. */
export const claudeModelAliases: readonly ClaudeModel[] = [
  { value: 'inherit', description: 'The model of the conversation that starts the agent; the default.' },
  alias('sonnet', 'claude-sonnet-5-5', 'The latest Sonnet: the balanced choice for most work.'),
  alias('opus', 'claude-opus-5-5', 'The latest Opus: for complex reasoning.'),
  alias('haiku', 'claude-haiku-5-5', 'The latest Haiku: fast and inexpensive, for simple tasks.'),
  alias('fable', 'claude-fable-5-2', 'The latest Fable.'),
  {
    value: 'best',
    resolvesTo: 'claude-opus-5-5',
    description: 'The most capable model that the account has; in an agent `claude-opus-5-5` today.',
  },
  {
    value: 'opusplan',
    resolvesTo: 'claude-sonnet-5-5',
    description: 'Opus for planning, Sonnet for execution; in an agent always `claude-sonnet-5-5` today.',
  },
  { value: 'sonnet[1m]', description: 'The latest Sonnet with a context of one million tokens.' },
  { value: 'opus[1m]', description: 'The latest Opus with a context of one million tokens.' },
];

/** The full IDs worth completing: those of the aliases. The list is open; a provider has its own IDs. */
const claudeModelIds: readonly VocabularyEntry[] = claudeModelAliases.flatMap(({ value, resolvesTo }) =>
  resolvesTo === undefined || !resolvesTo.includes(`-${value}-`)
    ? []
    : [{ value: resolvesTo, description: `Pins the model that \`${value}\` resolves to today.` }],
);

/** The completion items for `model`. */
export const claudeModels: readonly VocabularyEntry[] = [...claudeModelAliases, ...claudeModelIds];

/**
 * False for a value that can hardly be a model to Claude Code: not an alias, not a `claude-…` ID, and not of the form of
 * a provider's ID (a path, an ARN, a versioned or dated name). Claude Code itself sends any value to the API.
 */
export function isPlausibleClaudeModel(value: string): boolean {
  const written = value.trim().toLowerCase();
  return (
    written.startsWith('claude-') ||
    /[/:.@]/.test(written) ||
    claudeModelAliases.some(known => known.value === written)
  );
}

/** Ids in place of which another model is sent (observed in 2.1.329, 2026-11-29). */
export const replacedModels: ReadonlyMap<string, string> = new Map([['claude-opus-4-1', 'claude-opus-5-5']]);

/**
 * The id that is sent for a value of `model`: that of an alias, in any case; another value as it stands. The suffix
 * `[1m]` asks for the large window and is not a part of the id.
 */
export function sentModel(value: string): string {
  const written = value.trim();
  const id = written.replace(/\[1m\]$/i, '');
  const alias = claudeModelAliases.find(known => known.value === id.toLowerCase());
  return alias?.resolvesTo ?? replacedModels.get(id) ?? id;
}

/**
 * The models with a window of 200,000 tokens unless a larger one is asked for, dated or named by a provider or not
 * (observed 2026-11-29). An unknown id counts as a newer one.
 */
const olderModel =
  /claude-(?:sonnet-4(?:-[56])?|opus-4-[56]|haiku-4-5|haiku-3-5|3-5-haiku)(?=$|-\d{8}|-latest|-v\d|[@:[])/;

/** Whether a model, by its id, is one of those with a window of 200,000 tokens. */
export function isOlderModel(id: string): boolean {
  return olderModel.test(id);
}

/** Whether a model is sent an effort; older ones but Opus are not (observed 2026-11-29). */
export function hasEffort(id: string): boolean {
  return !isOlderModel(id) || id.includes('opus');
}

/** How hard the model thinks. `effort` also accepts an integer. Case-insensitive. */
export const claudeEffortLevels: readonly VocabularyEntry[] = [
  { value: 'low', description: 'The least thinking: fast and inexpensive.' },
  { value: 'medium', description: 'Less thinking than usual.' },
  { value: 'high', description: 'Thorough thinking.' },
  { value: 'xhigh', description: 'More thinking than `high`, where the model supports it.' },
  { value: 'max', description: 'The most thinking that the model can do: slow and expensive.' },
];
