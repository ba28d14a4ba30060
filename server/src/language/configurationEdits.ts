import { lineAfter, lineStart } from './document/lines.ts';
import { isMap, isScalar, type Node, spanOf } from './document/yamlNodes.ts';
import { type Entry, parseYamlTree } from './document/yamlTree.ts';
import type { TextChange } from './rules/rule.ts';

/**
 * The changes that declare custom keys under `fields` in the text of a configuration file, JSON or YAML, and keep
 * everything else in it. `undefined` when the file cannot be read, or has something else there. Keys that are declared
 * are left out.
 */
export function declareFields(text: string, keys: readonly string[]): readonly TextChange[] | undefined {
  const tree = parseYamlTree(text, { start: 0, end: text.length });
  if (tree.errors.length > 0 || !tree.isMap) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const fields = tree.entries.find(({ key }) => key === 'fields');
  const known = isMap(fields?.node)
    ? fields.node.items.map(({ key }) => (isScalar(key) ? key.value : key))
    : [];
  const added = [...new Set(keys)].filter(key => !known.includes(key));
  if (added.length === 0) return [];
  const block = (indent: string): string =>
    added.map(key => `${indent}${yamlKey(key)}:${lineBreak}${indent}  type: any${lineBreak}`).join('');
  const flow = added.map(key => `${JSON.stringify(key)}: { "type": "any" }`);

  const root = flowStart(text);
  if (!fields && root !== undefined) {
    const inner = flow.map(pair => `${lineBreak}    ${pair}`).join(',');
    return [inFlow(text, root, tree.entries.at(-1), [`"fields": {${inner}${lineBreak}  }`], '  ', lineBreak)];
  }
  if (!fields) return [insert(text.length, `${glue(text, lineBreak)}fields:${lineBreak}${block('  ')}`)];
  const { node } = fields;
  if (isMap(node) && node.flow) {
    const indent = `${/^[ \t]*/.exec(text.slice(lineStart(text, fields.keyRange.start)))![0]}  `;
    return [inFlow(text, node.range![0] + 1, lastPair(node), flow, indent, lineBreak)];
  }
  const isEmpty = node === undefined || (isScalar(node) && node.value === null);
  if (root !== undefined || !(isMap(node) || isEmpty)) return undefined;
  const first = isMap(node) ? node.items[0]?.key : undefined;
  const start = isScalar(first) ? first.range?.[0] : undefined;
  const indent = start === undefined ? '  ' : text.slice(lineStart(text, start), start);
  const last = isMap(node) ? fields.range.end : fields.keyRange.end;
  const at = lineAfter(text, last);
  const isGlued = at > 0 && !/[\r\n]/.test(text[at - 1]!);
  return [insert(at, `${isGlued ? lineBreak : ''}${block(indent)}`)];
}

/** The text of a new configuration file that turns a rule off. */
export function configurationWithout(rule: string): string {
  return `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`;
}

/** Turns a rule off in a configuration file, JSON or YAML. `undefined` where its text cannot be read as one. */
export function turnOff(text: string, rule: string): TextChange | undefined {
  if (text.trim() === '')
    return { range: { start: 0, end: text.length }, newText: configurationWithout(rule) };
  const tree = parseYamlTree(text, { start: 0, end: text.length });
  if (tree.errors.length > 0 || !tree.isMap) return undefined;
  const entry = tree.entries.find(({ key }) => key === 'rules');
  if (!entry) {
    const brace = text.search(/\S/);
    if (text[brace] !== '{')
      return insert(text.length, `${/\n$/.test(text) ? '' : '\n'}rules:\n  ${rule}: "off"\n`);
    const further = tree.entries.length > 0 ? ',' : '\n';
    return insert(brace + 1, `\n  "rules": { "${rule}": "off" }${further}`);
  }
  if (!entry.node) return insert(entry.range.end, ` { "${rule}": "off" }`);
  const { node } = entry;
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === rule);
  const value = spanOf((pair?.value as Node | null) ?? undefined);
  if (pair) return value && { range: value, newText: '"off"' };
  const first = spanOf(node.items[0]?.key as Node | undefined)?.start;
  if (node.flow) {
    const open = text.indexOf('{', entry.range.start) + 1;
    if (first === undefined) return insert(open, `"${rule}": "off"`);
    return insert(
      first,
      `"${rule}": "off",${/\n/.test(text.slice(open, first)) ? text.slice(open, first) : ' '}`,
    );
  }
  if (first === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  return insert(first, `${rule}: "off"\n${indent}`);
}

/** The offset behind the opening brace of a file that is one flow mapping, such as JSON. */
function flowStart(text: string): number | undefined {
  // One way only to match white space and comments: with more, blank lines alone take for ever.
  const brace = /^\uFEFF?(?:\s|#[^\r\n]*(?=[\r\n]))*\{/.exec(text);
  return brace ? brace[0].length : undefined;
}

/** Inserts pairs into a flow mapping behind its last pair. They stand on lines of their own where that one does. */
function inFlow(
  text: string,
  open: number,
  last: Pick<Entry, 'keyRange' | 'range'> | undefined,
  pairs: readonly string[],
  indent: string,
  lineBreak: string,
): TextChange {
  if (!last) {
    const isClosed = /^\s*\}/.test(text.slice(open));
    const outer = indent.slice(2);
    const lines = pairs.map(pair => `${lineBreak}${indent}${pair}`).join(',');
    return insert(
      open,
      `${lines}${isClosed && !/^[ \t]*[\r\n]/.test(text.slice(open)) ? lineBreak + outer : ''}`,
    );
  }
  const before = text.slice(lineStart(text, last.keyRange.start), last.keyRange.start);
  const separator = /^[ \t]*$/.test(before) ? `,${lineBreak}${before}` : ', ';
  return insert(Math.max(last.range.end, last.keyRange.end), pairs.map(pair => separator + pair).join(''));
}

function lastPair(node: Node): Pick<Entry, 'keyRange' | 'range'> | undefined {
  const pair = isMap(node) ? node.items.at(-1) : undefined;
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined;
  const value = pair.value as Node | null;
  const keyRange = { start: pair.key.range[0], end: pair.key.range[1] };
  return { keyRange, range: value?.range ? { start: value.range[0], end: value.range[1] } : keyRange };
}

/** A line break where the text does not end with one. */
function glue(text: string, lineBreak: string): string {
  return text === '' || /[\r\n]$/.test(text) ? '' : lineBreak;
}

function insert(at: number, newText: string): TextChange {
  return { range: { start: at, end: at }, newText };
}

/** The key as YAML, in quotes where it would be read as something else. */
function yamlKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key)
    ? key
    : JSON.stringify(key);
}
