import { isRecord } from '../loader/nested.ts';
import { isOlderModel } from '../models.ts';

/** What the settings say of the listing. */
export interface ListingSettings {
  /** The length in UTF-16 units at which a description is cut. */
  readonly longest: number;
  /** The share of the model's window. */
  readonly fraction: number;
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly isWithoutBundled: boolean;
  /** True where the model has no skills at all. */
  readonly isOff: boolean;
  /** Variables of the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Reads the settings; later texts count before earlier ones. What cannot be read is left out. */
export function readListingSettings(texts: readonly string[]): ListingSettings {
  const all = texts.map(parsed).filter(isRecord);
  const last = (key: string, isValid: (value: unknown) => boolean): unknown =>
    all.map(settings => settings[key]).findLast(isValid);
  const merged = (key: string): Record<string, unknown> =>
    Object.assign({}, ...all.map(settings => settings[key]).filter(isRecord)) as Record<string, unknown>;
  const { denied, overrides } = readSwitches(texts);
  const env = merged('env');
  return {
    longest:
      (last('skillListingMaxDescChars', isPositiveInteger) as number | undefined) ?? longestDescription,
    fraction: (last('skillListingBudgetFraction', isFraction) as number | undefined) ?? 0.01,
    overrides,
    isWithoutBundled: last('disableBundledSkills', value => typeof value === 'boolean') === true,
    isOff: denied.includes('Skill'),
    env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, String(value)])),
  };
}

/** What the settings turn on and off. */
export function readSwitches(texts: readonly string[]): {
  readonly denied: readonly string[];
  readonly overrides: Readonly<Record<string, unknown>>;
  /** By the name of the plugin, without that of its marketplace. */
  readonly plugins: ReadonlyMap<string, unknown>;
} {
  const all = texts.map(parsed).filter(isRecord);
  const merged = (key: string): Record<string, unknown> =>
    Object.assign({}, ...all.map(settings => settings[key]).filter(isRecord)) as Record<string, unknown>;
  const plugins = Object.entries(merged('enabledPlugins'));
  return {
    denied: all.flatMap(({ permissions }) =>
      isRecord(permissions) && Array.isArray(permissions.deny)
        ? permissions.deny.filter(rule => typeof rule === 'string')
        : [],
    ),
    overrides: merged('skillOverrides'),
    plugins: new Map(plugins.map(([name, value]) => [name.replace(/@.*$/s, ''), value])),
  };
}

/** The names of the plugins that the settings turn on: `{"enabledPlugins": {"kit@market": true}}`. */
export function enabledPlugins(texts: readonly string[]): ReadonlySet<string> {
  const { plugins } = readSwitches(texts);
  return new Set([...plugins].flatMap(([name, value]) => (value === true ? [name] : [])));
}

/** The output style that the settings select. */
export function selectedStyle(texts: readonly string[]): string | undefined {
  const styles = texts.map(parsed).filter(isRecord);
  const selected = styles.map(({ outputStyle }) => outputStyle).findLast(style => typeof style === 'string');
  return selected as string | undefined;
}

const longestDescription = 1536;

function isPositiveInteger(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** What the listing may take, in columns: of a window in tokens, with 3 or 4 columns a token. */
export function budgetFor(model: string, { fraction, env }: ListingSettings): number {
  const own = Number(env.SLASH_COMMAND_TOOL_CHAR_BUDGET);
  if (own !== 0 && !Number.isNaN(own)) return own;
  const isOlder = isOlderModel(model);
  const isSmall = (isOlder && !/\[1m\]$/i.test(model)) || isSet(env.CLAUDE_CODE_DISABLE_1M_CONTEXT);
  // Only together with the other does it take effect.
  const limit = isSet(env.DISABLE_COMPACT) ? Number(env.CLAUDE_CODE_MAX_CONTEXT_TOKENS) : Number.NaN;
  const window = limit > 0 ? limit : isSmall ? 200_000 : 1_000_000;
  return Math.floor(window * (isOlder ? 4 : 3) * fraction);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
