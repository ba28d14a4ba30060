import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { copilotCliAgent } from '../../../../server/src/language/tools/copilot/cli/copilotCli.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface CopilotCase extends RecordedCase {
  readonly agent_id: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly model: string | null;
  readonly models?: readonly string[];
  readonly tools: readonly string[] | null;
  readonly userInvocable?: boolean;
  readonly disableModelInvocation?: boolean;
  readonly warning: string | null;
  readonly error: string | null;
  readonly run_with_agent_flag?: { readonly tools_sent?: readonly string[] };
}

/** Three files are not UTF-8 and are recorded as bytes; the loader gets what Node decodes from them. */
const cases = recordedCases<CopilotCase>('copilot/cliAgents').map(recorded => {
  const bytes = /^base64:(.*)$/.exec(recorded.input)?.[1];
  return bytes === undefined
    ? recorded
    : { ...recorded, input: Buffer.from(bytes, 'base64').toString('utf8') };
});

conforms<CopilotCase>({
  title: 'Copilot CLI 1.0.102, recorded 2026-11-21',
  cases,
  loader: copilotCliAgent,
  compare: (recorded, result) => ({
    loads: [recorded.loads, result.loads],
    id: [recorded.agent_id, result.fields.id ?? null],
    name: [recorded.name, result.name],
    description: [recorded.description, result.description],
    model: [recorded.model, result.model],
    models: [recorded.models ?? null, result.fields.models ?? null],
    tools: [recorded.tools, result.fields.tools ?? null],
    ...(recorded.loads && {
      userInvocable: [recorded.userInvocable, result.fields['user-invocable']] as const,
      disableModelInvocation: [
        recorded.disableModelInvocation,
        result.fields['disable-model-invocation'],
      ] as const,
      unknownFields: [unknownFields(recorded.warning), ignoredKeys(result)] as const,
    }),
    error: [recorded.error !== null, isReported(result)],
    ...(recorded.run_with_agent_flag?.tools_sent && {
      toolsSent: [sent(recorded.run_with_agent_flag.tools_sent), result.tools && sent(result.tools)] as const,
    }),
  }),
  exceptions: {
    y_latin1: 'The tool refuses bytes that are not UTF-8; the loader is given a string.',
    y_invalid_utf8: 'The tool refuses bytes that are not UTF-8; the loader is given a string.',
    user_vs_project:
      'A second agent of the same id in the user’s folder wins; a single file cannot show that.',
  },
});

/** The keys that the tool's warning names. */
function unknownFields(warning: string | null): readonly string[] {
  return /unknown fields? ignored: (.*)$/.exec(warning ?? '')?.[1]?.split(', ') ?? [];
}

function ignoredKeys(result: LoadResult): readonly string[] {
  const codes = ['key.unknown', 'key.ignored', 'key.limit'];
  return result.issues.filter(issue => codes.includes(issue.code)).map(issue => issue.field ?? '');
}

/** The tool prints an error for a file that it reads and refuses, but not for one that it skips. */
function isReported(result: LoadResult): boolean {
  return !result.loads && !result.issues.some(issue => issue.code === 'file.notRead');
}

/** The tools in a fixed order, without those that every agent has. `null` for every tool of the session. */
function sent(tools: readonly string[]): readonly string[] | null {
  const own = tools.filter(tool => tool !== 'skill' && tool !== 'sql');
  // The recording was offline, with web tools disabled.
  return own.includes('fetch_copilot_cli_documentation')
    ? null
    : [...own.filter(tool => tool !== 'web_fetch')].sort();
}
