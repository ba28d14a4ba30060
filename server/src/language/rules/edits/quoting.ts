import type { AgentDocument } from '../../document/agentDocument.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { blockScalar, doubleQuoted, lineBreakOf, meantLines, replaceValue, writtenValue } from './scalar.ts';

/**
 * The two ways to write a top-level value so that every reader agrees on it: quoted on one line, or as a block scalar.
 * The block scalar comes first where the value has lines of its own. Empty when the key is not there, takes no text,
 * or has a list or a map that quoting would destroy.
 */
export function quotings({ document, dialect, load }: RuleContext, key: string | undefined): Fix[] {
  const entry = key === undefined ? undefined : document.entry(key);
  const types = key === undefined ? undefined : dialect.fields().field([key])?.types;
  if (!entry || (types?.length && !types.includes('string'))) return [];
  const value = meantValue(document, entry, load.fields[entry.key]);
  if (value === undefined || value === '') return [];
  const quoted: Fix = {
    title: `Quote the value of \`${key}\``,
    changes: [replaceValue(document, entry, doubleQuoted(value))],
    safe: true,
  };
  if (!value.includes('\n')) return [quoted];
  const block: Fix = {
    title: `Write \`${key}\` as a block of lines`,
    changes: [replaceValue(document, entry, blockScalar(value, lineBreakOf(document)))],
    safe: true,
  };
  const wasOneLine = !/[\r\n]/.test(document.slice(writtenValue(document, entry)));
  return wasOneLine ? [quoted, block] : [block, quoted];
}

/** The text that the author means: what the tool takes where it takes one, else the text as written, unquoted. */
function meantValue(document: AgentDocument, entry: Entry, taken: unknown): string | undefined {
  if (typeof taken === 'string') return taken;
  const written = meantLines(document.slice(writtenValue(document, entry)));
  if (/^(?:- |-\n|[|>][+-]?\d?\s*\n)/.test(written)) return undefined;
  return unquoted(written);
}

/** `"x"` and `'x'` without their quotes; with `\n` in double quotes read as the line break that it is. */
function unquoted(written: string): string {
  const match = /^(["'])([\s\S]*)\1$/.exec(written) ?? /^(["'])([\s\S]*)$/.exec(written);
  if (!match) return written;
  const inner = match[2]!;
  if (match[1] === "'") return inner.replaceAll("''", "'");
  return inner.replace(/\\(["\\nt/])/g, (_, c: string) => ({ n: '\n', t: '\t' })[c] ?? c);
}
