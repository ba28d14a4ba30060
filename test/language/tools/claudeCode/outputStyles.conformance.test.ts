import { claudeCodeOutputStyle } from '../../../../server/src/language/tools/claudeCode/loader/outputStyle.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface StyleCase extends RecordedCase {
  /** The names that the file adds to those that can be chosen. */
  readonly listed: readonly string[];
  /** The name that was chosen; `default` instructions: there is no such style. */
  readonly chosen: string;
  readonly instructions: 'output style' | 'default';
  readonly coding_instructions: boolean;
}

const elsewhere = 'the dialect decides which files and folders are read';

conforms<StyleCase>({
  title: 'Claude Code 2.1.332: output styles',
  cases: recordedCases<StyleCase>('claudeCode/outputStyles'),
  loader: claudeCodeOutputStyle,
  exceptions: {
    'o-txt': elsewhere,
    'o-singular': elsewhere,
    'o-agents-dir': elsewhere,
    'o-nested': elsewhere,
    Explanatory: 'it replaces a style that is there already, so it adds no name',
  },
  compare: ({ listed, chosen, instructions, coding_instructions }, ours) => ({
    loads: [listed.length > 0, ours.loads],
    name: [listed[0], ours.name],
    chosen: [instructions === 'output style', ours.name === chosen],
    ...(ours.name === chosen && {
      'coding instructions': [coding_instructions, ours.keepsCodingInstructions],
    }),
  }),
});
