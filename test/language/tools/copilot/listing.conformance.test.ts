import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copilotCliListing } from '../../../../server/src/language/tools/copilot/cli/listing.ts';

// Copilot CLI 1.0.102, recorded 2026-11-29 by its first request to a stand-in on 127.0.0.1: so many skills in
// `.github/skills`, with descriptions of so many characters, and how many of them were described; `block` has the
// characters of the whole block, of which 770 are not of these skills, where all its own were described too.
const cases: readonly (readonly [skills: number, length: number, described: number, block?: number])[] = [
  [1, 100, 1, 968],
  [3, 1023, 3, 4133],
  [10, 1000, 10, 11750],
  [14, 1000, 13],
  [15, 1000, 13],
  [20, 1000, 13],
  [100, 100, 75],
  [150, 50, 101],
  [200, 10, 138],
];

const skill = (description: string) => `---\ndescription: ${description}\n---\nbody\n`;

for (const [count, length, described, block] of cases)
  test(`Copilot CLI describes ${described} of ${count} skills with ${length} characters`, () => {
    const files = Array.from({ length: count }, (_, at) => ({
      path: `.github/skills/s${String(at).padStart(3, '0')}/SKILL.md`,
      text: skill('x'.repeat(length)),
    }));
    const { entries, total, dropped } = copilotCliListing.list(copilotCliListing.read(files, []), {});
    assert.equal(
      entries.findIndex(({ sent }) => sent !== 'whole'),
      described === count ? -1 : described,
    );
    assert.equal(dropped, count - described);
    if (block !== undefined) assert.equal(total + 770, block);
  });

test('Copilot CLI stops at the first skill that does not fit, and escapes what it sends', () => {
  const files = [
    { path: '.github/skills/b/SKILL.md', text: skill('"A <b> & c"') },
    { path: '.github/skills/c/SKILL.md', text: skill('x'.repeat(1000)) },
    { path: '.github/skills/d/SKILL.md', text: skill('short') },
    { path: '.github/skills/hidden/SKILL.md', text: skill('d\ndisable-model-invocation: true') },
  ];
  const { entries } = copilotCliListing.list(copilotCliListing.read(files, []), { budget: 500 });
  assert.deepEqual(
    entries.map(({ name, sent }) => [name, sent]),
    [
      ['b', 'whole'],
      ['c', 'nameOnly'],
      ['d', 'nameOnly'],
    ],
  );
  assert.match(entries[0]!.line!, /<description>A &lt;b> &amp; c<\/description>/);
});
