import type { Path } from '../../../document/agentDocument.ts';
import {
  boolean,
  choice,
  isPlainMap,
  list,
  type Mismatch,
  map,
  record,
  type Shape,
  text,
  textThat,
} from '../../../loading/shape.ts';
import { mcpServer } from './mcpServers.ts';

/** A whole number of TOML, which the reader hands over as a bigint, within bounds. */
function integer(min: bigint, max: bigint, expected: string): Shape {
  return (value, path) => {
    if (typeof value !== 'bigint') return [{ path, problem: 'type', expected }];
    return value >= min && value <= max ? [] : [{ path, problem: 'range', expected }];
  };
}

const signed = integer(-(2n ** 63n), 2n ** 63n - 1n, 'a whole number');
const unsigned = integer(0n, 2n ** 63n - 1n, 'a whole number, 0 or above');
const word = (...words: readonly string[]): Shape => {
  const among = choice(...words);
  return (value, path) => (typeof value === 'string' ? among(value, path) : text()(value, path));
};
const table = map({}, 'a table');
const tables = record(table, 'a table of tables');
const texts = list(text());
const filled = textThat(value => value !== '', 'text that is not empty');
const approval: Shape = (value, path) => {
  if (typeof value === 'string') return choice('untrusted', 'on-failure', 'on-request', 'never')(value, path);
  const flags = { sandbox_approval: boolean, rules: boolean, mcp_elicitations: boolean };
  return map({ required: { granular: map({ required: flags }) } }, 'a word, or a table `granular`')(
    value,
    path,
  );
};

const webSearchTool: Shape = (value, path) => {
  if (typeof value === 'boolean') return [];
  const shape = map(
    { optional: { context_size: word('low', 'medium', 'high'), allowed_domains: texts, location: table } },
    'a boolean or a table',
  );
  return shape(value, path);
};

/** Keys that hold any text. A relative path is text as well. */
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
const tablesKeys = ['agents apps marketplaces permissions plugins profiles projects'];
const unsignedKeys = [
  'background_terminal_max_timeout project_doc_max_bytes tool_output_token_limit thread_unload_delay_secs',
  'mcp_optional_startup_grace_ms',
];

const all = (keys: readonly string[], shape: Shape) =>
  Object.fromEntries(keys.flatMap(each => each.split(' ')).map(key => [key, shape]));

/**
 * The keys that an agent of Codex 0.169.0 can hold: four of its own, and every key of `config.toml`. Any other key
 * refuses the file; unknown keys inside of tables pass.
 */
export const codexFields: Readonly<Record<string, Shape>> = {
  name: text(),
  description: text(),
  developer_instructions: text(),
  nickname_candidates: texts,
  ...all(textKeys, text()),
  ...all(booleanKeys, boolean),
  ...all(tableKeys, table),
  ...all(tablesKeys, tables),
  ...all(unsignedKeys, unsigned),
  model_reasoning_effort: filled,
  plan_mode_reasoning_effort: filled,
  model_context_window: signed,
  model_auto_compact_token_limit: signed,
  model_post_turn_compact_threshold_percent: integer(0n, 255n, 'a whole number from 0 to 100'),
  mcp_oauth_callback_port: integer(0n, 65_535n, 'a port number'),
  approval_policy: approval,
  approvals_reviewer: word('user', 'auto_review', 'guardian_subagent'),
  cli_auth_credentials_store: word('file', 'keyring', 'auto', 'ephemeral'),
  mcp_oauth_credentials_store: word('auto', 'file', 'keyring'),
  file_opener: word('vscode', 'vscode-insiders', 'windsurf', 'cursor', 'none'),
  forced_login_method: word('chatgpt', 'api'),
  forced_chatgpt_workspace_id: (value, path) => (typeof value === 'string' ? [] : texts(value, path)),
  model_auto_compact_token_limit_scope: word('total', 'body_after_prefix'),
  model_reasoning_summary: word('auto', 'concise', 'detailed', 'none'),
  model_verbosity: word('low', 'medium', 'high'),
  personality: word('none', 'friendly', 'pragmatic'),
  sandbox_mode: word('read-only', 'workspace-write', 'danger-full-access'),
  web_search: word('disabled', 'cached', 'indexed', 'live'),
  notify: texts,
  project_doc_fallback_filenames: texts,
  project_root_manifests: texts,
  js_repl_node_module_dirs: texts,
  responses_api_metadata: record(text(), 'a table of texts'),
  features: features,
  hooks: (value, path) => (isPlainMap(value) ? hookMismatches(value, path) : table(value, path)),
  mcp_servers: record(mcpServer, 'a table of servers'),
  model_providers: record(map({ required: { name: filled } }), 'a table of providers'),
  sandbox_workspace_write: map({
    optional: {
      network_access: boolean,
      writable_roots: texts,
      exclude_tmpdir_env_var: boolean,
      exclude_slash_tmp: boolean,
    },
  }),
  shell_environment_policy: map({
    optional: {
      inherit: word('core', 'all', 'none'),
      set: record(text()),
      exclude: texts,
      include_only: texts,
    },
  }),
  skills: map(
    {
      optional: {
        config: list(map({ required: { enabled: boolean }, optional: { path: text(), name: text() } })),
        inPlugins: map({ optional: { enabled: boolean } }, 'a table'),
      },
    },
    'a table',
  ),
  tools: map(
    { optional: { web_search: webSearchTool } },
    'a table of switches, and is no list of allowed tools',
  ),
  experimental_thread_store: map({ required: { type: text() } }, 'a table'),
};

/** Switches are booleans; a few features are tables. */
function features(value: unknown, path: Path): readonly Mismatch[] {
  const asTable = new Set(['apps_mcp_path_override', 'multi_agent_v2', 'network_proxy']);
  if (!isPlainMap(value)) return table(value, path);
  return Object.entries(value).flatMap(([key, each]) =>
    asTable.has(key) && isPlainMap(each) ? [] : boolean(each, [...path, key]),
  );
}

function hookMismatches(value: Record<string, unknown>, path: Path): readonly Mismatch[] {
  const events = ['PreToolUse', 'PostToolUse', 'SessionStart', 'UserPromptSubmit', 'Stop'];
  return events.flatMap(event => (event in value ? list(table)(value[event], [...path, event]) : []));
}
