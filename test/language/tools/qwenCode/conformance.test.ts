import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { qwenAgent } from '../../../../server/src/language/tools/qwenCode/loader/qwen.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface QwenCase extends AgentCase {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly system_prompt_length?: number;
  readonly run_error?: string | null;
}

/** Leaves out folders that Qwen Code does not read, which the dialect's globs exclude. */
const inFolder = (path: string) => path.includes('.qwen/agents/');

/** The columns that the recording has outside `fields`. */
const apart = ['name', 'description', 'model', 'tools'];

conforms<QwenCase>({
  title: 'Qwen Code 0.24.4, recorded 2026-11-21',
  cases: recordedCases<QwenCase>('qwenCode/agents').filter(({ path }) => inFolder(path)),
  loader: qwenAgent,
  compare: (recorded, result) => ({
    ...agentColumns(recorded, result),
    refusal: refusalColumn(recorded, result),
    ...(recorded.fields
      ? {
          fields: [
            recorded.fields,
            plain(Object.fromEntries(Object.entries(result.fields).filter(([key]) => !apart.includes(key)))),
          ],
          prompt: [recorded.system_prompt_length, result.body && result.body.end - result.body.start],
          placeholders: [missing(recorded.run_error), unknownPlaceholders(recorded, result)],
        }
      : {}),
  }),
});

/** The same data with ordinary prototypes, as JSON recorded it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function missing(error: string | null | undefined): readonly string[] {
  return /keys: (.*)$/.exec(error ?? '')?.[1]?.split(', ') ?? [];
}

function unknownPlaceholders({ input }: QwenCase, { issues }: LoadResult): readonly string[] {
  const found = issues
    .filter(issue => issue.code === 'body.placeholder')
    .map(issue => input.slice(issue.range.start + 2, issue.range.end - 1));
  return [...new Set(found)];
}
