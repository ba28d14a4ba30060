import type { AgentDocument } from '../../document/agentDocument.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { blockScalar, doubleQuoted, lineBreakOf, meantLines, replaceValue, writtenValue } from './scalar.ts';

/**
 * Returns the two ways to write a top-level value that every tool reads the same: quoted on one line, or as a block
 * scalar. The block scalar comes first for a value of several lines. The result is empty for a missing key, for a key
 * that cannot be a string, and for a list or mapping that quotes would destroy.
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
    title: `Write \`${key}\` as a block scalar`,
    changes: [replaceValue(document, entry, blockScalar(value, lineBreakOf(document)))],
    safe: true,
  };
  const wasOneLine = !/[\r\n]/.test(document.slice(writtenValue(document, entry)));
  return wasOneLine ? [quoted, block] : [block, quoted];
}

/** Returns the string that the author means: the one that the tool reads, or else the written text without quotes. */
function meantValue(document: AgentDocument, entry: Entry, loaded: unknown): string | undefined {
  if (typeof loaded === 'string') return loaded;
  const written = meantLines(document.slice(writtenValue(document, entry)));
  if (/^(?:- |-\n|[|>][+-]?\d?\s*\n)/.test(written)) return undefined;
  return unquoted(written);
}

/** Removes the quotes of `"x"` and `'x'`, and reads `\n` in double quotes as a line break. */
function unquoted(written: string): string {
  const match = /^(["'])([\s\S]*)\1$/.exec(written) ?? /^(["'])([\s\S]*)$/.exec(written);
  if (!match) return written;
  const inner = match[2]!;
  if (match[1] === "'") return inner.replaceAll("''", "'");
  return inner.replace(/\\(["\\nt/])/g, (_, c: string) => ({ n: '\n', t: '\t' })[c] ?? c);
}
