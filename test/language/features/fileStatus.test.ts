import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose, type RuleSettings } from '../../../server/src/language/features/diagnostics.ts';
import {
  displaySeverityElsewhere,
  displaySeverityOf,
} from '../../../server/src/language/features/displaySeverity.ts';
import { fileStatus } from '../../../server/src/language/features/fileStatus.ts';
import { verdictOf } from '../../../server/src/language/features/verdict.ts';
import { issue, sampleSnapshot } from '../preview/sampleSnapshot.ts';

const text = '---\nname: reviewer\ndescription: Reviews.\ntools: 5\n---\nYou review.\n';
type Load = Parameters<typeof sampleSnapshot>[1];
type Issue = Parameters<typeof issue>[2];

const withIssues = (...issues: readonly [target: string, rest: Issue][]): NonNullable<Load> => ({
  issues: issues.map(([target, rest]) => issue(text, target, rest)),
});
const refused: Issue = { code: 'name.missing', effect: 'rejected', problem: 'No name.' };
const cases: [what: string, load: Load, outcome: string, status: string, severity: string, reason: string][] =
  [
    ['as written', {}, 'loads', 'loads as reviewer', 'information', ''],
    ['without a name', { name: null }, 'loads', 'loads', 'information', ''],
    [
      'worth a note',
      withIssues(['tools', { code: 'key.unknown', effect: 'noted' }]),
      'loads',
      'loads as reviewer',
      'information',
      '',
    ],
    [
      'with a lost and a leaked value',
      withIssues(
        ['name', { code: 'key.unknown', effect: 'noted' }],
        ['tools', { code: 'value.type', effect: 'ignored', problem: 'Lost.' }],
        ['5', { code: 'key.unknown', effect: 'leaked', problem: 'Leaked.' }],
      ),
      'changed',
      'loads with changes',
      'warning',
      'Lost. (and 1 more)',
    ],
    [
      'without a limit',
      withIssues(
        ['name', { code: 'value.type', effect: 'ignored' }],
        ['5', { code: 'tools.ineffective', effect: 'unrestricted', problem: 'Every tool.' }],
      ),
      'unrestricted',
      'loads with changes',
      'error',
      'Every tool.',
    ],
    [
      'with all of a tool instead of a part',
      withIssues(['5', { code: 'tools.specifier', effect: 'unrestricted', problem: 'All of Bash.' }]),
      'unrestricted',
      'loads with changes',
      'error',
      'All of Bash.',
    ],
    [
      'with a loss that is a hint to its rule',
      withIssues(['5', { code: 'value.color', effect: 'ignored', problem: 'No color.' }]),
      'changed',
      'loads with changes',
      'information',
      'No color.',
    ],
    [
      'without a model',
      withIssues(['5', { code: 'value.model', effect: 'fails', problem: 'No such model.' }]),
      'fails',
      'loads, but fails when it is used',
      'error',
      'No such model.',
    ],
    [
      'rejected',
      { loads: false, ...withIssues(['name', refused], ['5', { code: 'value.type', effect: 'ignored' }]) },
      'rejected',
      'will not load',
      'error',
      'No name.',
    ],
    [
      'the end of every agent',
      { loads: false, ...withIssues(['5', { ...refused, effect: 'crashes' }]) },
      'rejected',
      'will not load',
      'error',
      'No name.',
    ],
    ['switched off', { loads: false }, 'rejected', 'will not load', 'information', ''],
    [
      'not meant',
      { loads: false, ignored: true },
      'notMeant',
      'not read as an agent file',
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

test('the status is one short line for any file', () => {
  const name = `a\n${'b'.repeat(10_000)}`;
  const status = fileStatus(
    sampleSnapshot(text, {
      name,
      ...withIssues(['5', { code: 'value.type', effect: 'noted', problem: 'x\n'.repeat(9999) }]),
    }),
    [],
  );
  assert.ok(status.text.length <= 'loads as '.length + 20);
  assert.ok(!/\n/.test(status.text + status.detail + status.reason));
});

test('a status is as severe as the diagnostics about its reasons', () => {
  const said = (load: Load, settings: RuleSettings = {}) => {
    const snapshot = sampleSnapshot(text, load);
    return displaySeverityOf(verdictOf(snapshot), diagnose(snapshot, settings));
  };
  const isRefused = { loads: false, ...withIssues(['name', refused]) };
  assert.equal(said({}), 'good');
  assert.equal(said(isRefused), 'error');
  const heard = isRefused.issues!.map(known => ({ ...known, evidence: 'secondHand' as const }));
  assert.equal(said({ ...isRefused, issues: heard }), 'warning', 'what is known at second hand');
  assert.equal(said(isRefused, { useName: 'warning' }), 'warning', 'what a user wants as a warning');
  assert.equal(said(isRefused, { useName: 'off' }), 'information', 'what a user does not want to hear');
  const lesser: [string, Issue] = ['5', { code: 'tools.specifier', effect: 'unrestricted' }];
  const other: [string, Issue] = ['tools', { code: 'key.unknown', effect: 'noted' }];
  assert.equal(said(withIssues(lesser, other), { noUnknownKey: 'warning' }), 'error', 'another reason');
});

test('the status for a target is never an error', () => {
  const elsewhere = (load: Load) => displaySeverityElsewhere(verdictOf(sampleSnapshot(text, load)));
  assert.equal(elsewhere({}), 'good');
  assert.equal(elsewhere({ loads: false, ...withIssues(['name', refused]) }), 'warning');
  assert.equal(
    elsewhere(withIssues(['5', { code: 'tools.ineffective', effect: 'unrestricted' }])),
    'warning',
  );
  assert.equal(elsewhere(withIssues(['5', { code: 'key.unknown', effect: 'leaked' }])), 'information');
});
