import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { fixAll, withText } from '../../../server/src/language/features/fixAll.ts';
import { recordedCases } from '../../support/conformance.ts';
import { snapshotOf } from '../../support/diagnostics.ts';
import { proveFixes, type Tally } from '../../support/fixes.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';

/** Proves the fixes of many texts, and tells all that fail at once. */
function prove(
  name: string,
  texts: Iterable<readonly [id: string, text: string]>,
  report: (message: string) => void,
): void {
  const tally: Tally = new Map();
  const failures: string[] = [];
  for (const [id, text] of texts) {
    try {
      const snapshot = snapshotOf(text);
      proveFixes(snapshot, tally);
      const changes = fixAll(snapshot);
      const fixed = withText(snapshot, applyFix(text, { changes }));
      assert.deepEqual(
        fixAll(fixed),
        [],
        `fix-all is not idempotent:\n${fixed.document.text.slice(0, 1000)}`,
      );
      const safe = diagnose(fixed).filter(diagnostic => fixesOf(diagnostic)[0]?.safe);
      assert.deepEqual(
        safe.map(({ message }) => message),
        [],
        'fix-all leaves what it could mend',
      );
    } catch (error) {
      failures.push(`${id}: ${(error as Error).message}`);
    }
  }
  report(`${name}: ${[...tally].map(([rule, count]) => `${rule} ${count}`).join(', ')}`);
  assert.equal(failures.length, 0, `${failures.length} failures\n\n${failures.slice(0, 12).join('\n\n')}`);
}

test('every fix for a recorded case is proved', t => {
  const cases = recordedCases('claude-code.json') as readonly { id: string; input: string }[];
  prove(
    'recorded cases',
    cases.map(({ id, input }) => [id, input] as const),
    message => t.diagnostic(message),
  );
});

function* markdownBelow(folder: string): Iterable<readonly [string, string]> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* markdownBelow(path);
    else if (/\.(?:md|mdc)$/.test(name)) yield [path, readFileSync(path, 'utf8')];
  }
}

for (const folder of ['samples', 'corpus']) {
  sharedTest(`every fix for the real files in ${folder} is proved`, () => {
    prove(folder, markdownBelow(sharedPath(folder)), () => {});
  });
}
