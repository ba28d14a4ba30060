import type { OffsetRange } from '../../server/src/language/document/offsets.ts';

/** An expected diagnostic, as the line `  ^^^^ severity ruleId` under the text says it. */
export interface Annotation {
  readonly range: OffsetRange;
  readonly severity: string;
  /** Empty when the line does not name one. */
  readonly rule: string;
}

const line = /^( *)(\^+) (error|warning|information|hint)\b ?([a-zA-Z]*)/;

/** Takes the annotation lines out of a text, and gives what they say in offsets of what is left. */
export function readAnnotations(annotated: string): { text: string; annotations: Annotation[] } {
  const annotations: Annotation[] = [];
  const kept: string[] = [];
  let lineStart = 0;
  let offset = 0;
  for (const current of annotated.split('\n')) {
    const match = line.exec(current);
    if (match) {
      const start = lineStart + match[1]!.length;
      annotations.push({
        range: { start, end: start + match[2]!.length },
        severity: match[3]!,
        rule: match[4]!,
      });
      continue;
    }
    kept.push(current);
    lineStart = offset;
    offset += current.length + 1;
  }
  return { text: kept.join('\n'), annotations };
}

/** The text with its diagnostics written under their lines: what a failing test shows. */
export function annotate(text: string, annotations: readonly Annotation[]): string {
  const result: string[] = [];
  let offset = 0;
  for (const current of text.split('\n')) {
    result.push(current);
    for (const { range, severity, rule } of annotations) {
      if (range.start < offset || range.start > offset + current.length) continue;
      const length = Math.max(1, Math.min(range.end, offset + current.length) - range.start);
      result.push(`${' '.repeat(range.start - offset)}${'^'.repeat(length)} ${severity} ${rule}`.trimEnd());
    }
    offset += current.length + 1;
  }
  return result.join('\n');
}
