import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usageLensOf } from '../../../server/src/language/features/names/codeLens.ts';
import { snapshotsIn } from '../../support/projectFiles.ts';

const writer = '=== .claude/agents/writer.md\n---\ndescription: Writes.\nname: writer\n---\nYou write.\n';
const lead = (name: string, text = '') =>
  `=== .claude/agents/${name}.md\n---\nname: ${name}\ndescription: Leads.\ntools: Read, Agent(writer)\n---\nLead.${text}\n`;

/** The lens of the first file, as `line: title`; the lines of its references behind it. */
function lensOf(text: string): string {
  const [first] = snapshotsIn(text);
  const lens = usageLensOf(first!, first!.workspace);
  if (!lens) return 'none';
  const places = lens.references.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}`);
  return `${lens.position.line + 1}: ${lens.title} (${places.sort().join(' ')})`;
}

test('a lens above the name counts the references and names who delegates', () => {
  assert.equal(lensOf(writer + lead('lead')), '3: 1 reference · lead delegates here (lead.md:4)');
  assert.equal(
    lensOf(writer + lead('b') + lead('a')),
    '3: 2 references · a and b delegate here (a.md:4 b.md:4)',
  );
  const many = ['a', 'b', 'c', 'd', 'e'].map(name => lead(name)).join('');
  assert.match(lensOf(writer + many), /^3: 5 references · a, b, c, and 2 more delegate here/);
});

test('a skill that is preloaded has references, and nobody who delegates', () => {
  const skill = '=== .claude/skills/style/SKILL.md\n---\ndescription: Style.\n---\nStyle.\n';
  const agent = '=== .claude/agents/a.md\n---\nname: a\ndescription: A.\nskills: style\n---\nA.\n';
  assert.equal(lensOf(skill + agent), '1: 1 reference (a.md:4)');
});

test('what nothing refers to, and a large file, have no lens', () => {
  assert.equal(lensOf(writer), 'none');
  assert.equal(lensOf(`${writer}${'x'.repeat(100_000)}\n${lead('lead')}`), 'none');
});

test('a name cannot put an icon into a title', () => {
  const text = writer + lead('lead').replace('name: lead', 'name: "$(zap)"');
  assert.ok(!lensOf(text).includes('$('), lensOf(text));
});
