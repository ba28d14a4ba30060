import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ListedEntry } from '../../../../server/src/language/loading/listing.ts';
import { claudeListing } from '../../../../server/src/language/tools/claudeCode/listing/entries.ts';

type Repeated = string | { readonly repeat: string; readonly times: number };

interface RecordedEntry {
  readonly scope: string;
  readonly name: string;
  readonly description?: Repeated;
  readonly when_to_use?: Repeated;
  readonly body?: Repeated;
  /** Further lines of the front matter. */
  readonly fm?: string;
}

interface ListingCase {
  readonly id: string;
  readonly model: string;
  readonly entries: readonly RecordedEntry[];
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: object;
  readonly usage?: Readonly<Record<string, readonly [count: number, days: number | null]>>;
  readonly nobundled?: boolean;
  readonly sent_model: string;
  readonly log: { readonly skills: number; readonly chars: number; readonly budget: number } | null;
  readonly described: readonly string[];
  readonly bare: readonly string[];
  readonly units: number;
  readonly lines?: string;
  readonly bundled: 'one' | 'all';
}

const { cases } = JSON.parse(
  readFileSync('test/language/tools/claudeCode/cases/listing/listings.json', 'utf8'),
) as {
  cases: readonly ListingCase[];
};

const whole = (text: Repeated): string => (typeof text === 'string' ? text : text.repeat.repeat(text.times));

/** The file of an entry, as the recording wrote it. */
function textOf({ description, when_to_use, body, fm }: RecordedEntry): string {
  const lines = [
    ...(description === undefined ? [] : [`description: ${JSON.stringify(whole(description))}`]),
    ...(when_to_use === undefined ? [] : [`when_to_use: ${JSON.stringify(whole(when_to_use))}`]),
    ...(fm === undefined ? [] : [fm]),
  ];
  return `---\n${lines.join('\n')}\n---\n${body === undefined ? 'body' : whole(body)}\n`;
}

/** The entries as they are read from files; those of the user lie in a project of their own. */
function entriesOf(recorded: readonly RecordedEntry[]): ListedEntry[] {
  const inProject = (scope: string) =>
    recorded
      .filter(entry => entry.scope === scope || entry.scope === `${scope}-command`)
      .map(entry => ({
        path: entry.scope.endsWith('-command')
          ? `.claude/commands/${entry.name}.md`
          : `.claude/skills/${entry.name}/SKILL.md`,
        text: textOf(entry),
      }));
  const names = [
    ...new Set(recorded.flatMap(({ scope }) => /^plugin(?:-command)?:(.*)$/.exec(scope)?.[1] ?? [])),
  ];
  // As the recording named them on the command line.
  const plugins = names
    .sort((a, b) => Number(b === 'kit') - Number(a === 'kit'))
    .map(name => ({
      folder: name,
      path: `/${name}/`,
      files: recorded
        .filter(({ scope }) => scope === `plugin:${name}` || scope === `plugin-command:${name}`)
        .map(entry => ({
          path: entry.scope.startsWith('plugin-command')
            ? `commands/${entry.name}.md`
            : `skills/${entry.name}/SKILL.md`,
          text: textOf(entry),
        })),
    }));
  const ofUser = claudeListing
    .read(inProject('user'), [])
    .map(entry => ({ ...entry, scope: 'user' as const }));
  return [...ofUser, ...claudeListing.read(inProject('project'), plugins)];
}

test(`lists skills as Claude Code 2.1.329 sent them, recorded 2026-11-29`, t => {
  const failures: string[] = [];
  for (const recorded of cases) {
    const { id, model, entries, env, settings, usage, nobundled, log, described, bare, lines } = recorded;
    const ours = claudeListing.list(entriesOf(entries), {
      model,
      withoutBundled: nobundled,
      settings: [JSON.stringify({ ...settings, env })],
      usage: new Map(
        Object.entries(usage ?? {}).map(([name, [count, days]]) => [
          name,
          { count, ...(days !== null && { days }) },
        ]),
      ),
    });
    const sent = ours.entries.map(({ line }) => line!);
    const isOver = ours.total > ours.budget!;
    const expected = {
      model: recorded.sent_model,
      log,
      described,
      bare,
      ...(lines !== undefined && { lines }),
      ...(recorded.bundled === 'one' && { units: recorded.units }),
    };
    const names = (isBare: boolean) =>
      ours.entries.filter(({ sent }) => (sent === 'nameOnly') === isBare).map(({ name }) => name);
    const found = {
      model: ours.model,
      log: isOver
        ? { skills: ours.entries.length + ours.bundled.count, chars: ours.total, budget: ours.budget }
        : null,
      described: names(false),
      bare: names(true),
      ...(lines !== undefined && {
        lines: createHash('sha256').update(sent.join('\n')).digest('hex').slice(0, 16),
      }),
      ...(recorded.bundled === 'one' && {
        units: sent.reduce((sum, line) => sum + line.length + 1, 0) + ours.bundled.size,
      }),
    };
    try {
      assert.deepStrictEqual(found, expected);
    } catch {
      failures.push(`${id}\n  tool: ${JSON.stringify(expected)}\n  ours: ${JSON.stringify(found)}`);
    }
  }
  t.diagnostic(`${cases.length - failures.length} of ${cases.length} listings`);
  assert.equal(failures.length, 0, failures.slice(0, 25).join('\n'));
});
