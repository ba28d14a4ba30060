import type { LoadResult } from '../../server/src/language/loading/loader.ts';
import { type RecordedCase, refusalColumn } from './conformance.ts';

/** How a tool read one `SKILL.md`. */
export interface SkillCase extends RecordedCase {
  /** Absent, like the description, where only loading was recorded. */
  readonly name?: string | null;
  readonly description?: string | null;
  /** True where the model does not see the skill. */
  readonly hidden?: boolean;
}

/** Whether the skill loads, as what, and whether a refusal is explained. */
export function skillColumns(
  recorded: SkillCase,
  result: LoadResult,
): Record<string, readonly [recorded: unknown, ours: unknown]> {
  return {
    loads: [recorded.loads, result.loads],
    explained: refusalColumn(recorded, result),
    ...(recorded.name !== undefined && { name: [recorded.name, result.name] as const }),
    ...(recorded.description !== undefined && {
      description: [recorded.description, result.description] as const,
    }),
    ...(recorded.hidden && {
      hidden: [true, result.fields['disable-model-invocation'] === true] as const,
    }),
  };
}
