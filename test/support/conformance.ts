import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { globSync } from 'tinyglobby';
import { AgentDocument } from '../../server/src/language/document/agentDocument.ts';
import type { Loader, LoadResult } from '../../server/src/language/loading/loader.ts';

/** One recorded verdict: the file, and how the real tool loaded it. Further keys are specific to the tool. */
export interface RecordedCase {
  readonly id: string;
  readonly path: string;
  readonly input: string;
  readonly loads: boolean;
}

/** The recorded cases of one kind of file, by tool and name: `geminiCli/agents`. */
export function recordedCases<Case extends RecordedCase>(recording: string): readonly Case[] {
  const [tool, name] = recording.split('/');
  const recorded = JSON.parse(
    readFileSync(
      new URL(`test/language/tools/${tool}/cases/${name}.json`, `file://${process.cwd()}/`),
      'utf8',
    ),
  );
  return recorded.cases as Case[];
}

/** Runs a loader on a text as if it lay at `path`. */
export function load(loader: Loader, text: string, path: string): LoadResult {
  return loader.load({ document: AgentDocument.of(text, `file:///project/${path}`), path });
}

/** What to compare of a case: the recorded value and ours, under the name of a column. */
export type Comparison<Case> = (
  recorded: Case,
  result: LoadResult,
) => Record<string, readonly [recorded: unknown, ours: unknown]>;

/** What most recordings tell of an agent. */
export interface AgentCase extends RecordedCase {
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly tools: readonly string[] | null;
}

/** Whether the file loads, and as what. */
export function agentColumns(
  recorded: AgentCase,
  result: LoadResult,
): Record<string, readonly [recorded: unknown, ours: unknown]> {
  return {
    loads: [recorded.loads, result.loads],
    name: [recorded.name, result.name],
    description: [recorded.description, result.description],
    model: [recorded.model, result.model],
    tools: [recorded.tools, result.tools],
  };
}

/** A refusal is explained, and only a refusal is called one. */
export function refusalColumn(
  { loads }: RecordedCase,
  { ignored, issues }: LoadResult,
): readonly [recorded: boolean, ours: boolean] {
  return [!loads, ignored === true || issues.some(issue => issue.effect === 'rejected')];
}

/** One tool, its recording, and what of it to compare. */
export interface Conformance<Case extends RecordedCase> {
  /** "Gemini CLI 0.61.0, recorded 2026-11-21". */
  readonly title: string;
  readonly cases: readonly Case[];
  readonly loader: Loader | ((recorded: Case) => Loader);
  readonly compare: Comparison<Case>;
  /** Rows believed to be noise of the recording: id → reason. They are listed and not counted. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** Defines one test that holds a loader to its recorded cases and prints the table of agreement. The bar is 100 %. */
export function conforms<Case extends RecordedCase>({
  title,
  cases,
  loader,
  compare,
  exceptions = {},
}: Conformance<Case>): void {
  test(`agrees with ${title}`, t => {
    const columns = new Map<string, { agree: number; of: number }>();
    const failures: string[] = [];
    for (const recorded of cases) {
      if (recorded.id in exceptions) continue;
      const result = load(
        typeof loader === 'function' ? loader(recorded) : loader,
        recorded.input,
        recorded.path,
      );
      for (const [column, [theirs, ours]] of Object.entries(compare(recorded, result))) {
        const tally = columns.get(column) ?? { agree: 0, of: 0 };
        columns.set(column, tally);
        tally.of++;
        try {
          assert.deepStrictEqual(ours, theirs);
          tally.agree++;
        } catch {
          failures.push(
            `${recorded.id}: ${column} is ${JSON.stringify(theirs)} in the tool, ${JSON.stringify(ours)} here\n${indent(recorded.input)}`,
          );
        }
      }
    }
    t.diagnostic(`${title}: ${cases.length} cases`);
    for (const [column, { agree, of }] of columns) t.diagnostic(`  ${column.padEnd(16)} ${agree} of ${of}`);
    for (const [id, reason] of Object.entries(exceptions)) {
      assert.ok(
        cases.some(recorded => recorded.id === id),
        `${id} is excepted, but is not a case`,
      );
      t.diagnostic(`  excepted: ${id}: ${reason}`);
    }
    assert.equal(
      failures.length,
      0,
      `${failures.length} differences\n\n${failures.slice(0, 25).join('\n\n')}`,
    );
  });
}

function indent(text: string): string {
  return text.slice(0, 600).replace(/^/gm, '    | ');
}

/** All recordings there are, as `recordedCases` takes them. */
export function recordings(): readonly string[] {
  return globSync('test/language/tools/*/cases/*.json')
    .map(file =>
      file
        .replace('test/language/tools/', '')
        .replace('/cases/', '/')
        .replace(/\.json$/, ''),
    )
    .sort();
}
