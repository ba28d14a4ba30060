import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linksIn, supportingPathsIn } from '../../../server/src/language/document/links.ts';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

const links: Readonly<Record<string, readonly string[]>> = {
  'See [a](docs/a.md), ![b](img/b.png "B") and [c](<c.md>).': ['docs/a.md', 'img/b.png', 'c.md'],
  'See [a](docs/a.md#part), [b](my%20notes.txt).': ['docs/a.md', 'my notes.txt'],
  'See [a](https://x.y/a.md), [b](#part), [c](/spec/x.md), [d](~/x.md), [e](mailto:x@y.md), [f](./architect).':
    [],
  'See [a](<url>), [b](path/to/file.md), [c](${X}/a.md), [d](your-file.md), [e]($1.md).': [],
  '```\n[a](docs/a.md)\n```\n`[b](docs/b.md)` <!-- [c](docs/c.md) -->': [],
  '[a]: docs/a.md\n[b]((x.md)': [],
};

for (const [text, expected] of Object.entries(links))
  test(`links to files in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(
      linksIn(text).map(({ path }) => path),
      expected,
    ));

const paths: Readonly<Record<string, readonly string[]>> = {
  'Run `scripts/fill.py` and read references/forms.md.': ['scripts/fill.py', 'references/forms.md'],
  'python ${CLAUDE_SKILL_DIR}/scripts/a.py --x': ['scripts/a.py'],
  '`./references/a-b/c.json`, other/scripts/x.sh, https://x.y/scripts/x.sh, scripts/*.sh, scripts/your-script.sh':
    ['references/a-b/c.json'],
};

for (const [text, expected] of Object.entries(paths))
  test(`paths into the folders of a skill in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(
      supportingPathsIn(text).map(({ path }) => path),
      expected,
    ));

test('a file that is beside the project or plugin is not missing', () => {
  const found = (others: Readonly<Record<string, string>>, path = '.claude/skills/pdf/SKILL.md') =>
    diagnose(
      snapshotOf('---\nname: pdf\ndescription: Reads PDF files.\n---\nSee [a](docs/a.md), scripts/x.sh.\n', {
        path,
        others,
      }),
    ).map(({ rule, severity }) => `${severity} ${rule.id}`);
  assert.deepEqual(found({ 'docs/a.md': '', 'scripts/x.sh': '' }), []);
  assert.deepEqual(found({ '.claude/skills/pdf/docs/a.md': '', '.claude/skills/pdf/scripts/x.sh': '' }), []);
  assert.deepEqual(found({ 'other.md': '' }), ['warning noMissingFile', 'information noMissingFile']);
  assert.deepEqual(found({}), [], 'nothing is known of other files');
});
