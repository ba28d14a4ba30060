import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

interface MemoryCase {
  readonly id: string;
  readonly path: string;
  readonly layout: Readonly<Record<string, string>>;
  /** The files in the first request of a session in the project's folder, in order. */
  readonly memory: readonly { readonly file: string }[];
  readonly cwd?: string;
}

const { cases } = JSON.parse(readFileSync('test/language/tools/claudeCode/cases/memory.json', 'utf8')) as {
  readonly cases: readonly MemoryCase[];
};

/** Cases that need more than the project: the user's folder, settings, or the name of another file. */
const exceptions: Readonly<Record<string, string>> = {
  excluded: 'the settings exclude it',
  'nested-cwd': 'about the current folder',
};

test('memory files bring in what Claude Code 2.1.332 was recorded to read', async t => {
  const differences: string[] = [];
  let compared = 0;
  for (const { id, path, layout, memory } of cases) {
    if (id in exceptions || !(`<project>/${path}` in layout)) continue;
    const cwd = project({});
    for (const [file, text] of Object.entries(layout)) {
      if (!file.startsWith('<project>/')) continue;
      const to = join(cwd, file.slice('<project>/'.length));
      mkdirSync(dirname(to), { recursive: true });
      const link = /^LINK:(.*)$/s.exec(text)?.[1];
      if (link === undefined) writeFileSync(to, text.replaceAll('<project>', cwd));
      else symlinkSync(link.replace('<ext>', '/nonexistent'), to);
    }
    const { out } = await run(cwd, ['inspect', path, '--format', 'json']);
    const [file] = (JSON.parse(out) as { files: { loads: boolean; imports: string[] }[] }).files;
    const read = memory.map(({ file }) => file.replace('<project>/', ''));
    const at = read.indexOf(path);
    const rest = at < 0 ? [] : read.slice(at + 1);
    const imports = rest.filter(file => !/^(?:<home>|\.claude\/|CLAUDE\.local\.md)/.test(file));
    compared++;
    if ((file?.loads ?? false) !== at >= 0) differences.push(`${id}: loads ${file?.loads}`);
    if (JSON.stringify(file?.imports ?? []) !== JSON.stringify(imports))
      differences.push(`${id}: imports ${file?.imports} instead of ${imports}`);
  }
  t.diagnostic(`${compared} cases`);
  assert.ok(compared > 40);
  assert.deepEqual(differences, []);
});
