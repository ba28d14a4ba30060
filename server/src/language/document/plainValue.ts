import { type Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, visit } from 'yaml';
import { boundedValue } from './boundedValue.ts';

/** The value of a YAML node, or the reason why it has none. */
export type PlainValue = { readonly value: unknown } | { readonly error: string };

/** Like the library `yaml`, refuses aliases that repeat what they refer to more often. */
const mostRepetitions = 100;
/** A mapping or list that is a key becomes a string; a longer one is cut. */
const longestKey = 1000;

/**
 * The values of the nodes of one document as plain data, like `toJS` of the library, but in time that grows with the
 * text. Never throws. A merge key without a mapping to merge is an ordinary key. The values end (`boundedValue`).
 */
export class PlainValues {
  readonly #known = new Map<Node, unknown>();
  /** The nodes around the one that is being converted. */
  readonly #around = new Set<Node>();
  #anchors: Anchors | undefined;

  constructor(private readonly document: Document.Parsed) {}

  /** The value of a node of the document, by default of the whole. `null` for no node. */
  of(node: unknown = this.document.contents): PlainValue {
    try {
      const value = this.#convert(node);
      return { value: this.#anchors ? boundedValue(value) : value };
    } catch (error) {
      return { error: error instanceof RangeError ? 'Nested too deeply' : (error as Error).message };
    }
  }

  #convert(node: unknown): unknown {
    if (isScalar(node)) return node.value ?? null;
    if (isAlias(node)) return this.#convert(this.#target(node));
    if (isPair(node)) return this.#mapping([node], {});
    if (!isCollection(node)) return null;
    if (!this.#known.has(node)) {
      this.#around.add(node);
      this.#collection(node);
      this.#around.delete(node);
    }
    return this.#known.get(node);
  }

  #collection(node: Node): void {
    const tag = node.tag?.replace('tag:yaml.org,2002:', '');
    const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : [];
    if (tag === 'set')
      this.#known.set(node, new Set(items.map(item => this.#convert(isPair(item) ? item.key : item))));
    else if (tag === 'omap')
      this.#known.set(
        node,
        new Map(items.filter(isPair).map(({ key, value }) => [this.#convert(key), this.#convert(value)])),
      );
    else if (isMap(node)) {
      // Known before its items: they may refer to it.
      const value: Record<string, unknown> = {};
      this.#known.set(node, value);
      this.#mapping(node.items, value);
    } else {
      const list: unknown[] = [];
      this.#known.set(node, list);
      for (const item of items) list.push(this.#convert(item));
    }
  }

  #mapping(pairs: readonly { key: unknown; value: unknown }[], into: Record<string, unknown>) {
    for (const { key, value } of pairs) {
      const sources = isMergeKey(key) ? this.#mergeSources(value) : undefined;
      if (!sources) define(into, isMergeKey(key) ? '<<' : this.#keyText(key), this.#convert(value));
      for (const source of sources ?? [])
        for (const [merged, its] of Object.entries(this.#convert(source) as object))
          if (!Object.hasOwn(into, merged)) define(into, merged, its);
    }
    return into;
  }

  /** The mappings that a merge key names; `undefined` unless all that it names are mappings. */
  #mergeSources(value: unknown): readonly Node[] | undefined {
    const named = this.#resolved(value);
    const sources = (isSeq(named) ? named.items : [named]).map(item => this.#resolved(item));
    return sources.every(source => isMap(source) && !this.#around.has(source))
      ? (sources as Node[])
      : undefined;
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? this.#target(node) : node;
  }

  #target(alias: Node): Node {
    this.#anchors ??= new Anchors(this.document);
    return this.#anchors.follow(alias);
  }

  #keyText(key: unknown): string {
    const value = this.#convert(key);
    if (value === null || value === undefined) return '';
    return typeof value === 'object' ? flowText(value).slice(0, longestKey) : String(value);
  }
}

/** What aliases refer to: the node with the anchor that stands last before each. */
class Anchors {
  readonly #targets = new Map<Node, Node>();
  readonly #uses = new Map<Node, { count: number; weight: number }>();

  constructor(document: Document.Parsed) {
    const last = new Map<string, Node>();
    visit(document, {
      Node: (_key, node) => {
        const target = isAlias(node) ? last.get(node.source) : undefined;
        if (target) this.#targets.set(node, target);
        else if (!isAlias(node) && node.anchor !== undefined) last.set(node.anchor, node);
      },
    });
  }

  /** The target of an alias. Throws when there is none, or when it is repeated too often. */
  follow(alias: Node): Node {
    const target = this.#targets.get(alias);
    if (!target)
      throw new ReferenceError(
        `Unresolved alias (the anchor must be set before the alias): ${isAlias(alias) ? alias.source : ''}`,
      );
    const uses = this.#uses.get(target) ?? { count: 1, weight: 0 };
    this.#uses.set(target, uses);
    uses.count++;
    if (uses.weight === 0) uses.weight = this.#weightOf(target);
    if (uses.count * uses.weight > mostRepetitions)
      throw new ReferenceError('Excessive alias count indicates a resource exhaustion attack');
    return target;
  }

  /** How often the deepest aliases within a node repeat what they refer to. */
  #weightOf(node: unknown): number {
    if (isAlias(node)) {
      const target = this.#targets.get(node);
      const uses = target && this.#uses.get(target);
      return uses ? uses.count * uses.weight : 0;
    }
    if (isPair(node)) return Math.max(this.#weightOf(node.key), this.#weightOf(node.value));
    if (!isCollection(node)) return 1;
    let most = 0;
    for (const item of node.items) most = Math.max(most, this.#weightOf(item));
    return most;
  }
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** Sets a property of its own, also for names such as `__proto__`. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key in target)
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}

/** A mapping or list as a key, as the library writes it. */
function flowText(value: object): string {
  let text = '';
  const write = (part: unknown): void => {
    if (text.length > longestKey) return;
    if (typeof part !== 'object' || part === null) text += String(part);
    else {
      const [open, close] = Array.isArray(part) ? '[]' : '{}';
      text += open;
      for (const [at, [key, item]] of Object.entries(part).entries()) {
        if (text.length > longestKey) break;
        text += `${at === 0 ? ' ' : ', '}${Array.isArray(part) ? '' : `${key}: `}`;
        write(item);
      }
      text += `${Object.keys(part).length > 0 ? ' ' : ''}${close}`;
    }
  };
  write(value);
  return text;
}
