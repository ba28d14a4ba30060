import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

interface Checked {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

interface Inspected {
  readonly files: readonly {
    readonly path: string;
    readonly dialect: string;
    readonly loads: boolean;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly notes: readonly { readonly code: string; readonly effect: string }[];
  }[];
}

/** The findings of `check`, each as `path:line severity rule: problem`. */
async function checked(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { out } = await run(project(files), ['check', '--format', 'json']);
  return (JSON.parse(out) as Checked).files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(
      ({ rule, severity, message, range }) =>
        `${path}:${range.start.line + 1} ${severity} ${rule}: ${message.split('. ')[0]}`,
    ),
  );
}

async function inspected(files: Readonly<Record<string, string>>): Promise<Inspected['files']> {
  const { out } = await run(project(files), ['inspect', '--format', 'json']);
  return (JSON.parse(out) as Inspected).files;
}

const agent = '---\nname: tester\ndescription: Tests.\n---\nYou test.\n';

test('one wrong value makes settings have no effect, with all their rules', async () => {
  const settings = '{\n  "permissions": { "deny": ["Bash"] },\n  "cleanupPeriodDays": "30"\n}\n';
  assert.deepEqual(await checked({ '.claude/settings.json': settings }), [
    '.claude/settings.json:3 error useValidType: `cleanupPeriodDays` must be a number',
  ]);
  const [file] = await inspected({ '.claude/settings.json': settings });
  assert.deepEqual([file?.dialect, file?.loads], ['claude-settings', false]);
});

test('settings that work have no findings', async () => {
  const settings = JSON.stringify({
    $schema: 'https://json.schemastore.org/claude-code-settings.json',
    permissions: {
      allow: ['Bash(npm run test:*)', 'mcp__tracker', 'Read(~/.zshrc)', 'Skill(lint)', 'Agent(tester)'],
      ask: ['Bash(git push *)'],
      deny: ['WebFetch', 'Read(./.env)', 'Edit(/secrets/**)', 'mcp__*', 'Bash(curl *)'],
      defaultMode: 'acceptEdits',
      additionalDirectories: ['../docs'],
    },
    env: { DEBUG: 1, HOME_PAGE: 'https://example.com', API_KEY: '${API_KEY}' },
    hooks: {
      PreToolUse: [
        {
          matcher: 'Edit|Write',
          hooks: [{ type: 'command', command: '.claude/hooks/check.sh', timeout: 60 }],
        },
        { matcher: 'mcp__.*', hooks: [{ type: 'prompt', prompt: 'Fine?' }] },
      ],
      Stop: [{ hooks: [{ type: 'command', command: 'say done || true', async: true }] }],
    },
    enabledPlugins: { 'kit@shop': true },
    skillOverrides: { lint: 'name-only' },
    skillListingBudgetFraction: 0.02,
    agent: 'tester',
    outputStyle: 'Explanatory',
    statusLine: { type: 'command', command: 'date' },
    somethingNew: { a: 1 },
  });
  const files = {
    '.claude/settings.json': settings,
    '.claude/settings.local.json': '',
    '.claude/hooks/check.sh': 'exit 0\n',
    '.claude/agents/tester.md': agent,
    '.claude/skills/lint/SKILL.md': '---\nname: lint\ndescription: Lints.\n---\nLint.\n',
  };
  assert.deepEqual(await checked(files), []);
});

test('permission rules that stop nothing are errors, and those that allow nothing warnings', async () => {
  const rules = (list: string, ...each: string[]) =>
    `  "${list}": [\n${each.map(one => `    "${one}"`).join(',\n')}\n  ]`;
  const settings = `{ "permissions": {\n${rules('deny', 'read(.env)', 'Bash(rm *', 'Write(x)')},\n${rules('allow', '*', 'Bash()', 'Bash, Read')}\n} }\n`;
  assert.deepEqual(await checked({ '.claude/settings.json': settings }), [
    '.claude/settings.json:3 error useValidPermissionRule: Name of a tool starts with a lowercase letter: `read(.env)`',
    '.claude/settings.json:4 error useValidPermissionRule: Permission rule `Bash(rm *` does not end in a closing parenthesis',
    '.claude/settings.json:5 error useValidPermissionRule: Paths have no effect in `Write(x)`',
    '.claude/settings.json:8 warning useValidPermissionRule: Wildcard `*` is not accepted under `allow`',
    '.claude/settings.json:9 warning useValidPermissionRule: Permission rule `Bash()` has empty parentheses',
    '.claude/settings.json:10 warning useValidPermissionRule: Several tools in one permission rule: `Bash, Read`',
  ]);
});

test('names in settings that nothing has are reported, and those in another case as such', async () => {
  const found = await checked({
    '.claude/settings.json': '{\n  "agent": "Tester",\n  "outputStyle": "terse"\n}\n',
    '.claude/agents/tester.md': agent,
    '.claude/output-styles/terse.md': '---\nname: Terse\ndescription: Short.\n---\nBe short.\n',
  });
  assert.deepEqual(found, [
    '.claude/settings.json:2 warning useExistingName: No agent is named `Tester`',
    '.claude/settings.json:3 warning useExistingName: No output style is named `terse`',
  ]);
  const others = {
    '.claude/agents/tester.md': agent,
    '.claude/output-styles/brief.md': '---\nname: Brief Answers\ndescription: Short.\n---\nBe short.\n',
  };
  assert.deepEqual(await checked({ ...others, '.claude/settings.json': '{"outputStyle": "brief"}' }), [
    '.claude/settings.json:1 warning useExistingName: No output style is named `brief`',
  ]);
  // It may be one of the user.
  assert.deepEqual(
    await checked({ ...others, '.claude/settings.json': '{"outputStyle": "mine", "agent": "my-own"}' }),
    [
      '.claude/settings.json:1 information useExistingName: No output style is named `mine`',
      '.claude/settings.json:1 information useExistingName: No agent is named `my-own`',
    ],
  );
});

const guard = (matcher: unknown): string =>
  JSON.stringify({ hooks: { PreToolUse: [{ matcher, hooks: [{ type: 'command', command: 'true' }] }] } });

const kit = { '.claude-plugin/plugin.json': '{"name": "kit"}', 'agents/tester.md': agent };

test('one invalid hook that may guard a plugin makes all of it not loaded', async () => {
  const files = { ...kit, 'hooks/hooks.json': guard(5) };
  assert.deepEqual(await checked(files), [
    'agents/tester.md:1 error noRejectedPlugin: Not loaded: its `hooks.json` is rejected',
    'hooks/hooks.json:1 error useValidHook: `matcher` must be a string, not a number',
  ]);
  assert.deepEqual(
    (await inspected(files)).map(({ path, loads }) => [path, loads]),
    [
      ['.claude-plugin/plugin.json', true],
      ['agents/tester.md', false],
      ['hooks/hooks.json', false],
    ],
  );
});

test('an invalid hook of another event, and hooks that are not JSON, leave the plugin alone', async () => {
  const flat = '{"hooks": {"PostToolUse": [{"matcher": "Edit", "type": "command", "command": "true"}]}}';
  assert.deepEqual(await checked({ ...kit, 'hooks/hooks.json': flat }), [
    'hooks/hooks.json:1 warning useValidHook: `hooks` is missing',
  ]);
  assert.deepEqual(await checked({ ...kit, 'hooks/hooks.json': `${guard('Edit').slice(0, -1)},}` }), [
    'hooks/hooks.json:1 error useValidJson: Invalid JSON: trailing comma',
  ]);
});

test('hooks of a folder that no manifest makes a plugin are another tool’s', async () => {
  const foreign = '{"hooks": {"BeforeTool": [{"matcher": "x", "hooks": []}]}}';
  assert.deepEqual(await checked({ 'kit/hooks/hooks.json': foreign }), []);
});

test('scripts of hooks that do not exist are errors', async () => {
  const command = (text: string) => `        { "type": "command", "command": ${JSON.stringify(text)} }`;
  const hooks = (...commands: string[]) =>
    `{ "hooks": {\n  "Stop": [\n    { "hooks": [\n${commands.map(command).join(',\n')}\n    ] }\n  ]\n} }\n`;
  const found = await checked({
    ...kit,
    'hooks/hooks.json': hooks(
      '${CLAUDE_PLUGIN_ROOT}/scripts/run.sh',
      'bash "${CLAUDE_PLUGIN_ROOT}/scripts/gone.sh" --fast',
      'node ${CLAUDE_PLUGIN_ROOT}/dist/built.js',
      './scripts/relative-to-the-project.sh',
      '"$CLAUDE_PLUGIN_ROOT"/scripts/away.py || true',
    ),
    'scripts/run.sh': 'exit 0\n',
    'templates/web/.claude/settings.json': hooks('sh .claude/hooks/copied-later.sh'),
    '.claude/settings.json': hooks(
      '"$CLAUDE_PROJECT_DIR"/.claude/hooks/gone.sh',
      'python3 .claude/hooks/gone.py "$1"',
      'npm test',
      'jq -r .tool_input.file_path | xargs prettier --write',
      'cat "$CLAUDE_PROJECT_DIR/notes.txt"',
      'sh ${CLAUDE_PLUGIN_ROOT}/scripts/run.sh',
    ),
  });
  assert.deepEqual(found, [
    '.claude/settings.json:4 error noMissingScript: Script `$CLAUDE_PROJECT_DIR/.claude/hooks/gone.sh` does not exist',
    '.claude/settings.json:5 error noMissingScript: Script `.claude/hooks/gone.py` does not exist',
    '.claude/settings.json:9 error useValidHook: Command of a hook refers to the folder of a plugin',
    'hooks/hooks.json:5 error noMissingScript: Script `${CLAUDE_PLUGIN_ROOT}/scripts/gone.sh` does not exist',
  ]);
});

test('a wrong MCP server is named, and the others load', async () => {
  const servers = [
    '"good": { "command": "npx", "args": ["-y", "x"] }',
    '"bare": { "url": "https://example.com/mcp" }',
    '"typo": { "type": "htp", "url": "https://example.com/mcp" }',
    '"none": {}',
    '"text": { "command": "npx", "args": "-y x" }',
    '"late": { "command": "npx", "timeout": 0 }',
    '"away": { "type": "http", "url": "example.com" }',
    '"workspace": { "command": "npx" }',
  ];
  const files = { '.mcp.json': `{ "mcpServers": {\n${servers.join(',\n')}\n} }\n` };
  assert.deepEqual(await checked(files), [
    '.mcp.json:3 error useValidMcpServers: `type` is missing beside the `url` of `bare`',
    '.mcp.json:4 error useValidMcpServers: Unknown value `htp` for `type`',
    '.mcp.json:5 error useValidMcpServers: `command` is missing in `none`',
    '.mcp.json:6 error useValidMcpServers: `args` must be a list of strings',
    '.mcp.json:7 error useValidMcpServers: `timeout` must be a number above zero',
    '.mcp.json:8 error useValidMcpServers: `url` must be a complete URL, with `https://`',
    '.mcp.json:9 error useValidMcpServers: Name `workspace` is reserved',
  ]);
  const [file] = await inspected(files);
  assert.deepEqual(Object.keys(file?.fields.mcpServers as object), ['good', 'away']);
});

test('servers under the key of another tool are not read', async () => {
  assert.deepEqual(await checked({ '.mcp.json': '{ "servers": { "a": { "command": "npx" } } }' }), [
    '.mcp.json:1 error useRequiredKey: `mcpServers` is missing',
  ]);
  assert.deepEqual(await checked({ ...kit, '.mcp.json': '{ "a": { "command": "npx" } }' }), []);
});

test('secrets in clear text are warnings, and no output has them', async () => {
  const token = `ghp_${'Ab3dE9gH1jK2mN4pQ6rS8tU0'.repeat(2).slice(0, 36)}`;
  const server = { command: 'npx', env: { GITHUB_TOKEN: token, OTHER: '${TOKEN}', NAME: 'x' } };
  const files = {
    '.mcp.json': JSON.stringify({ mcpServers: { github: server } }, null, 2),
    '.claude/settings.local.json': JSON.stringify({ env: { GITHUB_TOKEN: token } }),
  };
  assert.deepEqual(await checked(files), [
    '.mcp.json:6 warning noPlainSecret: Secret in clear text in `GITHUB_TOKEN`',
  ]);
  assert.ok(!JSON.stringify(await inspected(files)).includes(token));
  const { out } = await run(project(files), ['check']);
  assert.ok(!out.includes(token));
});

test('names of MCP servers are compared with those of the project and of the plugin', async () => {
  const server = '{"mcpServers": {"Tracker": {"command": "npx"}, "my docs": {"command": "npx"}}}';
  const tools = (name: string, list: string) =>
    `---\nname: ${name}\ndescription: Sorts.\n${list}\n---\nYou sort.\n`;
  const found = await checked({
    '.mcp.json': server,
    '.claude/agents/good.md': tools(
      'good',
      'tools: Read, mcp__Tracker__list, mcp__my_docs, mcp__users_own__x',
    ),
    '.claude/agents/lower.md': tools('lower', 'tools: Read, mcp__tracker__list'),
    '.claude/agents/all.md': tools('all', 'tools: Read, mcp__TRACKER__*'),
    '.claude/agents/less.md': tools('less', 'disallowedTools: mcp__tracker'),
    '.claude/agents/named.md': tools('named', 'mcpServers: [tracker]'),
    '.claude/settings.json': '{"permissions": {"allow": ["mcp__tracker__list"]}}',
    'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
    'kit/.mcp.json': '{"mcpServers": {"notes": {"command": "npx"}}}',
    'kit/agents/scoped.md': tools('scoped', 'tools: Read, mcp__plugin_kit_notes__add'),
    'kit/agents/short.md': tools('short', 'tools: Read, mcp__notes__add'),
  });
  assert.deepEqual(found, [
    '.claude/agents/all.md:4 warning useServerName: No MCP server is named `TRACKER`',
    '.claude/agents/less.md:4 error useServerName: No MCP server is named `tracker`',
    '.claude/agents/lower.md:4 warning useServerName: No MCP server is named `tracker`',
    '.claude/agents/named.md:4 warning useServerName: No MCP server is named `tracker`',
    '.claude/settings.json:1 warning useServerName: No MCP server is named `tracker`',
    'kit/agents/short.md:4 warning useServerName: Plugin’s name is missing before `notes`',
  ]);
});
