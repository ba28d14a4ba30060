import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompletionItem, InsertTextFormat, type TextEdit } from 'vscode-languageserver-types';
import type { Dialect } from '../../../server/src/language/dialect/dialect.ts';
import type { Field } from '../../../server/src/language/dialect/field.ts';
import { fieldsOf } from '../../../server/src/language/dialect/fieldTable.ts';
import { placeFor } from '../../../server/src/language/dialect/place.ts';
import { plainTextOf } from '../../../server/src/language/features/completion/snippet.ts';
import { completionsAt } from '../../../server/src/language/features/completions.ts';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { dialects } from '../../../server/src/language/tools/index.ts';
import { readCaret } from '../../support/caret.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

/** Offers that are right only together with something that the template does not have. */
const conditional: Readonly<Record<string, string>> = {
  'claude-subagent ExitPlanMode': 'counts with `permissionMode: plan`',
  'claude-plugin-agent ExitPlanMode': 'is of no use alone',
  'claude-subagent Read': 'is taken away again: the template grants it',
  'claude-subagent Grep': 'is taken away again: the template grants it',
  'claude-subagent Glob': 'is taken away again: the template grants it',
  'claude-plugin-agent Read': 'is taken away again: the template grants it',
  'claude-plugin-agent Grep': 'is taken away again: the template grants it',
  'claude-plugin-agent Glob': 'is taken away again: the template grants it',
  'claude-subagent TaskOutput': 'is off by default, and offered last as deprecated',
  'claude-plugin-agent TaskOutput': 'is off by default, and offered last as deprecated',
  ...Object.fromEntries(
    ['copilot-agent', 'copilot-chatmode'].flatMap(dialect =>
      ['agents', 'ask', 'edit', 'agent', 'plan'].map(label => [
        `${dialect} ${label}`,
        'counts with the tool `agent`',
      ]),
    ),
  ),
  'claude-output-style force-for-plugin': 'counts in a plugin',
  'gemini-agent auth': 'counts with `kind: remote`',
  'gemini-agent agent_card_url': 'counts with `kind: remote`',
  'gemini-agent agent_card_json': 'counts with `kind: remote`',
  'gemini-agent remote': 'wants other keys than the template has',
  'qwen-agent read_file': 'is taken away again: the template grants it',
  'qwen-agent grep_search': 'is taken away again: the template grants it',
  'qwen-agent executor': 'goes without `tools`, which the template has',
  'factory-droid reasoningEffort': 'counts with a model of the droid’s own',
  'factory-droid low': 'counts with a model of the droid’s own',
  'factory-droid medium': 'counts with a model of the droid’s own',
  'factory-droid high': 'counts with a model of the droid’s own',
  'letta-agent default': 'counts without quotes: Letta Code reads no YAML',
  'letta-agent memory-subagent': 'counts without quotes: Letta Code reads no YAML',
  'kiro-steering fileMatchPattern': 'counts with `inclusion: fileMatch`',
};

/** What an author may write into a place that an offer leaves empty. */
const fillings = ['"text"', '1', '1.0', 'https://example.com'];

for (const dialect of dialects)
  test(`${dialect.id}: no completion item causes a diagnostic when it is accepted`, () => {
    const errors = [...placesIn(dialect)].flatMap(marked => errorsOf(dialect, marked));
    assert.deepEqual([...new Set(errors)], []);
  });

/** A new file with the cursor behind everything that can stand at the top level or one level below. */
function* placesIn(dialect: Dialect): Generator<string> {
  const front = plainTextOf(dialect.template).split(/^---\n/m)[1];
  if (front === undefined) return;
  const around = (text: string, without?: string) => {
    const kept = without === undefined ? front : front.replace(new RegExp(`^${without}:.*\\n`, 'm'), '');
    return `---\n${kept}${text}\n---\n\nYou do this and that, and do it well.\n`;
  };
  yield around('¦');
  for (const field of fieldsOf(dialect).fields.filter(({ meta }) => !meta.hidden))
    for (const text of beginnings(field)) yield around(text, field.name);
}

/** The ways to begin the value of a field, as far as it has a value of that shape. */
function beginnings({ name, types, item, fields, keys }: Field): string[] {
  const scalar = types.length === 0 || types.some(type => type !== 'list' && type !== 'map');
  return [
    `${name}: ¦`,
    `${name}: "¦"`,
    `${name}: [¦]`,
    ...(item ? [`${name}: ["¦"]`, `${name}:\n  - ¦`, `${name}:\n  ¦`] : []),
    ...(fields.length + keys.length > 0 ? [`${name}:\n  ¦`] : []),
    ...(scalar ? [`${name}: '¦'`] : []),
  ];
}

function errorsOf(dialect: Dialect, marked: string): string[] {
  const { text, offset } = readCaret(marked);
  const snapshot = snapshotOf(text, placeOf(dialect));
  const before = complaints(dialect, text);
  return completionsAt(snapshot, offset).flatMap(({ item }) => {
    if (`${dialect.id} ${item.label}` in conditional) return [];
    const texts = new Set(fillings.map(filling => applied(snapshot.document, item, filling)));
    const ways = [...texts].map(after =>
      complaints(dialect, after)
        .filter(complaint => !before.includes(complaint))
        .map(
          complaint =>
            `${item.label} in ${marked.split('\n').find(line => line.includes('¦'))}: ${complaint}`,
        ),
    );
    return ways.find(errors => errors.length === 0) ?? ways[0]!;
  });
}

const placeOf = (dialect: Dialect) => ({ path: placeFor(dialect, 'my-agent'), dialect: dialect.id });

/** Errors and warnings, but for keys that are still to come beside the one that was taken. */
function complaints(dialect: Dialect, text: string): string[] {
  return diagnose(snapshotOf(text, placeOf(dialect)))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule }) => rule.id !== 'useRequiredKey')
    .map(({ rule, message }) => `${rule.id}: ${message}`);
}

/** The text after an item was taken, its empty places filled in. */
function applied(
  document: { text: string; offsetAt(position: TextEdit['range']['start']): number },
  item: CompletionItem,
  filling: string,
): string {
  const { range, newText } = item.textEdit as TextEdit;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const line = document.text.slice(document.text.lastIndexOf('\n', start - 1) + 1, start);
  const filled = newText.replace(/(^|[ \n])\$(?:\{[1-9]\}|[1-9])(?=\n|$)/g, `$1${filling}`);
  const plain = item.insertTextFormat === InsertTextFormat.Snippet ? plainTextOf(filled) : newText;
  const inserted = plain.replaceAll('\n', `\n${/^ */.exec(line)![0]}`);
  return document.text.slice(0, start) + inserted + document.text.slice(end);
}
