import assert from 'node:assert/strict';

/** An element of parsed markup, or the root, whose tag is empty. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlElement | string)[];
}

const token = /<!--|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*(\/?)>|[^<]+/giy;
const attribute = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi;
const voidTags = new Set(['br', 'hr']);
/** Every other element ends a word. */
const inlineTags = new Set(['a', 'b', 'code', 'del', 'em', 's', 'span', 'strong', 'svg']);
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

/**
 * Parses markup as we write it, strictly: every tag closed in order, every attribute in double quotes, no comment,
 * no bare `<`, no entity but the five. Anything else fails the test, because it would be text that became markup.
 */
export function parseHtml(html: string): HtmlElement {
  const root = { tag: '', attributes: {}, children: [] as (HtmlElement | string)[] };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const match = token.exec(html);
    assert.ok(match && match[0] !== '<!--', `no markup of ours: ${html.slice(at, at + 80)}`);
    const [whole, slash, tag, attributes, selfClosed] = match;
    if (tag === undefined) open.at(-1)!.children.push(decode(whole));
    else if (slash)
      assert.equal(open.pop()!.tag, tag, `closed out of order: ${html.slice(at - 80, at + 40)}`);
    else {
      const element = { tag, attributes: parseAttributes(attributes ?? ''), children: [] };
      open.at(-1)!.children.push(element);
      if (!selfClosed && !voidTags.has(tag)) open.push(element);
    }
  }
  assert.equal(open.length, 1, `not closed: ${open.at(-1)!.tag}`);
  return root;
}

/** Every element below `root`, in document order. */
export function elementsOf(root: HtmlElement): HtmlElement[] {
  return root.children.flatMap(child => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));
}

/** The elements below `root` with this tag (`h1`), class (`.chip`) or id (`#settings`). */
export function select(root: HtmlElement, selector: string): HtmlElement[] {
  return elementsOf(root).filter(({ tag, attributes }) => {
    if (selector.startsWith('#')) return attributes.id === selector.slice(1);
    if (selector.startsWith('.')) return attributes.class?.split(' ').includes(selector.slice(1));
    return tag === selector;
  });
}

/** The text of an element as a reader meets it, white space folded. */
export function textOf(node: HtmlElement | string | undefined): string {
  if (node === undefined) return '';
  return rawText(node).replace(/\s+/g, ' ').trim();
}

/** The same with its white space. */
export function rawText(node: HtmlElement | string): string {
  if (typeof node === 'string') return node;
  const text = node.children.map(rawText).join('');
  return inlineTags.has(node.tag) ? text : `${text} `;
}

function parseAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name, value]) => [name, decode(value ?? '')]),
  );
}

function decode(text: string): string {
  return text.replace(/&[^;\s]*;?/g, entity => {
    assert.ok(entity in entities, `an entity that we do not write: ${entity}`);
    return entities[entity]!;
  });
}
