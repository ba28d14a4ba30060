import { lineEnd } from '../../../document/lines.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { isMapping } from '../../../loading/shape.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { readWithSerdeYaml } from '../../../loading/yaml/serdeYaml.ts';
import {
  dropIfLong,
  dropOfType,
  dropWithout,
  type SkillFile,
  type SkillReading,
  skillLoader,
} from '../../shared/skills/skillLoader.ts';

/**
 * How Codex loads a skill. Measured: `skills/list` of its app server, one file per case. It reports what it drops.
 */
export const codexSkill = skillLoader({
  tool: 'Codex',
  version: '0.169.0',
  recorded: '2026-11-29',
  drops: 'Codex does not load the skill, and reports an error',
  isNested: true,
  read,
  settle(skill) {
    const name = textOf('name', skill) || oneLine(skill.folder);
    const description = textOf('description', skill);
    dropIfLong('name', name, 64, skill);
    if (description === '') dropWithout('description', skill);
    const { metadata } = skill.data;
    if (metadata !== undefined && metadata !== null && !isMapping(metadata))
      skill.issues.add(
        'value.type',
        'rejected',
        skill.places.value(['metadata']),
        { problem: '`metadata` must be a mapping', consequence: skill.drops },
        { field: 'metadata', data: { expected: ['mapping'] } },
      );
    return { name, description: description ?? null };
  },
});

/** A field as one line. A scalar of any type is text as written; the result is `undefined` where that is reported. */
function textOf(key: 'name' | 'description', skill: SkillFile): string | undefined {
  const value = skill.data[key];
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') {
    dropOfType(key, skill);
    return undefined;
  }
  return oneLine(typeof value === 'string' ? value : skill.document.slice(skill.places.value([key])));
}

function oneLine(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}

/** The lines between two lines of `---`, spaces aside. After a failure, values that are invalid alone are quoted. */
function read(text: string): SkillReading {
  const split = splitOf(text);
  if (!split) return { state: 'none' };
  const { yaml, toDocument } = unifyLineEnds(text, split.yaml);
  const reading = readWithSerdeYaml(yaml);
  if (!('reason' in reading)) return { state: 'read', data: reading.value, ...split };
  const { lines, repaired } = quoteInvalid(yaml.split('\n'));
  const again = repaired.length > 0 ? readWithSerdeYaml(lines.join('\n')) : reading;
  return 'reason' in again
    ? { state: 'invalid', yaml: split.yaml, reason: reading.reason, offset: toDocument(reading.offset) }
    : { state: 'read', data: again.value, ...split, repaired };
}

function splitOf(text: string): { yaml: OffsetRange; body: OffsetRange } | undefined {
  const first = lineEnd(text, 0);
  if (!isDelimiter(text.slice(0, first)) || first === text.length) return undefined;
  for (let at = first + 1; at <= text.length; ) {
    const end = lineEnd(text, at);
    if (isDelimiter(text.slice(at, end))) {
      if (at === first + 1) return undefined;
      return {
        yaml: { start: first + 1, end: at - 1 },
        body: { start: Math.min(end + 1, text.length), end: text.length },
      };
    }
    at = end + 1;
  }
  return undefined;
}

/** JavaScript trims a byte order mark, Rust does not. */
function isDelimiter(line: string): boolean {
  return line.trim() === '---' && !line.includes('\uFEFF');
}

function quoteInvalid(lines: readonly string[]): { lines: string[]; repaired: string[] } {
  const repaired: string[] = [];
  const quoted = lines.map(line => {
    const [, start = '', key = '', value = ''] = /^(([\w-]+):[ \t]+)([^\s'"|>].*)$/.exec(line) ?? [];
    if (value === '' || !('reason' in readWithSerdeYaml(line))) return line;
    repaired.push(key);
    return `${start}'${value.trimEnd().replaceAll("'", "''")}'`;
  });
  return { lines: quoted, repaired };
}
