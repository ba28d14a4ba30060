import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codexListing } from '../../../../server/src/language/tools/codex/listing.ts';

interface ListingCase {
  readonly id: string;
  readonly window: number | null;
  readonly entries: readonly {
    readonly scope: string;
    readonly name: string;
    readonly description: string | { readonly repeat: string; readonly times: number };
    readonly fm?: string;
    /** The text of `agents/openai.yaml`. */
    readonly meta?: string;
  }[];
  /** The listed skills with the number of characters of their descriptions. */
  readonly lines: readonly (readonly [name: string, characters: number, file: string])[];
}

const { cases } = JSON.parse(
  readFileSync('test/language/tools/codex/cases/listing/listings.json', 'utf8'),
) as {
  cases: readonly ListingCase[];
};

const exceptions: Readonly<Record<string, string>> = {
  scopes: 'has skills of the user, which are not known',
  'scopes-tight': 'has skills of the user, which are not known',
  'scopes-omit': 'has skills of the user, which are not known',
};

test('lists skills as Codex 0.171.0 sent them, recorded 2026-11-29', t => {
  const failures: string[] = [];
  let compared = 0;
  for (const { id, window, entries, lines } of cases) {
    if (id in exceptions) continue;
    compared++;
    const files = entries.flatMap(({ scope, name, description, fm, meta }) => {
      const folder = `${scope === 'project' ? '.agents' : '.codex'}/skills/${name}/`;
      const text =
        typeof description === 'string' ? description : description.repeat.repeat(description.times);
      return [
        {
          path: `${folder}SKILL.md`,
          text: `---\nname: ${name}\ndescription: ${JSON.stringify(text)}\n${fm === undefined ? '' : `${fm}\n`}---\nbody\n`,
        },
        ...(meta === undefined ? [] : [{ path: `${folder}agents/openai.yaml`, text: meta }]),
      ];
    });
    const ours = codexListing.list(codexListing.read(files, []), {
      settings: window === null ? [] : [`model_context_window = ${window}\n`],
    });
    const found = ours.entries.flatMap(({ name, line }) => {
      const [, text, file] = /^- [^:]+: ?(.*) ?\(file: (.*)\)$/su.exec(line ?? '') ?? [];
      return text === undefined ? [] : [[name, [...text.replace(/ $/, '')].length, file]];
    });
    const expected = lines.filter(([, , file]) => !file.startsWith('r0/'));
    try {
      assert.deepStrictEqual(found, expected);
    } catch {
      failures.push(
        `${id}\n  tool: ${JSON.stringify(expected).slice(0, 500)}\n  ours: ${JSON.stringify(found).slice(0, 500)}`,
      );
    }
  }
  t.diagnostic(`${compared - failures.length} of ${compared} listings`);
  for (const [id, reason] of Object.entries(exceptions)) t.diagnostic(`  excepted: ${id}: ${reason}`);
  assert.equal(failures.length, 0, failures.slice(0, 10).join('\n'));
});
