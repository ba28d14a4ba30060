import type { OffsetRange } from '../../server/src/language/document/offsets.ts';

/** An expected diagnostic, written below its text as `  ^^^^ severity ruleId`. */
export interface Annotation {
  readonly range: OffsetRange;
  readonly severity: string;
  /** Empty when the annotation does not name a rule. */
  readonly rule: string;
}

const line = /^( *)(\^+) (error|warning|information|hint)\b ?([a-zA-Z]*)/;

/** Removes the annotation lines of a text, and returns them with offsets into the remaining text. */
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

/** Writes diagnostics below their lines, as a failing test shows them. */
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
