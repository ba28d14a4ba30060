import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { type OffsetRange, overlaps } from '../document/offsets.ts';
import { isPlainName, type Reference } from '../references/reference.ts';
import { resolve, useIn } from '../references/resolve.ts';
import type { Snapshot } from '../snapshot.ts';
import { plainMessage } from './describe.ts';
import { diagnose, type RuleSettings } from './diagnostics.ts';
import { creationOf, fileBeside } from './fileBeside.ts';
import { toLspDiagnostic } from './lspDiagnostics.ts';

/** A code action, with the file (URI) that it creates. */
export interface CreateAction {
  readonly action: CodeAction;
  readonly created: string;
}

/** Quick fixes that create the agents and skills that are named in `range` and do not exist. */
export function createActionsAt(
  snapshot: Snapshot,
  range: OffsetRange,
  rules: RuleSettings = {},
): CreateAction[] {
  const missing = snapshot
    .references()
    .filter(reference => overlaps(reference.range, range) && isMissing(reference, snapshot));
  if (missing.length === 0) return [];
  const { document } = snapshot;
  const reported = diagnose(snapshot, rules);
  return missing.flatMap(({ to, name, range: at }) => {
    // Output styles and servers are not among what can be created.
    if (to === 'style' || to === 'server') return [];
    const choices = { name, purpose: `Say what ${name} does, and when to use it.` };
    const file = fileBeside(snapshot, to, choices, rules);
    if (!file) return [];
    const diagnostics = reported
      .filter(({ range: own }) => own.start === at.start && own.end === at.end)
      .map(diagnostic => toLspDiagnostic(document, diagnostic));
    const action: CodeAction = {
      title: plainMessage(`Create ${to} \`${name}\``),
      kind: CodeActionKind.QuickFix,
      ...(diagnostics.length > 0 && { diagnostics }),
      edit: { documentChanges: creationOf(file) },
    };
    return [{ action, created: file.uri }];
  });
}

/** Whether the tool would look for a name, and nothing has it. A name with the name of a plugin belongs there. */
function isMissing(reference: Reference, snapshot: Snapshot): boolean {
  if (reference.by.missing === undefined || !isPlainName(reference.name) || reference.name.includes(':'))
    return false;
  if (!snapshot.workspace.isSurveyed(snapshot.document.uri)) return false;
  const { files, builtIn } = resolve(reference, useIn(snapshot));
  return files.length === 0 && !builtIn;
}
