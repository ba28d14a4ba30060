import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose, type RuleSettings } from '../../../server/src/language/features/diagnostics.ts';
import { fileStatus } from '../../../server/src/language/features/fileStatus.ts';
import { toneElsewhere, toneOf } from '../../../server/src/language/features/tone.ts';
import { verdictOf } from '../../../server/src/language/features/verdict.ts';
import { note, sampleSnapshot } from '../preview/sampleSnapshot.ts';

const text = '---\nname: reviewer\ndescription: Reviews.\ntools: 5\n---\nYou review.\n';
type Load = Parameters<typeof sampleSnapshot>[1];
type Note = Parameters<typeof note>[2];

const withNotes = (...notes: readonly [target: string, rest: Note][]): NonNullable<Load> => ({
  notes: notes.map(([target, rest]) => note(text, target, rest)),
});
const refused: Note = { code: 'name.missing', effect: 'refused', message: 'No name.' };
const cases: [what: string, load: Load, outcome: string, status: string, severity: string, reason: string][] =
  [
    ['as written', {}, 'loads', 'loads as reviewer', 'information', ''],
    ['without a name', { name: null }, 'loads', 'loads', 'information', ''],
    [
      'worth a note',
      withNotes(['tools', { code: 'key.unknown', effect: 'noted' }]),
      'loads',
      'loads as reviewer',
      'information',
      '',
    ],
    [
      'with a lost and a leaked value',
      withNotes(
        ['name', { code: 'key.unknown', effect: 'noted' }],
        ['tools', { code: 'value.type', effect: 'lost', message: 'Lost.' }],
        ['5', { code: 'key.unknown', effect: 'leaked', message: 'Leaked.' }],
      ),
      'altered',
      'loads with changes',
      'warning',
      'Lost. (and 1 more)',
    ],
    [
      'without a limit',
      withNotes(
        ['name', { code: 'value.type', effect: 'lost' }],
        ['5', { code: 'tools.ineffective', effect: 'widened', message: 'Every tool.' }],
      ),
      'widened',
      'loads with changes',
      'error',
      'Every tool.',
    ],
    [
      'without a limit, of which its rule only warns',
      withNotes(['5', { code: 'tools.specifier', effect: 'widened', message: 'All of Bash.' }]),
      'widened',
      'loads with changes',
      'warning',
      'All of Bash.',
    ],
    [
      'with a loss that is a hint to its rule',
      withNotes(['5', { code: 'value.color', effect: 'lost', message: 'No colour.' }]),
      'altered',
      'loads with changes',
      'information',
      'No colour.',
    ],
    [
      'without a model',
      withNotes(['5', { code: 'value.model', effect: 'fails', message: 'No such model.' }]),
      'fails',
      'loads, and fails when it is used',
      'error',
      'No such model.',
    ],
    [
      'refused',
      { loads: false, ...withNotes(['name', refused], ['5', { code: 'value.type', effect: 'lost' }]) },
      'refused',
      'will not load',
      'error',
      'No name.',
    ],
    [
      'the end of every agent',
      { loads: false, ...withNotes(['5', { ...refused, effect: 'app' }]) },
      'refused',
      'will not load',
      'error',
      'No name.',
    ],
    ['switched off', { loads: false }, 'refused', 'will not load', 'information', ''],
    [
      'not meant',
      { loads: false, ignored: true },
      'notMeant',
      'not taken for an agent file',
      'information',
      '',
    ],
  ];

for (const [what, load, outcome, status, severity, reason] of cases) {
  test(`the status of a file: ${what}`, () => {
    const snapshot = sampleSnapshot(text, load);
    assert.equal(verdictOf(snapshot).outcome, outcome);
    assert.deepEqual(fileStatus(snapshot, diagnose(snapshot)), {
      text: status,
      detail: 'Sample Tool 1',
      reason,
      severity,
    });
  });
}

test('the status of an empty file', () => {
  assert.equal(fileStatus(sampleSnapshot('\uFEFF \n', { loads: false }), []).text, 'empty');
});

test('the status is short, on one line, whatever the file says', () => {
  const name = `a\n${'b'.repeat(10_000)}`;
  const status = fileStatus(
    sampleSnapshot(text, {
      name,
      ...withNotes(['5', { code: 'value.type', effect: 'noted', message: 'x\n'.repeat(9999) }]),
    }),
    [],
  );
  assert.ok(status.text.length <= 'loads as '.length + 20);
  assert.ok(!/\n/.test(status.text + status.detail + status.reason));
});

test('a verdict is as severe as what is said of its reasons', () => {
  const said = (load: Load, settings: RuleSettings = {}) => {
    const snapshot = sampleSnapshot(text, load);
    return toneOf(verdictOf(snapshot), diagnose(snapshot, settings));
  };
  const isRefused = { loads: false, ...withNotes(['name', refused]) };
  assert.equal(said({}), 'good');
  assert.equal(said(isRefused), 'error');
  const heard = isRefused.notes!.map(known => ({ ...known, evidence: 'secondHand' as const }));
  assert.equal(said({ ...isRefused, notes: heard }), 'warning', 'what is known at second hand');
  assert.equal(said(isRefused, { useName: 'warning' }), 'warning', 'what a user wants as a warning');
  assert.equal(said(isRefused, { useName: 'off' }), 'information', 'what a user does not want to hear');
  const lesser: [string, Note] = ['5', { code: 'tools.specifier', effect: 'widened' }];
  const other: [string, Note] = ['tools', { code: 'key.unknown', effect: 'noted' }];
  assert.equal(said(withNotes(lesser, other), { noUnknownKey: 'error' }), 'warning', 'another reason');
});

test('no verdict of another tool is an error', () => {
  const elsewhere = (load: Load) => toneElsewhere(verdictOf(sampleSnapshot(text, load)));
  assert.equal(elsewhere({}), 'good');
  assert.equal(elsewhere({ loads: false, ...withNotes(['name', refused]) }), 'warning');
  assert.equal(elsewhere(withNotes(['5', { code: 'tools.ineffective', effect: 'widened' }])), 'warning');
  assert.equal(elsewhere(withNotes(['5', { code: 'key.unknown', effect: 'leaked' }])), 'information');
});
