import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dialect } from '../../../server/src/language/dialect/dialect.ts';
import { nameIn, pathAs, placeFor } from '../../../server/src/language/dialect/place.ts';
import { dialectById, dialectForPath } from '../../../server/src/language/fileKinds.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';

const like = (...files: string[]) => ({ files }) as unknown as Dialect;

const names: [glob: string, path: string, name: string][] = [
  ['**/.claude/agents/**/*.md', '/p/.claude/agents/team/writer.md', 'writer'],
  ['**/.claude/agents/**/*.md', '/p/elsewhere/writer.md', 'writer'],
  ['**/.claude/agents/**/*.md', '/p/.claude/agents/writer.v2.md', 'writer.v2'],
  ['**/*.agent.md', '.github/agents/writer.agent.md', 'writer'],
  ['**/skills/*/SKILL.md', '/p/.claude/skills/pdf/SKILL.md', 'pdf'],
  ['**/agents/*.{yml,yaml}', 'agents/writer.yml', 'writer'],
  ['**/agents/*.md', 'agents/.md', '.md'],
  ['**/agents/*.md', 'writer', 'writer'],
  ['**/*.prompt.md', 'writer.prompt.md', 'writer'],
];
for (const [glob, path, name] of names) {
  test(`${glob} gives ${path} the name ${name}`, () => {
    assert.equal(nameIn(like(glob), path), name);
  });
}

test('uses the longer ending, whatever the order of the globs', () => {
  assert.equal(nameIn(like('**/*.md', '**/*.agent.md'), 'agents/writer.agent.md'), 'writer');
});

const places: [glob: string, place: string][] = [
  ['**/.opencode/agents/**/*.md', '.opencode/agents/$&.md'],
  ['**/.github/agents/*.agent.md', '.github/agents/$&.agent.md'],
  ['**/.claude/skills/*/SKILL.md', '.claude/skills/$&/SKILL.md'],
  ['**/.cline/agents/*.{yaml,yml}', '.cline/agents/$&.yaml'],
];
for (const [glob, place] of places) {
  test(`places a file of ${glob} at ${place}`, () => {
    assert.equal(placeFor(like(glob), '$&'), place);
  });
}

test('finds a place for a dialect without its own folder', () => {
  assert.equal(placeFor(like(), 'writer'), 'writer.md');
});

test('checks a file by its own path if its tool reads it there, else as if it were in the tool’s folder', () => {
  const agent = dialectById('opencode-agent')!;
  assert.equal(pathAs(agent, '/p/.opencode/agents/x/y.md'), '/p/.opencode/agents/x/y.md');
  assert.equal(pathAs(agent, '/p/docs/writer.md'), '/p/docs/.opencode/agents/writer.md');
  const inPlugins = dialectById('claude-plugin-agent')!;
  assert.equal(pathAs(inPlugins, '/p/docs/writer.md'), '/p/docs/writer.md');
});

for (const dialect of dialects.filter(({ files }) => files.length > 0)) {
  test(`${dialect.id}: recognizes a file in its place, with its name`, () => {
    const place = placeFor(dialect, 'writer');
    assert.equal(dialectForPath(place)?.target, dialect.target);
    assert.ok(!place.includes('writer') || nameIn(dialect, place) === 'writer');
  });
}
