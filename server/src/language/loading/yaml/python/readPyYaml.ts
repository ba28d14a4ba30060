import { longestFrontMatter } from '../../../document/yamlTree.ts';
import { construct } from './construct.ts';
import { PyYamlError, type PyYamlReader } from './cursor.ts';
import { composeNode, type YamlNode } from './nodes.ts';
import type { PythonValue } from './values.ts';

export type { PyYamlReader } from './cursor.ts';

/** How PyYAML reads a text: a value, or the reason for an error and its offset in that text. */
export type PyYamlResult =
  | { readonly value: PythonValue }
  | { readonly reason: string; readonly offset: number };

/** What PyYAML refuses wherever it is; so is half a surrogate pair. */
const unprintable =
  /[^\t\n\r\x20-\x7e\x85\xa0-\uffff]|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The nodes of a text, or the reason for an error and its offset. */
export type ComposedYaml =
  | { readonly root: YamlNode | undefined }
  | { readonly reason: string; readonly offset: number };

/**
 * Reads the nodes of a text that has one document at most, before they are values. With `libyaml` it is what every
 * program around that library sees, in other languages too. Never throws.
 */
export function composeYaml(yaml: string, reader: PyYamlReader): ComposedYaml {
  return guarded(yaml, () => ({ root: composeNode(yaml, reader) }));
}

/**
 * Reads YAML as Python does with PyYAML 6.0.3 and `safe_load`: YAML 1.1, in which `yes` is true, `010` is eight and
 * `1:30` is ninety; the last of two equal keys counts. `libyaml` is the reader of `CSafeLoader`, which takes tabs for
 * space in more places. Nothing gives `null`. Never throws, evaluates nothing.
 */
export function readPyYaml(yaml: string, reader: PyYamlReader = 'python'): PyYamlResult {
  return guarded(yaml, () => {
    const root = composeNode(yaml, reader);
    return { value: root ? construct(root) : null };
  });
}

function guarded<Result>(
  yaml: string,
  read: () => Result,
): Result | { readonly reason: string; readonly offset: number } {
  if (yaml.length > longestFrontMatter) return { reason: 'too large', offset: 0 };
  const refused = unprintable.exec(yaml);
  if (refused) return { reason: 'special characters are not allowed', offset: refused.index };
  try {
    return read();
  } catch (error) {
    if (error instanceof PyYamlError)
      return { reason: error.reason, offset: Math.min(error.offset, yaml.length) };
    throw error;
  }
}
