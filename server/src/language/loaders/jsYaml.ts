import { load, YAMLException } from 'js-yaml';

/** What js-yaml 4 makes of a text: a value, or the reason why not and where, as an offset in that text. */
export type JsYamlResult = { readonly value: unknown } | { readonly reason: string; readonly offset: number };

/**
 * Reads YAML as a tool does that uses js-yaml 4: strictly, with its default schema, which has no functions and
 * evaluates nothing. An empty text has the value `undefined`. Never throws.
 */
export function readWithJsYaml(yaml: string): JsYamlResult {
  try {
    return { value: load(yaml) };
  } catch (error) {
    if (error instanceof YAMLException)
      return { reason: error.reason, offset: Math.min(error.mark?.position ?? 0, yaml.length) };
    return { reason: String(error), offset: 0 };
  }
}
