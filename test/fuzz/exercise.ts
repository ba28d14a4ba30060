// Whatever the server and the command line do with a file, without their shells.
import assert from 'node:assert/strict';
import { headOf } from '../../server/src/language/collections/fileHead.ts';
import { readConfigurationFile } from '../../server/src/language/configuration.ts';
import { declareFields, turnOff } from '../../server/src/language/configurationEdits.ts';
import { globMatcher } from '../../server/src/language/dialect/glob.ts';
import { placeFor } from '../../server/src/language/dialect/place.ts';
import { isSign, namedPathsIn, pluginsInListing } from '../../server/src/language/dialect/plugins.ts';
import { AgentDocument } from '../../server/src/language/document/agentDocument.ts';
import { importedPaths } from '../../server/src/language/document/imports.ts';
import { codeActionsAt } from '../../server/src/language/features/codeActions.ts';
import { completionsAt } from '../../server/src/language/features/completions.ts';
import { diagnose } from '../../server/src/language/features/diagnostics.ts';
import { fileStatus } from '../../server/src/language/features/fileStatus.ts';
import { fixAll } from '../../server/src/language/features/fixAll.ts';
import { hoverAt } from '../../server/src/language/features/hover.ts';
import { diagnoseForAll } from '../../server/src/language/features/targetDiagnostics.ts';
import { readForTargets, targetNames } from '../../server/src/language/features/targets.ts';
import { renderPreview } from '../../server/src/language/preview/index.ts';
import { applyChanges } from '../../server/src/language/rules/edits/outcome.ts';
import type { TextChange } from '../../server/src/language/rules/rule.ts';
import { takeSnapshot } from '../../server/src/language/snapshot.ts';
import { clineAgent } from '../../server/src/language/tools/cline/loader/cline.ts';
import { codexAgent } from '../../server/src/language/tools/codex/loader/codex.ts';
import { dialects } from '../../server/src/language/tools/index.ts';
import type { FuzzInput } from './grammar.ts';

/** Reads a file in every way. Throws what any of them throws, and where a result cannot be right. */
export function exercise({ kind, dialect, choice, text }: FuzzInput): void {
  if (kind === 'configuration') exerciseConfiguration(text);
  else if (kind === 'manifest') exerciseManifest(text);
  else exerciseAgent(text, dialect, choice);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined, 'a prototype was changed');
}

function exerciseAgent(text: string, at: number, choice: number): void {
  const dialect = dialects[at]!;
  const path = `/project/${placeFor(dialect, 'agent')}`;
  const document = AgentDocument.of(text, `file://${encodeURI(path)}`);
  const snapshot = takeSnapshot(document, dialect, path);
  const found = diagnose(snapshot);
  for (const { range, message } of found) {
    assert.ok(
      0 <= range.start && range.start <= range.end && range.end <= text.length,
      `range of "${message}"`,
    );
  }
  const whole = { start: 0, end: text.length };
  // The tool is asked about each fix, which costs most.
  if (choice % 8 === 0) {
    codeActionsAt(snapshot, whole);
    changed(text, fixAll(snapshot));
  }
  fileStatus(snapshot, found);
  if (choice % 2 === 0) renderPreview(snapshot, found, document.uri);
  for (const offset of [choice % (text.length + 1), Math.floor(text.length / 3)]) {
    completionsAt(snapshot, offset);
    hoverAt(snapshot, offset);
  }
  importedPaths(text, whole, path);
  headOf(path, text);
  // Tools whose files have no dialect.
  if (choice % 4 === 0)
    for (const loader of [codexAgent, clineAgent])
      loader.load({ document, path: '/project/.x/agents/agent.md' });
  // Reads the file as all tools do.
  if (choice % 40 === 1) diagnoseForAll(snapshot, readForTargets(snapshot, targetNames(), {}));
}

function exerciseConfiguration(text: string): void {
  const { configuration, errors } = readConfigurationFile(text);
  for (const { range, message } of errors)
    assert.ok(
      0 <= range.start && range.start <= range.end && range.end <= text.length,
      `range of "${message}"`,
    );
  for (const glob of [...configuration.ignore, ...Object.keys(configuration.associations)])
    globMatcher(glob.replace(/^!/, ''))(`/project/${'a'.repeat(40)}/${'a/'.repeat(20)}b.md`);
  changed(text, declareFields(text, ['a', 'fields', '"']) ?? []);
  const off = turnOff(text, 'noUnknownKey');
  changed(text, off ? [off] : []);
}

function exerciseManifest(text: string): void {
  namedPathsIn(text, ['agents', 'commands', 'skills']);
  pluginsInListing(text, '/project/', 'plugin.json', ['agents', 'commands', 'skills']);
  isSign(text, 'name');
}

/** Applies changes, which lie in the text and apart from each other. */
function changed(text: string, changes: readonly TextChange[]): string {
  const spans = changes.map(({ range }) => range).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start, end }] of spans.entries()) {
    assert.ok(0 <= start && start <= end && end <= text.length, 'a change lies outside the text');
    assert.ok(index === 0 || spans[index - 1]!.end <= start, 'changes overlap');
  }
  return applyChanges(text, changes);
}
