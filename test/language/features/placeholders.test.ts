import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claudeCommand } from '../../../server/src/language/tools/claudeCode/command.ts';
import { claudeMemory } from '../../../server/src/language/tools/claudeCode/memory.ts';
import { claudeRule } from '../../../server/src/language/tools/claudeCode/rule.ts';
import { checkApplied, checkCompletions } from '../../support/completions.ts';
import { hover } from '../../support/hover.ts';

const command = { dialect: claudeCommand };
const declared = (body: string) => `---\narguments: issue branch\n---\n${body}\n`;

test('arguments declared in the front matter have completion and hover', () => {
  checkCompletions(
    declared('Fix $is¦'),
    '$issue | Argument 1, by the name that `arguments` gives it.',
    command,
  );
  checkApplied(declared('Fix $b¦'), '$branch', declared('Fix $branch'), command);
  assert.match(hover(declared('Fix $bra¦nch now'), command)!.markdown, /Argument 2/);
  assert.equal(hover('Fix $bra¦nch now\n', command), undefined);
});

test('placeholders with a free part have a hover for any text of it', () => {
  const about = (text: string, options = command) => hover(text, options)?.about;
  assert.equal(about('Take $ARGUM¦ENTS[3].\n'), '$ARGUMENTS[3]');
  assert.equal(about('Take $1¦2.\n'), '$12');
  assert.equal(about('On !`git¦ status`.\n'), '!`git');
  assert.equal(about('See @docs/sty¦le.md.\n'), '@docs/style.md');
  assert.equal(about('See @docs/sty¦le.md.\n', { dialect: claudeMemory }), '@docs/style.md');
  assert.equal(about('Ask @ali¦ce.\n', { dialect: claudeMemory }), undefined);
  assert.equal(about('Take $ARG¦UMENTS.\n', { dialect: claudeRule }), undefined);
});

test('the snippet of a placeholder inserts its dollar sign', () => {
  checkApplied('Take $ARGUMENTS[¦\n', '$ARGUMENTS[0]', 'Take $ARGUMENTS[0]\n', command);
});
