import { readFileSync } from 'node:fs';
import { claudeCodeRule } from '../../../../server/src/language/tools/claudeCode/loader/rule.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface RuleCase extends RecordedCase {
  /** The text is in the first request of a session. */
  readonly always: boolean;
  /** The probe files after whose reading it is attached. */
  readonly on_reading: readonly string[];
}

const { probe_files: probes } = JSON.parse(
  readFileSync('test/language/tools/claudeCode/cases/rules.json', 'utf8'),
) as { readonly probe_files: readonly string[] };

conforms<RuleCase>({
  title: 'Claude Code 2.1.332: rules',
  cases: recordedCases<RuleCase>('claudeCode/rules'),
  loader: claudeCodeRule,
  exceptions: { mdc: 'the dialect decides which files are read' },
  compare: ({ always, on_reading }, { scope }) => {
    const { folder, unconditional, matches } = scope!;
    const prefix = folder === '' ? '' : `${folder}/`;
    const isForAll = unconditional && folder === '';
    return {
      always: [always, isForAll],
      'on reading': [
        on_reading,
        probes.filter(path => !isForAll && path.startsWith(prefix) && matches(path.slice(prefix.length))),
      ],
    };
  },
});
