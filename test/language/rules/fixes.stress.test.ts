import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { fixAll } from '../../../server/src/language/features/fixAll.ts';
import { dialectForPath } from '../../../server/src/language/fileKinds.ts';
import { type Snapshot, withText } from '../../../server/src/language/snapshot.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { recordedCases, recordings } from '../../support/conformance.ts';
import { snapshotOf } from '../../support/diagnostics.ts';
import { proveFixes, type Tally } from '../../support/fixes.ts';
import { sharedPath, sharedTest } from '../../support/shared.ts';
import { type ConfigCase, decoded, projectFiles } from '../tools/openCode/openCodeCases.ts';

/** Proves the fixes of many files, and reports all failures at once. */
function prove(
  name: string,
  snapshots: Iterable<readonly [id: string, snapshot: Snapshot]>,
  report: (message: string) => void,
): void {
  const tally: Tally = new Map();
  const failures: string[] = [];
  for (const [id, snapshot] of snapshots) {
    try {
      proveFixes(snapshot, tally);
      const changes = fixAll(snapshot);
      const fixed = withText(snapshot, applyFix(snapshot.document.text, { changes }));
      assert.deepEqual(
        fixAll(fixed),
        [],
        `fix-all is not idempotent:\n${fixed.document.text.slice(0, 1000)}`,
      );
      const safe = diagnose(fixed).filter(diagnostic => fixesOf(diagnostic)[0]?.safe);
      assert.deepEqual(
        safe.map(({ message }) => message),
        [],
        'fix-all leaves safe fixes',
      );
    } catch (error) {
      failures.push(`${id}: ${(error as Error).message}`);
    }
  }
  report(`${name}: ${[...tally].map(([rule, count]) => `${rule} ${count}`).join(', ')}`);
  assert.equal(failures.length, 0, `${failures.length} failures\n\n${failures.slice(0, 12).join('\n\n')}`);
}

/** Recordings of tools without a dialect, in whose files there are no fixes. */
const withoutDialect = ['cline/agents', 'codex/agents'];

/** The dialects of recordings whose paths do not tell them. */
const dialectOf: Readonly<Record<string, string>> = { 'agentSkills/skills': 'agent-skill' };

for (const file of recordings()) {
  if (withoutDialect.includes(file)) continue;
  test(`every fix for a recorded case of ${file} is proved`, t => {
    const dialect = dialectOf[file];
    const snapshots = recordedFiles(file).flatMap(({ id, path, text }) =>
      dialect || dialectForPath(`/project/${path}`)
        ? [[id, snapshotOf(text, { path, ...(dialect && { dialect }) })] as const]
        : [],
    );
    prove(file, snapshots, message => t.diagnostic(message));
  });
}

/** The cases are divided among so many dialects, because each takes a while; each case meets a fifth of them. */
const parts = 5;

// Most tools have no recordings. Their fixes are proved with the cases of Claude Code.
for (const [at, { id: dialect }] of dialects.entries()) {
  test(`every fix for a share of the recorded cases of Claude Code is proved for a ${dialect}`, t => {
    const files = recordedFiles('claudeCode/subagents').filter((_, index) => index % parts === at % parts);
    const snapshots = files.map(({ id, text }) => [id, snapshotOf(text, { dialect })] as const);
    prove(dialect, snapshots, message => t.diagnostic(message));
  });
}

/** Returns the files of a tool's recorded cases, each with the id of its case. */
function recordedFiles(file: string): { id: string; path: string; text: string }[] {
  return recordedCases<ConfigCase>(file)
    .filter(({ input }) => typeof input === 'string')
    .flatMap(recorded => {
      const { id, path, input, files } = decoded(recorded);
      return files
        ? projectFiles(files).map(([at, text]) => ({ id: `${id} ${at}`, path: at, text }))
        : [{ id, path, text: input }];
    });
}

function* markdownBelow(folder: string): Iterable<readonly [string, string]> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* markdownBelow(path);
    else if (/\.(?:md|mdc)$/.test(name)) yield [path, readFileSync(path, 'utf8')];
  }
}

for (const folder of ['samples', 'corpus']) {
  sharedTest(`every fix for the real files in ${folder} is proved`, () => {
    const snapshots = [...markdownBelow(sharedPath(folder))].map(
      ([path, text]) => [path, snapshotOf(text)] as const,
    );
    prove(folder, snapshots, () => {});
  });
}
