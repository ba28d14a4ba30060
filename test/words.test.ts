import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { globSync } from 'tinyglobby';

// The word list for what consists of several words, or is wrong only in a context. `cspell.json` has the single words.
const terms: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bblanks\b|\b(?:an?|one|two|the|no|by|trailing|leading) blank\b(?![- ](?:line|file|row|item))/i, 'space'],
  [/\bsmall letters?\b/i, 'lowercase letter'],
  [/\btruth values?\b/i, 'boolean'],
  [/\b(?:opening|closing|lone|early|front matter) fences?\b/i, 'front matter delimiter'],
  [
    /\b(?:LoadNotes?|NoteTaker|EditorFacts|editorProvides)\b/,
    'issue, IssueCollector, client info, builtInSupport',
  ],
  [/\b(?:lookAround|Surroundings|leftAlone)\b/, 'ancestor configuration discovery, excluded'],
  [/\b(?:quickStart|whenUsed)\b|[wW]hen-?[uU]sed\b/, 'compile cache, lazy'],
  [/\b(?:hold|holds|held|holding)(?: \S+){1,4} against\b/i, 'check a file for a tool'],
  [/\b(?:take|takes) (?:it|them|this) as\b|\b(?:make|makes|made) of it\b/i, 'reads it as, loads it as'],
  [/(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b|such\b)/i, 'is not an X'],
  [/(?<!\bthere )\b(?:is|are) none\b/i, 'is not an X'],
  [/\bwithout a word\b|\bin silence\b/i, 'silently'],
  [/\bkeys? of (?:your|its|their|one’s|the \S+) own\b/i, 'custom key'],
];

/** The lines of `text` that use a term which the word list replaces, with what to write instead. */
function found(name: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      terms
        .filter(([pattern]) => pattern.test(line))
        .map(([pattern, instead]) => `${name}:${index + 1}: ${pattern.exec(line)![0]} → ${instead}`),
    );
}

test('sources, messages and documentation use the terms of the word list', () => {
  const files = globSync(
    [
      '{server,client,test,bench,scripts,docs,syntaxes,.ci}/**/*.{ts,mjs,md,css,json,sh}',
      '*.{md,mjs,json}',
      '!package-lock.json',
      '!test/fixtures',
      '!test/**/cases',
      '!test/words.test.ts',
    ],
    { dot: true },
  );
  assert.ok(files.length > 500, `${files.length} files`);
  assert.deepEqual(
    files.flatMap(file => found(file, readFileSync(file, 'utf8'))),
    [],
  );
});

/** The last commit whose subject nobody checked. */
const unchecked = '03c58e8';

test('subjects of commits are short and use the terms of the word list', context => {
  const { status, stdout } = spawnSync('git', ['log', '--format=%h %s', `${unchecked}..HEAD`], {
    encoding: 'utf8',
  });
  if (status !== 0) return context.skip('the history is not here');
  const subjects = stdout.trim().split('\n').filter(Boolean);
  const long = subjects.filter(subject => subject.length > '1234567 '.length + 60);
  assert.deepEqual([...long, ...subjects.flatMap(subject => found('commit', subject))], []);
});
