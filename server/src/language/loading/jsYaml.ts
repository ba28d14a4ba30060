import { DEFAULT_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { boundedValue } from '../document/boundedValue.ts';
import { lazy } from '../lazy.ts';

/** How js-yaml 4.1 reads a text: a value, or the reason for an error and its offset in that text. */
export type JsYamlResult = { readonly value: unknown } | { readonly reason: string; readonly offset: number };

/** `1_000` is a number up to js-yaml 4.1, which the tools ship, and a string in the later release used here. */
const schema = lazy(() =>
  DEFAULT_SCHEMA.extend({
    implicit: [
      new Type('tag:yaml.org,2002:int#underscored', {
        kind: 'scalar',
        resolve: (word: unknown) =>
          typeof word === 'string' &&
          word.includes('_') &&
          !word.endsWith('_') &&
          /^[-+]?(?:0b[01][01_]*|0x[\da-f][\da-f_]*|0o[0-7][0-7_]*|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?)$/i.test(
            word,
          ),
        construct: (word: string) => {
          const digits = word.replace(/_/g, '');
          return digits.startsWith('-') ? -Number(digits.slice(1)) : Number(digits.replace(/^\+/, ''));
        },
      }),
    ],
  }),
);

/**
 * Reads YAML as a tool does that uses js-yaml 4.1: strictly, with its default schema, which has no functions and
 * evaluates nothing. The value of an empty text is `undefined`. Never throws.
 */
export function readWithJsYaml(yaml: string): JsYamlResult {
  try {
    const value: unknown = load(yaml, { schema: schema() });
    // Only an alias can make a value that does not end.
    return { value: yaml.includes('*') ? boundedValue(value) : value };
  } catch (error) {
    if (error instanceof YAMLException)
      return { reason: error.reason, offset: Math.min(error.mark?.position ?? 0, yaml.length) };
    return { reason: String(error), offset: 0 };
  }
}
