import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types';
import { applyFix, codeActionsAt } from '../../server/src/language/features/codeActions.ts';
import { plainMessage } from '../../server/src/language/features/describe.ts';
import { diagnose, fixesOf } from '../../server/src/language/features/diagnostics.ts';
import { toLspDiagnostic } from '../../server/src/language/features/lspDiagnostics.ts';
import type { Rule } from '../../server/src/language/rules/rule.ts';
import { type Snapshot, withText } from '../../server/src/language/snapshot.ts';
import { readAnnotations } from './annotations.ts';
import { snapshotOf } from './diagnostics.ts';

const severities = Object.fromEntries(
  Object.entries(DiagnosticSeverity).map(([name, value]) => [value, name.toLowerCase()]),
);
const tags = Object.fromEntries(
  Object.entries(DiagnosticTag).map(([name, value]) => [value, name.toLowerCase()]),
);

/** Writes out what a client receives for an invalid example: its diagnostic, the quick fixes and the suppression. */
export function publishedExample(rule: Rule, index: number): string {
  const example = rule.examples.invalid[index]!;
  const snapshot = snapshotOf(readAnnotations(example.text).text, example);
  const { document } = snapshot;
  const [found, ...more] = diagnose(snapshot).filter(diagnostic => diagnostic.rule === rule);
  assert.ok(found && more.length === 0, `${rule.id}: one diagnostic`);
  const { range, severity, source, code, codeDescription, message, ...rest } = toLspDiagnostic(
    document,
    found,
  );
  const { tags: itsTags = [], relatedInformation = [], ...unexpected } = rest;
  assert.deepEqual(unexpected, {}, 'every field of the diagnostic is written out');
  assert.deepEqual([source, code, typeof message], ['agent-files', rule.id, 'string']);
  assert.match(codeDescription!.href, new RegExp(`/docs/rules\\.md#${rule.id.toLowerCase()}$`));
  const marks = itsTags.map(tag => ` [${tags[tag]}]`).join('');
  return [
    `== ${rule.id} ${index + 1}: ${snapshot.path.replace('/project/', '')} (${example.dialect})`,
    `${severities[severity!]} ${written(range)}${marks}: ${quoted(document.slice(found.range))}`,
    message,
    ...relatedInformation.map(({ location, message: why }) => {
      const file = location.uri.replace('file:///project/', '');
      return `related: ${file} ${written(location.range)}: ${why}`;
    }),
    ...fixLines(snapshot, rule),
    `suppression: ${suppression(snapshot, rule)}`,
  ].join('\n');
}

/** The quick fixes as code actions offer them, in their order. */
function fixLines(snapshot: Snapshot, rule: Rule): string[] {
  const { document } = snapshot;
  const [found] = diagnose(snapshot).filter(diagnostic => diagnostic.rule === rule);
  const fixes = fixesOf(found!);
  const configuration = { uri: 'file:///project/.agentfilesrc' };
  const actions = codeActionsAt(snapshot, found!.range, {}, { configuration }).filter(
    ({ diagnostics }) => diagnostics?.[0]?.code === rule.id,
  );
  assert.deepEqual(
    actions.map(({ title }) => title),
    fixes.map(({ title }) => plainMessage(title)),
  );
  return actions.map(({ title, kind, isPreferred, edit, diagnostics }, index) => {
    assert.equal(kind, 'quickfix');
    assert.deepEqual(diagnostics, [toLspDiagnostic(document, found!)]);
    if (fixes[index]!.declares) {
      assert.equal(edit!.documentChanges?.length, 2, title);
      return `fix: ${title} [in .agentfilesrc]`;
    }
    const before = TextDocument.create(document.uri, 'markdown', 1, document.text);
    const after = TextDocument.applyEdits(before, edit!.changes![document.uri]!);
    assert.equal(after, applyFix(document.text, fixes[index]!), title);
    const marks = `${fixes[index]!.safe ? ' [safe]' : ''}${isPreferred ? ' [preferred]' : ''}`;
    return `fix: ${title}${marks}`;
  });
}

/** Says what the comment that suppresses a rule on the next line does to the diagnostic. */
function suppression(snapshot: Snapshot, rule: Rule): string {
  const { document } = snapshot;
  if (document.format === 'json') return 'not possible in JSON, which has no comments';
  const [found] = diagnose(snapshot).filter(diagnostic => diagnostic.rule === rule);
  const { line } = document.toRange(found!.range).start;
  const isPossible = line > 0;
  if (!isPossible) return 'not possible on the first line';
  const inBody = found!.range.start >= document.frontMatter.body.start;
  const directive = `agent-files-disable-next-line ${rule.id}`;
  const comment = inBody ? `<!-- ${directive} -->` : `# ${directive}`;
  const lines = document.text.split('\n');
  const above = (text: string): number => {
    const after = [...lines.slice(0, line), text, ...lines.slice(line)].join('\n');
    return diagnose(withText(snapshot, after)).filter(diagnostic => diagnostic.rule === rule).length;
  };
  const other = above(comment.replace(rule.id, 'noSuchRule'));
  assert.equal(other > 0, true, `${rule.id}: a comment for another rule does not suppress it`);
  return `${comment} ${above(comment) === 0 ? 'suppresses it' : 'does not suppress it'}`;
}

function written({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** The text in quotes, with escapes for characters that cannot be seen. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cf}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
