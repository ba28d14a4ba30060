import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { readToml } from '../../../document/tomlTree.ts';
import type { Effect, IssueCollector } from '../../../loading/issue.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { placesOf } from '../../../loading/places.ts';
import type { Shape } from '../../../loading/shape.ts';
import { tomlCause } from '../../../loading/tomlCause.ts';

/** The release that the loaders emulate. Release 0.171.0 gave the same verdicts on 2026-11-29. */
export const emulated = {
  tool: 'Codex',
  version: '0.169.0',
  recorded: '2026-11-21',
  evidence: 'measured',
} as const;

/** What becomes of a file because of an issue; `consequence` names the tool. */
export interface Loss {
  readonly effect: Effect;
  readonly consequence: string;
}

/** The first line of a file, for what is written nowhere. */
export function headOf({ text }: AgentDocument): OffsetRange {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { start, end: Math.max(start, text.slice(start).search(/\r?\n|$/) + start) };
}

/** The keys and values of a TOML file, integers as bigints; `undefined` for one that cannot be read. */
export function readTable(
  document: AgentDocument,
  { effect, consequence }: Loss,
  issues: IssueCollector,
): Record<string, unknown> | undefined {
  const cause = tomlCause(document);
  if (cause?.isUnread) issues.add(cause.code, 'noted', cause.range, cause);
  else if (cause) issues.addCause(cause, effect, consequence);
  if (cause) return undefined;
  const reading = readToml(document.text);
  return 'value' in reading ? reading.value : undefined;
}

/** Reports the values of known keys that have another shape. */
export function reportShapes(
  document: AgentDocument,
  data: Record<string, unknown>,
  shapes: Readonly<Record<string, Shape>>,
  loss: Loss,
  issues: IssueCollector,
): void {
  const places = placesOf(document.text, document.yaml, headOf(document));
  const context = { document, data: plainNumbers(data), places, ...loss };
  for (const [key, shape] of Object.entries(shapes)) {
    if (!Object.hasOwn(data, key)) continue;
    const code = () => (key === 'mcp_servers' ? 'mcp.invalid' : undefined);
    for (const mismatch of shape(data[key], [key])) reportMismatch(mismatch, { ...context, code }, issues);
  }
}

/** TOML integers as numbers, for whatever prints the values. */
export function plainNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainNumbers(each)]));
}
