import type { VocabularyEntry } from '../../dialect/dialect.ts';

// By the documentation (https://code.claude.com/docs/en/model-config, 2026-11-21); what each alias resolves to was
// observed in 2.1.329.

/** An alias or an id that `model` takes. */
export interface ClaudeModel extends VocabularyEntry {
  /** The model that the alias stood for on the day of the observation. */
  readonly resolvesTo?: string;
}

const alias = (value: string, resolvesTo: string, description: string): ClaudeModel => ({
  value,
  resolvesTo,
  description: `${description} Today \`${resolvesTo}\`.`,
});

/** The words that `model` takes instead of a full model id. Aliases are case-insensitive. */
export const claudeModelAliases: readonly ClaudeModel[] = [
  { value: 'inherit', description: 'The model of the conversation that starts the agent; the default.' },
  alias('sonnet', 'claude-sonnet-5-5', 'The newest Sonnet: the balanced choice for most work.'),
  alias('opus', 'claude-opus-5-5', 'The newest Opus: for hard reasoning.'),
  alias('haiku', 'claude-haiku-5-5', 'The newest Haiku: quick and cheap, for simple tasks.'),
  alias('fable', 'claude-fable-5-2', 'The newest Fable.'),
  { value: 'best', description: 'The most capable model that the account has.' },
  { value: 'opusplan', description: 'Opus while planning, Sonnet while carrying out.' },
  { value: 'sonnet[1m]', description: 'The newest Sonnet with a context of one million tokens.' },
  { value: 'opus[1m]', description: 'The newest Opus with a context of one million tokens.' },
];

/** The full ids worth offering: what the aliases stand for. The list is open; a provider has ids of its own. */
const claudeModelIds: readonly VocabularyEntry[] = claudeModelAliases.flatMap(({ value, resolvesTo }) =>
  resolvesTo === undefined
    ? []
    : [{ value: resolvesTo, description: `Pins the model that \`${value}\` stands for today.` }],
);

/** All that is offered for `model`. */
export const claudeModels: readonly VocabularyEntry[] = [...claudeModelAliases, ...claudeModelIds];

/**
 * False for a word that can hardly be a model to Claude Code: no alias, no `claude-…` id, and not of the shape of
 * a provider's id (a path, an ARN, a versioned or dated name). Claude Code itself sends any word to the API.
 */
export function isPlausibleClaudeModel(value: string): boolean {
  const word = value.trim().toLowerCase();
  return (
    word.startsWith('claude-') ||
    /[/:.@]/.test(word) ||
    claudeModelAliases.some(known => known.value === word)
  );
}

/** How hard the model thinks. `effort` also takes a whole number. Case-insensitive. */
export const claudeEffortLevels: readonly VocabularyEntry[] = [
  { value: 'low', description: 'The least thinking: quick and cheap.' },
  { value: 'medium', description: 'Less thinking than usual.' },
  { value: 'high', description: 'Thorough thinking.' },
  { value: 'xhigh', description: 'More thinking than `high`, where the model has it.' },
  { value: 'max', description: 'All the thinking that the model can do: slow and costly.' },
];
