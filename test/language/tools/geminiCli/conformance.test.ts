import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { geminiAgent } from '../../../../server/src/language/tools/geminiCli/loader/gemini.ts';
import { geminiTools } from '../../../../server/src/language/tools/geminiCli/tools.ts';
import {
  type AgentCase,
  agentColumns,
  conforms,
  recordedCases,
  refusalColumn,
} from '../../../support/conformance.ts';

interface GeminiCase extends AgentCase {
  readonly error: string | null;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly system_prompt_length?: number;
  readonly effective_tools?: readonly string[];
  readonly not_scanned?: boolean;
  readonly registered_names?: readonly string[];
  readonly run_error?: string | null;
}

/** True for the folders that Gemini CLI reads. The globs of the dialect exclude the others. */
const inFolder = (path: string) => path.includes('.gemini/agents/');

conforms<GeminiCase>({
  title: 'Gemini CLI 0.61.0, recorded 2026-11-21',
  cases: recordedCases<GeminiCase>('geminiCli/agents').filter(
    ({ path, input }) => inFolder(path) && !input.startsWith('SYMLINK:'),
  ),
  loader: geminiAgent,
  compare: (recorded, result) => ({
    ...agentColumns(recorded, result),
    refusal: refusalColumn(recorded, result),
    ...(recorded.fields ? { fields: [recorded.fields, asRecorded(result)] } : {}),
    ...(recorded.system_prompt_length === undefined
      ? {}
      : { prompt: [recorded.system_prompt_length, promptLength(recorded, result)] }),
    ...(recorded.effective_tools && recorded.tools
      ? { 'tools at run': [recorded.effective_tools, atRun(recorded.effective_tools, result)] }
      : {}),
    ...(recorded.run_error === undefined
      ? {}
      : { placeholders: [placeholders(recorded.run_error), unknownPlaceholders(recorded, result)] }),
  }),
});

/** The loaded fields under the names of the recording, with the defaults that the tool adds. */
function asRecorded({ fields }: LoadResult): Record<string, unknown> {
  const remote = 'agent_card_url' in fields || 'agent_card_json' in fields;
  const names: Record<string, string> = {
    display_name: 'displayName',
    agent_card_url: 'agentCardUrl',
    agent_card_json: 'agentCardJson',
  };
  const own = [
    'kind',
    'display_name',
    'temperature',
    'max_turns',
    'timeout_mins',
    'agent_card_url',
    'agent_card_json',
  ];
  const taken = Object.entries(fields)
    .filter(([key]) => own.includes(key))
    .map(([key, value]) => [names[key] ?? key, value]);
  const defaults = remote
    ? { kind: 'remote' }
    : { kind: 'local', temperature: 1, max_turns: 30, timeout_mins: 10 };
  const servers = Object.entries((fields.mcp_servers as object | undefined) ?? {});
  return {
    ...defaults,
    ...Object.fromEntries(taken),
    ...(servers.length > 0
      ? { mcpServers: Object.fromEntries(servers.map(([k, v]) => [k, server(v)])) }
      : {}),
    ...(fields.auth ? { auth: auth(fields.auth as Record<string, unknown>) } : {}),
  };
}

function server({
  include_tools,
  exclude_tools,
  http_url,
  auth: login,
  ...rest
}: Record<string, unknown>): object {
  const { type, ...given } = (login ?? {}) as Record<string, unknown>;
  return {
    ...rest,
    ...(http_url ? { httpUrl: http_url } : {}),
    ...(include_tools ? { includeTools: include_tools } : {}),
    ...(exclude_tools ? { excludeTools: exclude_tools } : {}),
    ...(login ? { oauth: { enabled: true, ...camel(given) } } : {}),
    ...(type === 'google-credentials' ? { authProviderType: 'google_credentials' } : {}),
  };
}

function camel(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
}

function auth(fields: Record<string, unknown>): Record<string, unknown> {
  return fields.type === 'oauth' ? { ...fields, type: 'oauth2' } : fields;
}

function promptLength({ input }: GeminiCase, { body }: LoadResult): number {
  return body ? input.slice(body.start, body.end).length : 0;
}

/** The tools without those that the loader reports as unavailable, in the order of the recording. */
function atRun(recorded: readonly string[], { tools }: LoadResult): readonly string[] {
  const dead = new Set(geminiTools.filter(tool => tool.unavailable).map(tool => tool.value));
  const alias = new Map(geminiTools.flatMap(tool => (tool.aliases ?? []).map(name => [name, tool.value])));
  const present = new Set(
    (tools ?? [])
      .map(name => alias.get(name) ?? name)
      .filter(name => !dead.has(name) && !/^(mcp_|discovered_tool_)/.test(name))
      .concat('complete_task'),
  );
  return present.has('*') ? recorded : [...recorded.filter(name => present.delete(name)), ...present];
}

function placeholders(error: string | null): readonly string[] {
  const names = /parameters: (.*)\. Available/.exec(error ?? '')?.[1];
  return names ? names.split(', ') : [];
}

function unknownPlaceholders({ input }: GeminiCase, { issues }: LoadResult): readonly string[] {
  const found = issues
    .filter(issue => issue.code === 'body.placeholder')
    .map(issue => input.slice(issue.range.start + 2, issue.range.end - 1));
  return [...new Set(found)];
}
