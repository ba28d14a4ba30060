import { codexConfig } from '../../../../server/src/language/tools/codex/loader/config.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface ConfigCase extends RecordedCase {
  readonly warnings: readonly string[];
}

/** Agents of which only the file beside the configuration tells that they are ignored. */
const byFile = new Set(['nodesc', 'missing-file', 'bad-file', 'unknown-in-file', 'mcp-unknown']);

conforms<ConfigCase>({
  title: 'The configuration of Codex 0.169.0, recorded 2026-11-29',
  cases: recordedCases<ConfigCase>('codex/config'),
  loader: codexConfig,
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    ...(recorded.loads &&
      !byFile.has(recorded.id) && {
        ignored: [recorded.warnings.length > 0, result.issues.some(({ effect }) => effect === 'ignored')],
      }),
  }),
});
