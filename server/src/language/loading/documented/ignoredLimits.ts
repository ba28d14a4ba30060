import { isOtherSpelling, limitMeantBy } from '../limitKeys.ts';
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
    const isLimited = (kind === 'allow' || kind === 'deny') && keys.some(own => Object.hasOwn(data, own));
    const own = kind === 'turns' || kind === 'off' ? undefined : limits[kind];
    return {
      code: 'key.limit',
      effect: isLimited ? 'ignored' : 'unrestricted',
      consequence: `${tool} ignores it`,
      ...(own && isOtherSpelling(kind, key, own)
        ? { suggestion: own, advice: `Use \`${own}\` instead` }
        : { advice: `List the tools that the agent may use under \`${limits.allow}\`` }),
    };
  };
}
