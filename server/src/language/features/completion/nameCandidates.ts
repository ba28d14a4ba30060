import type { OffsetRange } from '../../document/offsets.ts';
import type { Referable } from '../../references/reference.ts';
import type { Snapshot } from '../../snapshot.ts';
import { namesWords } from '../words.ts';
import { type Candidate, wordCandidate } from './candidate.ts';
import { escapeSnippet } from './snippet.ts';

/** How far before the cursor a form that names something can begin. */
const longestForm = 300;
const callOfAgent =
  /\b(?:subagent_type["'`]?\s*[:=]\s*["'`]|(?:Agent|Task)\((?:[^()\n]*,\s*)?)([^"'`\s(),]*)$/;

/**
 * The names that can be completed in a text: of agents in a call, and in a prompt that is called, of agents behind `@` and
 * of skills and commands behind `/`. `undefined` where the text before the cursor names nothing.
 */
export function nameCandidates(
  snapshot: Snapshot,
  offset: number,
): { readonly range: OffsetRange; readonly candidates: readonly Candidate[] } | undefined {
  const { document, dialect } = snapshot;
  const { references, defines } = dialect;
  if (!references) return undefined;
  const line = document.text.slice(Math.max(0, offset - longestForm), offset).replace(/^[\s\S]*\n/, '');
  const found = (to: Referable, typed: string, before = '') => {
    const start = offset - typed.length - before.length;
    const candidates = namesWords(snapshot, to)
      .filter(({ term }) => !term.hidden)
      .map(word => ({
        ...wordCandidate(word, escapeSnippet(before + word.term.value)),
        ...(before !== '' && { label: before + word.term.value }),
      }));
    return { range: { start, end: offset }, candidates };
  };
  const called = references.text && callOfAgent.exec(line);
  if (called) return found('agent', called[1]!);
  if (defines !== 'command' && defines !== 'skill') return undefined;
  const [, sign = '', typed = ''] = /(?:^|[\s("'`])([@/])([\w:-]*)$/.exec(line) ?? [];
  const { mention, invoke } = references;
  if (sign !== '' && sign === invoke) return found('skill', typed, sign);
  if (sign === '' || sign !== mention?.[0]) return undefined;
  const whole = found('agent', typed, sign);
  return {
    range: whole.range,
    candidates: whole.candidates.map(candidate => {
      const name = candidate.label.slice(sign.length);
      return { ...candidate, label: mention + name, snippet: escapeSnippet(mention + name) };
    }),
  };
}
