import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { fixAll } from '../../../server/src/language/features/fixAll.ts';
import { outcomesByWeight, verdictOf } from '../../../server/src/language/features/verdict.ts';
import { dialectForPath } from '../../../server/src/language/fileKinds.ts';
import { isUsable } from '../../../server/src/language/rules/edits/outcome.ts';
import { type Snapshot, withText } from '../../../server/src/language/snapshot.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { recordedCases, recordings } from '../../support/conformance.ts';
import { snapshotOf } from '../../support/diagnostics.ts';
import { type ConfigCase, decoded, projectFiles } from '../tools/openCode/openCodeCases.ts';

/** What fix-all does wrong to a file; `undefined` for nothing. */
function wrong(snapshot: Snapshot): string | undefined {
  const { text } = snapshot.document;
  const changes = fixAll(snapshot);
  const after = withText(snapshot, applyFix(text, { changes }));
  const shown = `\n--- before\n${text.slice(0, 1000)}\n--- after\n${after.document.text.slice(0, 1000)}`;
  if (fixAll(after).length > 0) return `does not end at once${shown}`;
  if (after.load.ignored && !snapshot.load.ignored) return `is no longer taken${shown}`;
  const [before, now] = [snapshot, after].map(each => outcomesByWeight.indexOf(verdictOf(each).outcome));
  if (isUsable(snapshot.load) && now! > before!)
    return `is ${verdictOf(after).outcome} after ${verdictOf(snapshot).outcome}${shown}`;
  if (!isUsable(snapshot.load) && snapshot.load.loads && !after.load.loads) return `no longer loads${shown}`;
  // Where a fix delimits the front matter, the body is what then follows it.
  const { state } = snapshot.document.frontMatter;
  const written = state === 'absent' ? after.document : snapshot.document;
  const body = letters(written.text.slice(written.frontMatter.body.start));
  const isKept = [snapshot, after].every(each => letters(each.document.text).endsWith(body));
  if (!isKept) return `changes the body${shown}`;
  return undefined;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The files of a recording, by the id of their case. */
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

for (const recording of recordings()) {
  test(`fix-all makes no recorded case of ${recording} worse`, () => {
    const failures = recordedFiles(recording).flatMap(({ id, path, text }) => {
      if (!dialectForPath(`/project/${path}`)) return [];
      const failure = wrong(snapshotOf(text, { path }));
      return failure === undefined ? [] : [`${id} ${failure}`];
    });
    assert.equal(failures.length, 0, `${failures.length} failures\n\n${failures.slice(0, 8).join('\n\n')}`);
  });
}

/** Every eighth of Claude Code's cases is read as each dialect, in turn. */
const part = 8;

for (const [turn, { id: dialect }] of dialects.entries()) {
  test(`fix-all makes no recorded case of Claude Code worse as ${dialect}`, () => {
    const failures = recordedFiles('claudeCode/subagents').flatMap(({ id, text }, at) => {
      if (at % part !== turn % part) return [];
      const failure = wrong(snapshotOf(text, { dialect }));
      return failure === undefined ? [] : [`${id} ${failure}`];
    });
    assert.equal(failures.length, 0, `${failures.length} failures\n\n${failures.slice(0, 8).join('\n\n')}`);
  });
}
