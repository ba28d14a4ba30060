import { PyYamlError } from './cursor.ts';
import type { YamlNode } from './nodes.ts';
import { implicitTag, noValue, scalarOf } from './scalarTypes.ts';
import { PythonDict, PythonObject, type PythonValue, pythonRepr } from './values.ts';

const prefix = 'tag:yaml.org,2002:';

/** Makes the value of a node, with what it contains. Throws a `PyYamlError` where PyYAML refuses it. */
export function construct(root: YamlNode): PythonValue {
  const made = new Map<YamlNode, PythonValue>();

  function valueFor(node: YamlNode): PythonValue {
    const known = made.get(node);
    if (known !== undefined) return known;
    const value = node.kind === 'scalar' ? scalar(node) : collection(node, tagOf(node));
    made.set(node, value);
    return value;
  }

  function scalar(node: YamlNode): PythonValue {
    const tag = tagOf(node);
    if (/^tag:yaml\.org,2002:(?:seq|map|set|omap|pairs)$/.test(tag)) mismatch(node);
    const value = scalarOf(tag, node.text);
    if (value === undefined) unknownTag(node, tag);
    if (value === noValue) throw new PyYamlError(`invalid value for ${tag}`, node.start);
    return value;
  }

  function collection(node: YamlNode, tag: string): PythonValue {
    switch (tag) {
      case `${prefix}seq`: {
        if (node.kind !== 'sequence') mismatch(node);
        const list: PythonValue[] = [];
        made.set(node, list);
        for (const item of node.items) list.push(valueFor(item));
        return list;
      }
      case `${prefix}map`:
        return mapping(node);
      case `${prefix}set`: {
        const keys = mapping(node)
          .items()
          .map(([key]) => pythonRepr(key));
        const text = keys.length > 0 ? `{${keys.join(', ')}}` : 'set()';
        return new PythonObject('set', text, text);
      }
      case `${prefix}omap`:
      case `${prefix}pairs`:
        return pairs(node);
      default:
        if (scalarOf(tag, '') !== undefined) mismatch(node);
        return unknownTag(node, tag);
    }
  }

  function mapping(node: YamlNode): PythonDict {
    if (node.kind !== 'mapping') mismatch(node);
    const dict = new PythonDict();
    made.set(node, dict);
    flatten(node);
    for (const [key, value] of node.pairs) {
      const name = valueFor(key);
      if (
        Array.isArray(name) ||
        name instanceof PythonDict ||
        (name instanceof PythonObject && name.type === 'set')
      )
        throw new PyYamlError('found unhashable key', key.start);
      dict.set(name, valueFor(value));
    }
    return dict;
  }

  function pairs(node: YamlNode): PythonValue {
    if (node.kind !== 'sequence') mismatch(node);
    return node.items.map(item => {
      if (item.kind !== 'mapping' || item.pairs.length !== 1)
        throw new PyYamlError('expected a mapping of length 1', item.start);
      const text = `(${item.pairs[0]!.map(part => pythonRepr(valueFor(part))).join(', ')})`;
      return new PythonObject('tuple', text, text);
    });
  }

  return valueFor(root);
}

function tagOf(node: YamlNode): string {
  if (node.tag !== undefined && node.tag !== '!') return node.tag;
  if (node.kind !== 'scalar') return prefix + (node.kind === 'sequence' ? 'seq' : 'map');
  return node.isPlain ? implicitTag(node.text) : `${prefix}str`;
}

/** Puts the pairs of merged mappings before a mapping's own, so that its own win. */
function flatten(node: YamlNode): void {
  const merged: [YamlNode, YamlNode][] = [];
  const own: [YamlNode, YamlNode][] = [];
  const pairs = node.pairs.splice(0);
  // A mapping that merges itself has no merge key any more when that is read.
  node.pairs.push(...pairs.filter(([key]) => !isMerge(key)));
  for (const [key, value] of pairs) {
    if (!isMerge(key)) own.push([asText(key), value]);
    else if (value.kind === 'mapping') {
      flatten(value);
      merged.push(...value.pairs);
    } else if (value.kind === 'sequence') {
      const mappings = value.items.map(item => {
        if (item.kind !== 'mapping') throw new PyYamlError('expected a mapping for merging', item.start);
        flatten(item);
        return [...item.pairs];
      });
      merged.push(...mappings.reverse().flat());
    } else throw new PyYamlError('expected a mapping or list of mappings for merging', value.start);
  }
  node.pairs.splice(0, node.pairs.length, ...merged, ...own);
}

function isMerge(key: YamlNode): boolean {
  return tagOf(key) === `${prefix}merge`;
}

/** The key `=` is text; elsewhere PyYAML knows no value for it. */
function asText(key: YamlNode): YamlNode {
  return key.kind === 'scalar' && tagOf(key) === `${prefix}value` ? { ...key, tag: `${prefix}str` } : key;
}

function mismatch(node: YamlNode): never {
  throw new PyYamlError(`found unexpected ${node.kind} node`, node.start);
}

function unknownTag(node: YamlNode, tag: string): never {
  throw new PyYamlError(`could not determine a constructor for the tag '${tag}'`, node.start);
}
