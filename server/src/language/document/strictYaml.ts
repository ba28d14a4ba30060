import { type Document, isAlias, isCollection, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { OffsetRange } from './offsets.ts';
import { PlainValues } from './plainValue.ts';
import { longestFrontMatter } from './yamlTree.ts';

/** A YAML text as read strictly by eemeli/yaml: core schema, no merge keys, duplicate keys are errors. */
export interface StrictYaml {
  /** Sorted by offset in the text; empty for valid YAML. */
  readonly errors: readonly { readonly message: string; readonly offset: number; readonly line: number }[];
  /** The value as plain data; `undefined` when there are errors, or an alias is unresolved or expands excessively. */
  readonly value: unknown;
  /** False when there are no errors but the value cannot be created. */
  readonly resolves: boolean;
  /** The recognized top-level keys, despite any errors. */
  has(key: string): boolean;
  /** The value of a top-level key, despite any errors; `undefined` when it cannot be resolved. */
  get(key: string): unknown;
  /** The ranges of block scalars (`|`, `>`), including their headers. */
  readonly blockScalars: readonly OffsetRange[];
}

/** Suppresses warnings; the level `silent` would also hide that there are several documents. */
const options = { logLevel: 'error', prettyErrors: false } as const;

/** Reads a YAML text strictly. Never throws and never evaluates anything. */
export function readStrictYaml(yaml: string): StrictYaml {
  let document: Document.Parsed;
  try {
    document = parseDocument(yaml, options);
  } catch (reason) {
    const error = { message: String(reason), offset: 0, line: 1 };
    return {
      errors: [error],
      value: undefined,
      resolves: false,
      has: () => false,
      get: () => undefined,
      blockScalars: [],
    };
  }
  const whole = plain(document);
  return {
    errors: document.errors.map(error => ({
      message: error.message,
      offset: Math.max(0, error.pos[0]),
      line: yaml.slice(0, Math.max(0, error.pos[0])).split('\n').length,
    })),
    value: document.errors.length > 0 ? undefined : whole.value,
    resolves: whole.resolves,
    has: key => isCollection(document.contents) && document.contents.has(key),
    get: key => (whole.value as Record<string, unknown> | null | undefined)?.[key],
    blockScalars: blockScalars(document),
  };
}

function plain(document: Document.Parsed): { value: unknown; resolves: boolean } {
  const whole = new PlainValues(document).of();
  return 'error' in whole ? { value: undefined, resolves: false } : { value: whole.value, resolves: true };
}

function blockScalars(document: Document.Parsed): OffsetRange[] {
  const found: OffsetRange[] = [];
  visit(document, (_key, node) => {
    if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') && node.range)
      found.push({ start: node.range[0], end: node.range[1] });
  });
  return found;
}

/** The result of strict reading: the value, or the first error with its offset in the text. */
export type StrictReading =
  | { readonly value: unknown }
  | { readonly reason: string; readonly offset: number };

/**
 * Reads a text like `parse` of the library `yaml` 2 with its defaults: YAML 1.2, no merge keys, no duplicate keys, unknown
 * tags dropped. An empty text has the value `null`. Never throws or evaluates anything.
 */
export function readStrictly(yaml: string): StrictReading {
  if (yaml.length > longestFrontMatter) return { reason: 'too large to read', offset: 0 };
  try {
    const document = parseDocument(yaml, options);
    const [error] = document.errors;
    if (error) return { reason: error.message, offset: Math.min(error.pos[0], yaml.length) };
    const whole = new PlainValues(document).of();
    return 'error' in whole ? { reason: whole.error, offset: firstLostAlias(document) } : whole;
  } catch (reason) {
    return { reason: String(reason), offset: 0 };
  }
}

/** The offset of the first alias without a preceding anchor; 0 when there is none. */
function firstLostAlias(document: Document.Parsed): number {
  const anchors = new Set<string>();
  let offset = 0;
  visit(document, (_key, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    }
    if (isNode(node) && node.anchor !== undefined) anchors.add(node.anchor);
    return undefined;
  });
  return offset;
}
