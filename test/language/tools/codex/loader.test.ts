import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionOf } from '../../../../server/src/language/loading/issue.ts';
import { codexAgent } from '../../../../server/src/language/tools/codex/loader/codex.ts';
import { load } from '../../../support/conformance.ts';
import { checkIssues } from '../../../support/issues.ts';

const issues = (fixture: string, path = '.codex/agents/writer.toml') =>
  checkIssues(codexAgent, path, fixture);

test('Codex reports nothing for a valid role', () => {
  const result = issues(`
# The writer
name = " writer "
description = "Writes."
model = "gpt-5.4"
model_reasoning_effort = "high"
nickname_candidates = ["Al", "Bo"]
model_context_window = 100_000
developer_instructions = """
You write.
[not a table]
"""
[mcp_servers.docs]
url = "http://127.0.0.1/"
startup_timeout_sec = 2.5
anything = 1
`);
  assert.equal(result.name, 'writer');
  assert.equal(result.model, 'gpt-5.4');
  assert.equal(result.fields.model_context_window, 100_000);
});

test('Codex refuses a file with unknown keys or a list of tools', () => {
  const result = issues(`
name = "writer"
description = "Writes."
prompt = "You write."
^^^^^^ key.unknown rejected
developer_instructions = "You write."
tools = ["Read"]
        ^^^^^^^^ value.type rejected
color = "red"
^^^^^ key.unknown rejected
`);
  assert.equal(suggestionOf(result.issues[0]!), 'developer_instructions');
});

test('Codex reads a key below a table header as part of the table', () => {
  const result = issues(`
name = "writer"
description = "Writes."
[mcp_servers.s]
command = "node"
developer_instructions = "You write."
^^^^^^^^^^^^^^^^^^^^^^ body.empty rejected
`);
  assert.match(result.issues[0]!.problem, /below a table header/);
});

test('Codex refuses invalid types, choices, numbers and empty values', () => {
  issues(
    `
name = 42
       ^^ name.invalid rejected
description = " "
^^^^^^^^^^^ description.missing rejected
developer_instructions = "You write."
sandbox_mode = "nope"
               ^^^^^^ value.choice rejected
mcp_oauth_callback_port = 70000
                          ^^^^^ value.number rejected
nickname_candidates = ["A!"]
                      ^^^^^^ value.type rejected
[mcp_servers.s]
 ^^^^^^^^^^^^^ mcp.invalid rejected
args = []
[mcp_servers.t]
command = "node"
url = "http://127.0.0.1/"
      ^^^^^^^^^^^^^^^^^^^ mcp.invalid rejected
`,
  );
});

test('Codex reports the causes of TOML errors', () => {
  issues(`
---
^^^ toml.invalid rejected
name: writer
---
`);
  issues(`
name = "writer"
name = "reader"
^^^^ yaml.duplicateKey rejected
`);
  issues(`
name = writer
^^^^^^^^^^^^^ toml.invalid rejected
`);
});

test('Codex gives hints for a role that loads', () => {
  issues(`
name = "writer"
description = "Writes."
developer_instructions = "You write."
model = "sonnet"
        ^^^^^^^^ value.model noted
sandbox_mode = "read-only"
^^^^^^^^^^^^ key.ignored noted
`);
});

test('Codex skips files elsewhere and of other extensions', () => {
  const text = 'name = "a"\ndescription = "d"\ndeveloper_instructions = "x"\n';
  for (const path of ['.codex/agents/a.md', '.codex/agents/a.TOML', '.agents/agents/a.toml']) {
    assert.deepEqual(
      load(codexAgent, text, path).issues.map(issue => issue.code),
      ['file.notRead'],
    );
  }
});

test('Codex loads a role with configuration keys that resemble terms of ours', () => {
  const text = [
    'name = "writer"',
    'description = "Writes."',
    'developer_instructions = "You write."',
    'project_root_markers = [".git"]',
    '[skills.bundled]',
    'enabled = true',
    '',
  ].join('\n');
  assert.deepEqual(load(codexAgent, text, '.codex/agents/writer.toml').issues, []);
});

test('Codex accepts these keys of its configuration, which no recorded case covers', () => {
  const known = [
    'name description developer_instructions nickname_candidates model_reasoning_effort model_context_window',
    'plan_mode_reasoning_effort model_auto_compact_token_limit model_post_turn_compact_threshold_percent',
    'mcp_oauth_callback_port approval_policy approvals_reviewer cli_auth_credentials_store file_opener',
    'mcp_oauth_credentials_store forced_login_method forced_chatgpt_workspace_id personality sandbox_mode',
    'model_auto_compact_token_limit_scope model_reasoning_summary model_verbosity web_search notify',
    'project_doc_fallback_filenames project_root_markers js_repl_node_module_dirs responses_api_metadata',
    'features hooks mcp_servers model_providers sandbox_workspace_write shell_environment_policy skills tools',
    'experimental_thread_store',
  ].flatMap(line => line.split(' '));
  const unknown = known.filter(key =>
    load(codexAgent, `${key} = 1\n`, '.codex/agents/writer.toml').issues.some(
      ({ code, field }) => code === 'key.unknown' && field === key,
    ),
  );
  assert.deepEqual(unknown, []);
});
