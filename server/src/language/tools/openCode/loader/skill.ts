import { dropOfType, dropWithout, type SkillReading, skillLoader } from '../../shared/skills/skillLoader.ts';
import { readConfigMarkdown } from './configMarkdown.ts';
import { asBlock } from './repairColons.ts';

/** How OpenCode loads a skill. Measured: `opencode debug skill`, one file per case. It says nothing of what it drops. */
export const openCodeSkill = skillLoader({
  tool: 'OpenCode',
  version: '1.18.33',
  recorded: '2026-11-29',
  drops: 'OpenCode silently does not load the skill',
  isNested: true,
  read,
  settle(skill) {
    const { name, description } = skill.data;
    if (name === undefined || name === null) dropWithout('name', skill);
    else if (typeof name !== 'string') dropOfType('name', skill);
    // A skill without the key is listed without a description; one with an empty value is dropped.
    if (description === null) dropWithout('description', skill);
    else if (description !== undefined && typeof description !== 'string') dropOfType('description', skill);
    if (description === undefined) reportUndescribed(skill);
    return {
      name: typeof name === 'string' ? name : '',
      description: typeof description === 'string' ? description : null,
    };
  },
});

function reportUndescribed({
  places,
  issues,
}: Parameters<Parameters<typeof skillLoader>[0]['settle']>[0]): void {
  issues.add(
    'description.missing',
    'ignored',
    places.key(['description']),
    {
      problem: '`description` is missing',
      consequence: 'OpenCode lists the skill without saying when to use it',
    },
    { field: 'description' },
  );
}

function read(text: string): SkillReading {
  const reading = readConfigMarkdown(text, asBlock);
  switch (reading.state) {
    case 'read':
      if (!reading.matter) return { state: 'none' };
      return {
        state: 'read',
        data: reading.data ?? {},
        yaml: reading.matter,
        body: { start: Math.min(reading.contentStart, text.length), end: text.length },
        repaired: reading.repaired.map(({ key }) => key),
      };
    case 'lost':
    case 'dropped':
      return {
        state: 'invalid',
        yaml: reading.matter,
        reason: reading.error.reason,
        offset: reading.error.offset,
      };
    default:
      return { state: 'none' };
  }
}
