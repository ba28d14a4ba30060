import type { Timer } from '../language/features/diagnostics.ts';
import { columns } from './columns.ts';

/** How long the parts of a run took, in milliseconds. */
export interface Statistics {
  readonly files: number;
  readonly total: number;
  /** To find the files and what is configured for them. */
  readonly find: number;
  /** To apply safe fixes. */
  readonly fix: number;
  /** To read, load and check the files. */
  readonly check: number;
  /** By rule, the slowest first; a part of `check`. */
  readonly rules: readonly { readonly rule: string; readonly time: number; readonly files: number }[];
}

/** Measures the parts of a run. */
export class StatisticsCollector {
  readonly #rules = new Map<string, { time: number; files: number }>();

  /** Measures a rule in one file. */
  readonly time: Timer = (rule, run) => {
    const start = performance.now();
    try {
      return run();
    } finally {
      const known = this.#rules.get(rule) ?? { time: 0, files: 0 };
      known.time += performance.now() - start;
      known.files++;
      this.#rules.set(rule, known);
    }
  };

  /** What was measured, with the other parts of the run. */
  result(parts: Omit<Statistics, 'rules'>): Statistics {
    const rules = [...this.#rules].map(([rule, { time, files }]) => ({ rule, time: rounded(time), files }));
    return {
      files: parts.files,
      total: rounded(parts.total),
      find: rounded(parts.find),
      fix: rounded(parts.fix),
      check: rounded(parts.check),
      rules: rules.sort((a, b) => b.time - a.time || (a.rule < b.rule ? -1 : 1)),
    };
  }
}

/** The statistics as text. */
export function statisticsText({ total, find, fix, check, files, rules }: Statistics): string {
  const ms = (time: number): string => time.toFixed(1).padStart(12);
  return columns([
    ['Milliseconds', 'Part', 'Files'],
    [ms(total), 'total', String(files)],
    [ms(find), 'find files', ''],
    ...(fix > 0 ? [[ms(fix), 'fix', '']] : []),
    [ms(check), 'check', ''],
    ...rules.map(rule => [ms(rule.time), rule.rule, String(rule.files)]),
  ]);
}

function rounded(time: number): number {
  return Math.round(time * 100) / 100;
}
