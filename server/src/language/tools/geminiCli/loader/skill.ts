import { readWithJsYaml } from '../../../loading/jsYaml.ts';
import { isMapping } from '../../../loading/shape.ts';
import { splitAtDashes } from '../../../loading/splitAtDashes.ts';
import { dropWithout, type SkillReading, skillLoader } from '../../shared/skills/skillLoader.ts';

/** How Gemini CLI loads a skill. Measured: its loader, one file per case. It says nothing of what it drops. */
export const geminiCliSkill = skillLoader({
  tool: 'Gemini CLI',
  version: '0.61.0',
  recorded: '2026-11-29',
  drops: 'Gemini CLI silently does not load the skill',
  isNested: false,
  read,
  settle(skill) {
    const [name, description] = (['name', 'description'] as const).map(key => {
      const value = skill.data[key];
      if (typeof value === 'string') return value;
      dropWithout(key, skill);
      return '';
    });
    // Characters that no folder's name can have.
    return { name: name!.replace(/[:\\/<>*?"|]/g, '-'), description: description! };
  },
});

/** YAML, where it gives two strings; otherwise the lines that start with the two keys, whatever the rest is. */
function read(text: string): SkillReading {
  const file = splitAtDashes(text);
  if (!file) return { state: 'none' };
  const parts = { state: 'read', yaml: file.yaml, body: file.body } as const;
  const yaml = text.slice(file.yaml.start, file.yaml.end);
  const reading = readWithJsYaml(yaml);
  const data = 'reason' in reading ? undefined : reading.value;
  if (isMapping(data) && typeof data.name === 'string' && typeof data.description === 'string')
    return { ...parts, data };
  const lines = textsByLine(yaml.split(/\r?\n/));
  if (!('reason' in reading)) return { ...parts, data: lines };
  if (lines.name === undefined || lines.description === undefined)
    return {
      state: 'invalid',
      yaml: file.yaml,
      reason: reading.reason,
      offset: file.yaml.start + reading.offset,
    };
  return { ...parts, data: lines, repaired: Object.keys(lines).filter(key => isInvalid(`x: ${lines[key]}`)) };
}

function isInvalid(line: string): boolean {
  return 'reason' in readWithJsYaml(line);
}

/** The two texts by line: everything after the colon, and for the description the indented lines below. */
function textsByLine(lines: readonly string[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (let at = 0; at < lines.length; at++) {
    const [, key, rest = ''] = /^\s*(name|description):\s*(.*)$/.exec(lines[at]!) ?? [];
    if (!key) continue;
    const parts = [rest.trim()];
    if (key === 'description')
      while (at + 1 < lines.length && /^[ \t]+\S/.test(lines[at + 1]!)) parts.push(lines[++at]!.trim());
    texts[key] = parts.filter(part => part !== '').join(' ');
  }
  return texts;
}
