import type { Mismatch, Shape } from '../../../loading/shape.ts';
import { boolean, isMapping, list, listOrText, map, record, text } from '../../../loading/shape.ts';
import { hooksMismatches } from './hooks.ts';
import { mcpServers } from './mcpServers.ts';

/** A string, or a list of strings. */
const stringOrStrings = (expected: string): Shape => listOrText(text(), expected);

const model: Shape = (value, path) => {
  const mismatches = stringOrStrings('a string or a list of strings')(value, path);
  if (mismatches.length > 0 || !Array.isArray(value)) return mismatches;
  return value.length > 0 && value.every(each => each !== '')
    ? []
    : [
        {
          path,
          problem: 'empty',
          expected: 'a list of at least one model, none of them empty',
        } satisfies Mismatch,
      ];
};

/** The keys that Copilot CLI 1.0.102 knows, with the values that it accepts. Any other value refuses the file. */
const fields = {
  required: { description: text() },
  optional: {
    name: text(),
    tools: stringOrStrings('a list or a comma-separated string'),
    model,
    infer: boolean,
    'disable-model-invocation': boolean,
    'user-invocable': boolean,
    'include-custom-instructions': boolean,
    'deferred-tool-loading': boolean,
    'mcp-servers': mcpServers,
    skills: list(text(), 'a list of strings'),
    hooks: hooksMismatches,
    github: map({ optional: { permissions: record(text()), toolsets: list(text()) } }),
  },
};

const shape = map(fields);

/** The keys that Copilot CLI reads. It reports all others as unknown and ignores them. */
export const copilotCliKeys: readonly string[] = [
  ...Object.keys(fields.required),
  ...Object.keys(fields.optional),
];

/** What becomes of a key that the CLI ignores. */
interface KeyElsewhere {
  /** The rest of the consequence. */
  readonly says: string;
  readonly advice?: string;
  /** True where another reader of such a file supports the key. */
  readonly isRead: boolean;
}

const byVscode: KeyElsewhere = { says: 'VS Code reads it', isRead: true };
const unread: KeyElsewhere = { says: 'it is documented, but this release does not know it', isRead: false };

/** Keys that VS Code or the cloud agent reads, or that are documented for the CLI, and that the CLI ignores. */
export const copilotKeysElsewhere: ReadonlyMap<string, KeyElsewhere> = new Map([
  ['target', { says: 'VS Code and the cloud agent read it', isRead: true }],
  ['argument-hint', byVscode],
  ['handoffs', byVscode],
  ['agents', byVscode],
  ['reasoning-effort', byVscode],
  ['metadata', { says: 'the cloud agent reads it', isRead: true }],
  ['models', { ...unread, advice: 'Set `model` to a list instead' }],
  ['modelPolicy', unread],
  ['reasoningEffort', unread],
  ['sidekick', unread],
]);

/** The mismatches of the front matter. One is enough to refuse the file. */
export function fieldMismatches(data: Record<string, unknown>): readonly Mismatch[] {
  return shape(data, []);
}

/** The booleans of an agent, as the CLI reports them. */
export function invocation(data: Record<string, unknown>): {
  userInvocable: boolean;
  disableModelInvocation: boolean;
} {
  const disabled = data['disable-model-invocation'];
  return {
    userInvocable: data['user-invocable'] !== false,
    disableModelInvocation: typeof disabled === 'boolean' ? disabled : data.infer === false,
  };
}

/** The front matter as a mapping; `null` and an empty string count as an empty one. `undefined` for anything else. */
export function asFields(value: unknown): Record<string, unknown> | undefined {
  if (value === null || value === undefined) return {};
  return isMapping(value) ? value : undefined;
}
