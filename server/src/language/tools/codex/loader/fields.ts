import type { Path } from '../../../document/agentDocument.ts';
import {
  boolean,
  choice,
  isMapping,
  list,
  listOrText,
  type Mismatch,
  map,
  record,
  type Shape,
  text,
  textThat,
} from '../../../loading/shape.ts';
import { mcpServer } from './mcpServers.ts';

/** A TOML integer, which the parser returns as a bigint, within bounds. */
function integer(min: bigint, max: bigint, expected: string): Shape {
  return (value, path) => {
    if (typeof value !== 'bigint') return [{ path, problem: 'type', expected }];
    return value >= min && value <= max ? [] : [{ path, problem: 'range', expected }];
  };
}

const signed = integer(-(2n ** 63n), 2n ** 63n - 1n, 'an integer');
const unsigned = integer(0n, 2n ** 63n - 1n, 'a non-negative integer');
const oneOf = (...values: readonly string[]): Shape => {
  const among = choice(...values);
  return (value, path) => (typeof value === 'string' ? among(value, path) : text()(value, path));
};
const table = map({}, 'a table');
const tables = record(table, 'a table of tables');
const strings = list(text());
const nonEmpty = textThat(value => value !== '', 'a non-empty string');
const filled: Shape = (value, path) =>
  typeof value === 'string' ? nonEmpty(value, path) : text()(value, path);
const approval: Shape = (value, path) => {
  if (typeof value === 'string') return choice('untrusted', 'on-failure', 'on-request', 'never')(value, path);
  const flags = { sandbox_approval: boolean, rules: boolean, mcp_elicitations: boolean };
  return map({ required: { granular: map({ required: flags }) } }, 'a string, or a table `granular`')(
    value,
    path,
  );
};

const webSearchTool: Shape = (value, path) => {
  if (typeof value === 'boolean') return [];
  const shape = map(
    { optional: { context_size: oneOf('low', 'medium', 'high'), allowed_domains: strings, location: table } },
    'a boolean or a table',
  );
  return shape(value, path);
};

/** Keys of any string, relative paths included. */
const textKeys = [
  'model review_model model_provider profile default_permissions service_tier instructions compact_prompt',
  'model_instructions_file model_catalog_json experimental_compact_prompt_file log_dir sqlite_home js_repl_node_path',
  'apps_mcp_product_sku chatgpt_base_url openai_base_url oss_provider mcp_oauth_callback_url',
  'experimental_realtime_start_instructions experimental_realtime_ws_backend_prompt experimental_realtime_ws_base_url',
  'experimental_realtime_webrtc_call_base_url experimental_realtime_ws_model experimental_realtime_ws_startup_context',
  'experimental_thread_store_endpoint',
];
const booleanKeys = [
  'allow_login_shell allow_symlinked_codex_home check_for_update_on_startup disable_paste_burst',
  'experimental_use_unified_exec_tool hide_agent_reasoning include_apps_instructions include_environment_context',
  'include_collaboration_mode_instructions include_permissions_instructions show_raw_agent_reasoning',
  'suppress_unstable_features_warning',
];
const tableKeys = [
  'analytics audio auto_review desktop feedback ghost_snapshot history memories notice otel realtime tool_suggest tui',
  'windows orchestrator cloud mcp_enterprise_managed_auth',
];
const tablesKeys = ['apps marketplaces permissions plugins profiles projects'];
const unsignedKeys = [
  'background_terminal_max_timeout project_doc_max_bytes tool_output_token_limit thread_unload_delay_secs',
  'mcp_optional_startup_grace_ms',
];

const all = (keys: readonly string[], shape: Shape) =>
  Object.fromEntries(keys.flatMap(each => each.split(' ')).map(key => [key, shape]));

/**
 * The keys of an agent of Codex 0.169.0: four for agents only, and every key of `config.toml`. Any other key refuses
 * the file; unknown keys inside tables pass.
 */
export const codexFields: Readonly<Record<string, Shape>> = {
  name: text(),
  description: text(),
  developer_instructions: text(),
  nickname_candidates: strings,
  ...all(textKeys, text()),
  ...all(booleanKeys, boolean),
  ...all(tableKeys, table),
  ...all(tablesKeys, tables),
  agents,
  ...all(unsignedKeys, unsigned),
  model_reasoning_effort: filled,
  plan_mode_reasoning_effort: filled,
  model_context_window: signed,
  model_auto_compact_token_limit: signed,
  model_post_turn_compact_threshold_percent: integer(0n, 255n, 'an integer from 0 to 100'),
  mcp_oauth_callback_port: integer(0n, 65_535n, 'a port number'),
  approval_policy: approval,
  approvals_reviewer: oneOf('user', 'auto_review', 'guardian_subagent'),
  cli_auth_credentials_store: oneOf('file', 'keyring', 'auto', 'ephemeral'),
  mcp_oauth_credentials_store: oneOf('auto', 'file', 'keyring'),
  file_opener: oneOf('vscode', 'vscode-insiders', 'windsurf', 'cursor', 'none'),
  forced_login_method: oneOf('chatgpt', 'api'),
  forced_chatgpt_workspace_id: listOrText(text(), 'a string or a list of strings'),
  model_auto_compact_token_limit_scope: oneOf('total', 'body_after_prefix'),
  model_reasoning_summary: oneOf('auto', 'concise', 'detailed', 'none'),
  model_verbosity: oneOf('low', 'medium', 'high'),
  personality: oneOf('none', 'friendly', 'pragmatic'),
  sandbox_mode: oneOf('read-only', 'workspace-write', 'danger-full-access'),
  web_search: oneOf('disabled', 'cached', 'indexed', 'live'),
  notify: strings,
  project_doc_fallback_filenames: strings,
  project_root_markers: strings,
  js_repl_node_module_dirs: strings,
  responses_api_metadata: record(text(), 'a table of strings'),
  features: features,
  hooks: (value, path) => (isMapping(value) ? hookMismatches(value, path) : table(value, path)),
  mcp_servers: record(mcpServer, 'a table of servers'),
  model_providers: record(map({ required: { name: filled } }), 'a table of providers'),
  sandbox_workspace_write: map({
    optional: {
      network_access: boolean,
      writable_roots: strings,
      exclude_tmpdir_env_var: boolean,
      exclude_slash_tmp: boolean,
    },
  }),
  shell_environment_policy: map({
    optional: {
      inherit: oneOf('core', 'all', 'none'),
      set: record(text()),
      exclude: strings,
      include_only: strings,
    },
  }),
  skills: map(
    {
      optional: {
        config: list(map({ required: { enabled: boolean }, optional: { path: text(), name: text() } })),
        bundled: map({ optional: { enabled: boolean } }, 'a table'),
      },
    },
    'a table',
  ),
  tools: map({ optional: { web_search: webSearchTool } }, 'a table of switches, not a list of allowed tools'),
  experimental_thread_store: map({ required: { type: text() } }, 'a table'),
};

/** Settings of all agents, which are numbers, and a table for each agent that is declared here. */
function agents(value: unknown, path: Path): readonly Mismatch[] {
  if (!isMapping(value)) return table(value, path);
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'bigint' ? [] : role(each, [...path, key]),
  );
}

const role = map(
  { optional: { description: text(), config_file: text(), nickname_candidates: strings } },
  'a table',
);

/** Features are booleans; a few are tables. */
function features(value: unknown, path: Path): readonly Mismatch[] {
  const asTable = new Set(['apps_mcp_path_override', 'multi_agent_v2', 'network_proxy']);
  if (!isMapping(value)) return table(value, path);
  return Object.entries(value).flatMap(([key, each]) =>
    asTable.has(key) && isMapping(each) ? [] : boolean(each, [...path, key]),
  );
}

function hookMismatches(value: Record<string, unknown>, path: Path): readonly Mismatch[] {
  const events = ['PreToolUse', 'PostToolUse', 'SessionStart', 'UserPromptSubmit', 'Stop'];
  return events.flatMap(event => (event in value ? list(table)(value[event], [...path, event]) : []));
}
