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

/** The same of a tool in Python, with the fields that take effect. */
export interface PythonSkillCase extends SkillCase {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Compares fields too. The notice in a shortened description has a path that depends on the machine. */
export function pythonSkillColumns(
  recorded: PythonSkillCase,
  result: LoadResult,
): Record<string, readonly [recorded: unknown, ours: unknown]> {
  const { license, compatibility, metadata, disable_model_invocation } = recorded.fields;
  return {
    ...skillColumns(recorded, result),
    description: [notice(recorded.description), notice(result.description)],
    license: [license, result.fields.license],
    compatibility: [compatibility, result.fields.compatibility],
    metadata: [metadata, result.fields.metadata],
    ...(disable_model_invocation !== undefined && {
      hidden: [disable_model_invocation, result.fields['disable-model-invocation'] === true] as const,
    }),
  };
}

function notice(description: string | null | undefined): unknown {
  const parts = /^(.*)(<response clipped>.*<\/NOTE>)(.*)$/s.exec(description ?? '');
  if (!parts) return description;
  const [, head = '', text = '', tail = ''] = parts;
  return [head.slice(0, 300), text.replace(/(?<= at )(?:\.\/)?/, ''), tail.slice(-300)];
}
