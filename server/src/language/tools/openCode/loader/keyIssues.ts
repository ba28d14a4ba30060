import { nearestKey } from '../../../loading/nearestKey.ts';
import { openCodeProviderOptions } from '../vocabulary.ts';
import { agentKeys, commandKeys } from './agentShape.ts';
import type { IssueCollector } from './product.ts';

const providerOptions: ReadonlySet<string> = new Set(openCodeProviderOptions.map(({ value }) => value));

/** Keys of other products and versions that limit an agent, with the key that does so here. */
const limits: ReadonlyMap<string, string> = new Map([
  ['permissions', 'permission'],
  ['allowed-tools', 'permission'],
  ['allowedtools', 'permission'],
  ['allowed_tools', 'permission'],
  ['disallowed-tools', 'permission'],
  ['disallowedtools', 'permission'],
  ['disallowed_tools', 'permission'],
  ['disabled_tools', 'permission'],
  ['excludedtools', 'permission'],
  ['readonly', 'permission'],
  ['read-only', 'permission'],
  ['approvalmode', 'permission'],
  ['disabled', 'disable'],
  ['enabled', 'disable'],
  ['maxturns', 'steps'],
  ['max-turns', 'steps'],
  ['max_turns', 'steps'],
  ['max_steps', 'steps'],
  ['max-steps', 'steps'],
  ['maxiterations', 'steps'],
]);

const knownLimits: ReadonlySet<string> = new Set(['permission', 'tools', 'steps', 'maxSteps', 'disable']);

/** Writes a note for every key that the agent's schema does not know, and that is therefore sent to the provider. */
export function reportUnknownAgentKeys(
  data: Readonly<Record<string, unknown>>,
  collector: IssueCollector,
): void {
  const { product, places } = collector;
  const unknown = Object.keys(data).filter(key => !agentKeys.includes(key) && !providerOptions.has(key));
  for (const key of unknown.slice(0, 200)) {
    const limit = limitMeantBy(key, data[key]);
    const suggestion = limit ?? (key === 'models' ? 'model' : nearestKey(key, agentKeys));
    const where = `${product.tool} does not know \`${key}\` and sends it to the model provider with every request`;
    collector.add({
      code: limit ? 'key.limit' : 'key.unknown',
      effect: limit ? 'unrestricted' : 'leaked',
      range: places.key([key]),
      field: key,
      problem: limit
        ? `${where}, so the agent is not limited by it. The key that does this here is \`${limit}\`.`
        : suggestion
          ? `${where}. If \`${suggestion}\` is meant, write that; else remove the key.`
          : `${where}, where it may be refused. Remove it, unless your model takes such an option.`,
      ...(suggestion && { data: { suggestion } }),
    });
  }
}

function limitMeantBy(key: string, value: unknown): string | undefined {
  const plain = key.toLowerCase();
  if (plain === 'permissionmode') return value === 'plan' ? 'permission' : undefined;
  if ((plain === 'readonly' || plain === 'read-only' || plain === 'disabled') && value === false)
    return undefined;
  if (plain === 'enabled' && value === true) return undefined;
  if (knownLimits.has(plain) && plain !== key) return plain;
  return limits.get(plain);
}

/** Writes a note for every key that a command's schema does not know, and that is therefore left out. */
export function reportUnknownCommandKeys(
  data: Readonly<Record<string, unknown>>,
  collector: IssueCollector,
): void {
  const unknown = Object.keys(data).filter(key => !commandKeys.includes(key));
  for (const key of unknown.slice(0, 200)) {
    const limit = ['allowed-tools', 'allowedTools', 'disallowed-tools', 'tools', 'permission'].includes(key);
    const suggestion = nearestKey(key, commandKeys);
    const ignored = `${collector.product.tool} ignores \`${key}\` in a command.`;
    collector.add({
      code: limit ? 'key.ignored' : 'key.unknown',
      effect: limit ? 'unrestricted' : suggestion ? 'ignored' : 'noted',
      range: collector.places.key([key]),
      field: key,
      problem: limit
        ? `${ignored} The command may use every tool of its agent: name an agent with fewer permissions by \`agent\`.`
        : `${ignored}${suggestion ? ` If \`${suggestion}\` is meant, write that.` : ''}`,
      ...(suggestion && !limit && { data: { suggestion } }),
    });
  }
}
