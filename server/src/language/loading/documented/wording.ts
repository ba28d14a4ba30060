import type { DocumentedDialectFacts } from './format.ts';

/** Says that a tool has no such thing, as surely as its source allows: "Kiro documents no tool `Read`". */
export function hasNo(
  { tool, source }: Pick<DocumentedDialectFacts, 'tool' | 'source'>,
  thing: string,
): string {
  return source.evidence === 'secondHand'
    ? `${tool} ${/ and /.test(tool) ? 'are' : 'is'} not known to have a ${thing}`
    : `${tool} documents no ${thing}`;
}
