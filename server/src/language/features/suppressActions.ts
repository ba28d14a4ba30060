import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import { configurationWithout, turnOff } from '../configurationEdits.ts';
import { AgentDocument } from '../document/agentDocument.ts';
import { lineStart } from '../document/lines.ts';
import { type OffsetRange, overlaps } from '../document/offsets.ts';
import { lineBreakOf } from '../rules/edits/scalar.ts';
import { type Snapshot, withText } from '../snapshot.ts';
import type { AgentDiagnostic } from './agentDiagnostic.ts';
import type { ConfigurationTarget } from './codeActions.ts';
import { diagnose, type RuleSettings } from './diagnostics.ts';
import { toLspDiagnostic } from './lspDiagnostics.ts';

/**
 * The ways to silence what is reported in `range`: a comment above the line, where that changes nothing else, and
 * `.agentfilesrc`, if `configuration` can be edited. None of them is ever preferred.
 */
export function suppressActionsAt(
  snapshot: Snapshot,
  range: OffsetRange,
  settings: RuleSettings,
  configuration: ConfigurationTarget | undefined,
): CodeAction[] {
  const { document } = snapshot;
  const byRule = new Map<string, AgentDiagnostic>();
  for (const diagnostic of diagnose(snapshot, settings))
    if (overlaps(diagnostic.range, range) && !byRule.has(diagnostic.rule.id))
      byRule.set(diagnostic.rule.id, diagnostic);
  return [...byRule.values()].flatMap(diagnostic => {
    const id = diagnostic.rule.id;
    const action = (title: string, edit: WorkspaceEdit | undefined): CodeAction[] =>
      edit
        ? [
            {
              title,
              kind: CodeActionKind.QuickFix,
              diagnostics: [toLspDiagnostic(document, diagnostic)],
              edit,
            },
          ]
        : [];
    return [
      ...action(`Disable ${id} for this line`, commentAbove(snapshot, diagnostic)),
      ...action(`Turn off ${id} in .agentfilesrc`, configuration && turnedOff(configuration, id)),
    ];
  });
}

/** A comment in the line above; `undefined` where that would be part of a value, or silences nothing. */
function commentAbove(snapshot: Snapshot, { rule, range }: AgentDiagnostic): WorkspaceEdit | undefined {
  const { document } = snapshot;
  // JSON has no comments.
  if (document.format === 'json') return undefined;
  const at = lineStart(document.text, range.start);
  if (at <= document.frontMatter.open.start) return undefined;
  const directive = `agent-files-disable-next-line ${rule.id}`;
  const isInBody = at >= document.frontMatter.body.start;
  const indent = /^[ \t]*/.exec(document.text.slice(at, range.start))![0];
  const newText = `${indent}${isInBody ? `<!-- ${directive} -->` : `# ${directive}`}${lineBreakOf(document)}`;
  const after = withText(snapshot, document.text.slice(0, at) + newText + document.text.slice(at));
  const countOf = (of: Snapshot): number =>
    diagnose(of).filter(diagnostic => diagnostic.rule === rule).length;
  const changesValues =
    JSON.stringify(after.load.fields) !== JSON.stringify(snapshot.load.fields) && !isInBody;
  if (countOf(after) >= countOf(snapshot) || after.load.loads !== snapshot.load.loads || changesValues)
    return undefined;
  const position = document.positionAt(at);
  return { changes: { [document.uri]: [{ range: { start: position, end: position }, newText }] } };
}

function turnedOff({ uri, text }: ConfigurationTarget, rule: string): WorkspaceEdit | undefined {
  const start = { line: 0, character: 0 };
  if (text === undefined)
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        {
          textDocument: { uri, version: null },
          edits: [{ range: { start, end: start }, newText: configurationWithout(rule) }],
        },
      ],
    };
  const change = turnOff(text, rule);
  if (!change) return undefined;
  const range = AgentDocument.of(text, uri).toRange(change.range);
  return { changes: { [uri]: [{ range, newText: change.newText }] } };
}
