import { isOtherSpelling, type LimitKind, limitMeantBy } from '../limitKeys.ts';
import type { KeyFact, LimitKeys } from './format.ts';

/**
 * Returns what is known of keys by which other products limit an agent and which a measured tool ignores. `limits` are
 * its own keys.
 */
export function ignoredLimits(
  tool: string,
  limits: LimitKeys,
): (key: string, data: Readonly<Record<string, unknown>>) => KeyFact | undefined {
  const keys = Object.values(limits);
  return (key, data) => {
    const kind = keys.includes(key) ? undefined : limitMeantBy(key, data[key]);
    if (!kind) return undefined;
    const isLimited =
      (kind === 'allow' || kind === 'deny') &&
      limits.allow !== undefined &&
      Object.hasOwn(data, limits.allow);
    const own = kind === 'off' ? undefined : limits[kind];
    return {
      code: 'key.limit',
      effect: isLimited ? 'ignored' : 'unrestricted',
      consequence: `${tool} ignores it`,
      ...(own && isOtherSpelling(kind, key, own)
        ? { suggestion: own, advice: `Use \`${own}\` instead` }
        : { advice: adviceFor(kind, limits) }),
    };
  };
}

function adviceFor(kind: LimitKind, { allow, turns }: LimitKeys): string {
  if (kind === 'off') return 'Move the file to another folder to turn the agent off';
  if (kind === 'turns') return turns ? `Use \`${turns}\` instead` : 'Do not rely on this limit';
  return `List the tools that the agent may use under \`${allow}\``;
}
