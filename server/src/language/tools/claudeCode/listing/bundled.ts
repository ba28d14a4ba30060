/** A skill that Claude Code brings, with the columns of its description. */
export interface BundledSkill {
  readonly name: string;
  readonly columns: number;
  /** Its length in UTF-16 units, where that differs: it has line breaks. */
  readonly units?: number;
  /** True for one that loses its description like the author's own. */
  readonly competes?: true;
  /** True for one that stays where bundled skills are turned off. */
  readonly stays?: true;
}

/**
 * The skills of Claude Code and its commands with a prompt, in their order at the end of the listing, as recorded of
 * 2.1.329 on 2026-11-29. Their texts differ a little between models and sessions.
 */
const bundledSkills: readonly BundledSkill[] = [
  { name: 'dataviz', columns: 1436 },
  { name: 'update-config', columns: 690 },
  { name: 'keybindings-help', columns: 228 },
  { name: 'code-review', columns: 835 },
  { name: 'simplify', columns: 176 },
  { name: 'fewer-permission-prompts', columns: 163 },
  { name: 'loop', columns: 336 },
  { name: 'claude-api', columns: 1155, units: 1157 },
  { name: 'workflow-authoring', columns: 230 },
  { name: 'run', columns: 361 },
  { name: 'plugin-authoring', columns: 255, stays: true },
  { name: 'init', columns: 59, competes: true },
  { name: 'security-review', columns: 71, competes: true },
];

/** The skills that are left with or without the others, each with its description cut at `longest` UTF-16 units. */
export function bundledSkillsFor(isWithoutBundled: boolean, longest: number): BundledSkill[] {
  return bundledSkills
    .filter(({ stays }) => stays || !isWithoutBundled)
    .map(skill => {
      const { columns, units = columns } = skill;
      // The line breaks, which take no column, are near the start.
      return units > longest ? { ...skill, columns: Math.max(1, longest - (units - columns)) } : skill;
    });
}

/** The columns of such a skill's line. */
export function columnsOfBundled({ name, columns }: BundledSkill): number {
  return `- ${name}: `.length + columns;
}

/** The names of all. */
export const bundledSkillNames: readonly string[] = bundledSkills.map(({ name }) => name);
