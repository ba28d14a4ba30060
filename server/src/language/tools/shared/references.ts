import type { ReferenceConventions } from '../../dialect/references.ts';

/** The references of an agent whose `skills` names the skills that it has from the start. */
export function skillsOf(tool: string): ReferenceConventions {
  return {
    places: [
      { path: ['skills'], to: 'skill', separator: 'comma', missing: `${tool} starts the agent without it` },
    ],
  };
}
