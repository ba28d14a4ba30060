import { isMap, isScalar, type Node, spanOf } from './document/yamlNodes.ts';
import { parseYamlTree } from './document/yamlTree.ts';
import type { TextChange } from './rules/rule.ts';

/** The text of a new configuration file that turns a rule off. */
export function configurationWithout(rule: string): string {
  return `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`;
}

/** Turns a rule off in a configuration file, JSON or YAML. `undefined` where its text cannot be read as one. */
export function turnOff(text: string, rule: string): TextChange | undefined {
  const insert = (at: number, newText: string): TextChange => ({ range: { start: at, end: at }, newText });
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
