import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../../server/src/language/features/codeActions.ts';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { issueCodes } from '../../../server/src/language/loading/issueCodes.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { annotate, readAnnotations } from '../../support/annotations.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

for (const rule of rules) {
  test(`${rule.id}: its examples do what they say`, () => {
    assert.match(rule.id, /^(no|use)[A-Z][A-Za-z]+$/);
    assert.ok(rule.sources.length > 0, 'where it is known from');
    assert.ok(rule.why.length > 40, 'a sentence on why it matters');
    const { invalid, valid } = rule.examples;
    assert.ok(invalid.length > 0, 'an example of what it reports');
    assert.ok(
      valid.some(fine => invalid.some(({ dialect }) => dialect === fine.dialect)),
      'an example of what it does not report, in a dialect in which it reports something',
    );
    for (const example of invalid) {
      const { text } = readAnnotations(example.text);
      const found = diagnose(snapshotOf(text, example)).filter(diagnostic => diagnostic.rule === rule);
      const shown = found.map(({ range, severity }) => ({ range, severity, rule: '' }));
      assert.equal(annotate(text, shown), example.text, found.map(({ message }) => message).join('\n'));
      assert.equal(found.length, 1, example.text);
      const [fix] = fixesOf(found[0]!);
      assert.equal(fix && applyFix(text, fix), example.fixed, `the first fix of\n${text}`);
    }
    for (const example of valid) {
      const found = diagnose(snapshotOf(example.text, example)).filter(
        diagnostic => diagnostic.rule === rule,
      );
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
        example.text,
      );
    }
  });
}

test('every cause that a loader can name belongs to exactly one rule', () => {
  for (const code of Object.keys(issueCodes)) {
    const owners = rules.filter(rule => rule.codes?.some(issue => issue === code)).map(rule => rule.id);
    assert.equal(owners.length, 1, `${code}: ${owners.join(', ') || 'no rule'}`);
  }
});

test('rules are listed by name', () => {
  const ids = rules.map(rule => rule.id);
  assert.deepEqual(ids, [...ids].sort());
});
