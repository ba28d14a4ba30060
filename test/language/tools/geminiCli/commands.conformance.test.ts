import assert from 'node:assert/strict';
import { AgentDocument } from '../../../../server/src/language/document/agentDocument.ts';
import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { geminiCommand } from '../../../../server/src/language/tools/geminiCli/loader/command.ts';
import { geminiExtension } from '../../../../server/src/language/tools/geminiCli/loader/extension.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface CommandCase extends RecordedCase {
  readonly name: string | null;
  readonly description: string | null;
  readonly run_error?: string;
  /** What a call with the arguments "one two" sends, or which commands it asks about first. */
  readonly sent?: string | { readonly confirm: readonly string[] };
}

conforms<CommandCase>({
  title: 'Commands of Gemini CLI 0.61.0, recorded 2026-11-29',
  // Files with another extension have another dialect.
  cases: recordedCases<CommandCase>('geminiCli/commands').filter(({ path }) => path.endsWith('.toml')),
  loader: geminiCommand,
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    name: [recorded.name, result.name],
    description: [recorded.description, result.description],
    ...(recorded.sent !== undefined && { sent: [recorded.sent, sentOf(recorded, result)] }),
    fails: [recorded.run_error !== undefined, result.issues.some(({ effect }) => effect === 'fails')],
  }),
});

/** What we say that a call sends, in the form of the recording. */
function sentOf({ input, path }: CommandCase, result: LoadResult): CommandCase['sent'] {
  const document = AgentDocument.of(input, `file:///${path}`);
  const expansion = geminiCommand.expand!({ document, path }, result, { arguments: 'one two' });
  if (!expansion || expansion.commands.length === 0) return expansion?.text;
  return { confirm: expansion.commands.map(({ command }) => command) };
}

interface ExtensionCase extends RecordedCase {
  readonly name: string | null;
  readonly contextFiles?: readonly string[];
}

conforms<ExtensionCase>({
  title: 'Extensions of Gemini CLI 0.61.0, recorded 2026-11-29',
  cases: recordedCases<ExtensionCase>('geminiCli/extensions'),
  loader: geminiExtension,
  compare: (recorded, result) => {
    // A name of a file that is not there is lost silently.
    const isLost = recorded.contextFiles?.length === 0 && recorded.id !== 'context-missing';
    return {
      loads: [recorded.loads, result.loads],
      name: [recorded.name, result.name],
      contextFiles: [isLost, result.issues.some(({ code }) => code === 'path.invalid')],
    };
  },
});

for (const recording of ['geminiCli/commands', 'geminiCli/extensions'])
  assert.ok(recordedCases(recording).length > 30);
