import { gooseAgent } from '../../../../server/src/language/tools/goose/index.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface GooseCase extends AgentCase {
  readonly fields?: { readonly prompt_length?: number };
}

conforms<GooseCase>({
  title: 'Goose, its source, recorded 2026-11-29',
  cases: recordedCases<GooseCase>('goose/agents'),
  loader: gooseAgent.loader,
  compare: (recorded, result) => ({
    ...agentColumns(recorded, result),
    explained: refusalColumn(recorded, result),
    ...(recorded.fields?.prompt_length !== undefined &&
      result.body && {
        prompt: [
          recorded.fields.prompt_length,
          new TextEncoder().encode(recorded.input.slice(result.body.start, result.body.end)).length,
        ] as const,
      }),
  }),
  exceptions: {
    'dup-files': 'another file of the same name wins; which one is not known from one file',
  },
});
