import { type LimitKind, limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';
import { openCodeProviderOptions } from '../vocabulary.ts';
import { agentKeys, commandKeys } from './agentShape.ts';
import type { LoadContext } from './product.ts';

const providerOptions: ReadonlySet<string> = new Set(openCodeProviderOptions.map(({ value }) => value));

/** The key of an agent for each kind of limit. */
const ownLimits: Readonly<Record<LimitKind, string>> = {
  allow: 'permission',
  deny: 'permission',
  mode: 'permission',
  turns: 'steps',
  off: 'disable',
};

/** Reports every key that the agent's schema does not know, and that the tool therefore sends to the provider. */
export function reportUnknownAgentKeys(
  data: Readonly<Record<string, unknown>>,
  { product, places, issues }: LoadContext,
): void {
  const unknown = Object.keys(data).filter(key => !agentKeys.includes(key) && !providerOptions.has(key));
  for (const key of unknown.slice(0, 200)) {
    const kind = limitMeantBy(key, data[key]);
    const limit = kind && ownLimits[kind];
    const suggestion = limit ?? (key === 'models' ? 'model' : nearestKey(key, agentKeys));
    const details = {
      field: key,
      several: `${product.tool} does not know the keys and sends them to the model provider with every request, and the provider may reject them`,
      ...(suggestion && { data: { suggestion } }),
    };
    const range = places.key([key]);
    const consequence = `${product.tool} does not know the key and sends it to the model provider with every request`;
    if (limit)
      issues.add(
        'key.limit',
        'unrestricted',
        range,
        { problem: problems.noLimit(key), consequence, advice: `Use \`${limit}\`` },
        details,
      );
    else
      issues.add(
        'key.unknown',
        'leaked',
        range,
        {
          problem: problems.unknownKey(key),
          consequence: suggestion ? consequence : `${consequence}, and the provider may reject it`,
          advice: suggestion
            ? `Did you mean \`${suggestion}\`?`
            : 'Remove it, unless your model supports such an option',
        },
        details,
      );
  }
}

/** Reports every key that a command's schema does not know, and that is therefore ignored. */
export function reportUnknownCommandKeys(
  data: Readonly<Record<string, unknown>>,
  { product, places, issues }: LoadContext,
): void {
  const unknown = Object.keys(data).filter(key => !commandKeys.includes(key));
  for (const key of unknown.slice(0, 200)) {
    const range = places.key([key]);
    if (['allowed-tools', 'allowedTools', 'disallowed-tools', 'tools', 'permission'].includes(key)) {
      issues.add(
        'key.ignored',
        'unrestricted',
        range,
        {
          problem: problems.ignoredKey(key),
          consequence: `${product.tool} ignores it in a command, which can use every tool of its agent`,
          advice: 'Set `agent` to an agent with fewer permissions',
        },
        { field: key },
      );
      continue;
    }
    const suggestion = nearestKey(key, commandKeys);
    issues.add(
      'key.unknown',
      suggestion ? 'ignored' : 'noted',
      range,
      {
        problem: problems.unknownKey(key),
        consequence: `${product.tool} ignores it in a command`,
        ...(suggestion && { advice: `Did you mean \`${suggestion}\`?` }),
      },
      {
        field: key,
        several: `${product.tool} ignores them in a command`,
        ...(suggestion && { data: { suggestion } }),
      },
    );
  }
}
