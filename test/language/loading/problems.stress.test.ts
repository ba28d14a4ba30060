import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeFor } from '../../../server/src/language/dialect/place.ts';
import type { Issue } from '../../../server/src/language/loading/issue.ts';
import type { IssueCode } from '../../../server/src/language/loading/issueCodes.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { load, recordedCases, recordings } from '../../support/conformance.ts';

/** Every text that was recorded of any tool. */
const texts = [
  ...new Set(recordings().flatMap(recording => recordedCases(recording).map(({ input }) => input))),
].filter(text => typeof text === 'string');

/** Causes whose problem says how one tool repairs what is written: this differs by tool. */
const byTool: ReadonlySet<IssueCode> = new Set<IssueCode>(['yaml.repaired']);

/** What an issue is about: the cause, the text, and what the tool demands there. */
function causeOf({ code, field = '', subject = '', range, data }: Issue, text: string): string {
  const expected = data && 'expected' in data ? [...(data.expected ?? [])].sort() : [];
  const demand = data && 'demand' in data ? data.demand : undefined;
  return JSON.stringify([code, field, subject, range.start, range.end, expected, demand ?? {}, text]);
}

test('the same cause has the same problem in every tool', t => {
  const problems = new Map<string, Map<string, Set<string>>>();
  const codes = new Set<IssueCode>();
  for (const dialect of dialects.filter(({ defines }) => defines === 'agent')) {
    const path = placeFor(dialect, 'agent');
    for (const text of texts)
      for (const issue of load(dialect.loader, text, path).issues) {
        codes.add(issue.code);
        if (byTool.has(issue.code)) continue;
        const cause = causeOf(issue, text);
        const known = problems.get(cause) ?? new Map<string, Set<string>>();
        const tools = known.get(issue.problem) ?? new Set();
        problems.set(cause, known.set(issue.problem, tools.add(dialect.loader.tool)));
      }
  }
  const differing = [...problems].flatMap(([cause, said]) =>
    said.size < 2
      ? []
      : [
          `${cause}\n${[...said].map(([problem, tools]) => `  ${problem} → ${[...tools].join(', ')}`).join('\n')}`,
        ],
  );
  t.diagnostic(`${problems.size} causes of ${codes.size} codes in ${texts.length} texts`);
  assert.deepEqual(differing.slice(0, 20), []);
});

/** The problem with the author's own words cut to twelve letters: how long they are is not up to us. */
function withShortWords(problem: string): string {
  return problem.replace(/`[^`]{13,}`/g, '`twelve chars`');
}

test('problems are short, name no tool, and no part ends in a period', () => {
  const bad = new Set<string>();
  for (const dialect of dialects)
    for (const text of texts)
      for (const { code, problem, consequence, advice } of load(
        dialect.loader,
        text,
        placeFor(dialect, 'agent'),
      ).issues) {
        if (typeof problem !== 'string') {
          bad.add(`${dialect.id}: ${code} has no problem for ${JSON.stringify(text.slice(0, 200))}`);
          continue;
        }
        const parts = [problem, consequence, advice].filter(part => part !== undefined);
        if (withShortWords(problem).length > 70) bad.add(`${dialect.id}: too long: ${problem}`);
        if (problem.includes(dialect.loader.tool)) bad.add(`${dialect.id}: names the tool: ${problem}`);
        if (parts.some(part => /(?<!\.\.)\.$/.test(part)))
          bad.add(`${dialect.id}: ends in a period: ${parts.join(' | ')}`);
      }
  assert.deepEqual([...bad].slice(0, 20), []);
});
