import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

interface Effective {
  readonly starts: boolean;
  readonly tools: readonly string[] | null;
  readonly conditional: readonly { readonly tool: string; readonly where: string }[];
  readonly model: string | null;
  readonly reason: string | null;
}

/** What `inspect` shows of an agent with these keys: as JSON, and as text. */
function inspecting(path: string, head: string, body = 'You work on the files of this project.') {
  const files = (keys: string, others: Readonly<Record<string, string>>) => ({
    [path]: `---\n${head}${keys}\n---\n${body}\n`,
    ...others,
  });
  return {
    async effective(keys: string, others: Readonly<Record<string, string>> = {}): Promise<Effective> {
      const { out } = await run(project(files(keys, others)), ['inspect', '--format', 'json', path]);
      return JSON.parse(out).files[0].effective;
    },
    async text(keys: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
      return (await run(project(files(keys, others)), ['inspect', path])).out;
    },
  };
}

const openCode = inspecting('.opencode/agents/a.md', 'description: Works.\n');
const gemini = inspecting('.gemini/agents/a.md', 'name: a\ndescription: Works.\n');
const qwen = inspecting('.qwen/agents/a.md', 'name: worker\ndescription: Works.\n');
const settings = JSON.stringify({ mcpServers: { docs: { command: 'serve' } } });

test('inspect shows that OpenCode takes away all editing with one of its tools', async () => {
  for (const keys of ['tools:\n  write: false', 'tools:\n  edit: false', 'permission:\n  edit: deny']) {
    const { tools } = await openCode.effective(keys);
    assert.ok(tools!.includes('read') && !tools!.includes('edit') && !tools!.includes('write'), keys);
  }
  const text = await openCode.text('tools:\n  write: false');
  assert.match(text, /a\.md +changed .* all but edit, write\n/);
  assert.match(text, /`write: false` also removes `edit`/);
  assert.match(text, / {4}tools: write: false → bash, glob, grep, read, skill, task, todowrite, webfetch\n/);
  assert.match(await openCode.text('permission:\n  edit: deny'), /a\.md +yes .* all but edit, write\n/);
});

test('inspect shows what OpenCode gives an agent by the last rule that matches', async () => {
  const tools = async (keys: string) => (await openCode.effective(keys)).tools;
  assert.equal(await tools('mode: primary'), null);
  assert.equal(await tools('permission:\n  bash: ask'), null);
  assert.deepEqual(await tools('tools:\n  "*": false\n  grep: true'), ['grep']);
  assert.deepEqual(await tools('tools:\n  grep: true\n  "*": false'), []);
  const subagent = await tools('mode: subagent');
  assert.ok(!subagent!.includes('task') && !subagent!.includes('todowrite') && subagent!.includes('edit'));
  assert.ok((await tools('mode: subagent\npermission:\n  task: allow'))!.includes('task'));
});

test('inspect knows the MCP servers of an OpenCode project', async () => {
  const others = {
    'opencode.jsonc':
      '{\n  // Ours.\n  "mcp": { "docs": { "type": "local" }, "old": { "type": "local", "enabled": false } },\n}\n',
  };
  const { tools } = await openCode.effective('tools:\n  bash: false', others);
  assert.ok(tools!.includes('docs_*') && !tools!.includes('old_*'));
  assert.ok(
    !(await openCode.effective('tools:\n  "docs_*": false', others)).tools!.some(tool => /docs/.test(tool)),
  );
});

test('inspect says when OpenCode does not start an agent, and which tools only some sessions have', async () => {
  const { starts, reason } = await openCode.effective('model: sonnet');
  assert.deepEqual([starts, reason], [false, 'Unknown model `sonnet`']);
  assert.equal((await openCode.effective('tools: read, grep')).starts, false);
  assert.equal((await openCode.effective('disable: true')).reason, 'It is disabled');
  assert.equal((await openCode.effective('model: openai/gpt-5')).model, 'gpt-5');
  const { conditional } = await openCode.effective('permission:\n  "*": deny\n  question: allow');
  assert.deepEqual(conditional, [{ tool: 'question', where: 'in an interactive session' }]);
});

test('inspect shows what Gemini CLI gives an agent', async () => {
  const tools = async (keys: string) => (await gemini.effective(keys)).tools;
  assert.equal(await tools('model: inherit'), null);
  assert.deepEqual(await tools('tools: [search_file_content, write_file, invoke_agent]'), [
    'complete_task',
    'grep_search',
    'write_file',
  ]);
  assert.deepEqual(await tools('tools: []'), ['complete_task']);
  assert.deepEqual(
    await tools('tools: [glob]\nmcp_servers:\n  web:\n    command: serve\n    include_tools: [open]'),
    ['complete_task', 'glob', 'mcp_web_open'],
  );
  const { conditional } = await gemini.effective('tools: [glob, ask_user]');
  assert.deepEqual(conditional, [{ tool: 'ask_user', where: 'in an interactive session' }]);
});

test('inspect knows the MCP servers of Gemini CLI and Qwen Code projects', async () => {
  const withDocs = { '.gemini/settings.json': settings, '.qwen/settings.json': settings };
  const ofGemini = async (list: string) => (await gemini.effective(`tools: [${list}]`, withDocs)).tools;
  assert.deepEqual(await ofGemini('"mcp_*"'), ['complete_task', 'mcp_docs_*']);
  assert.deepEqual(await ofGemini('mcp_docs_find, mcp_other_find'), ['complete_task', 'mcp_docs_find']);
  const ofQwen = async (list: string) => (await qwen.effective(`tools: [${list}]`, withDocs)).tools;
  assert.deepEqual(await ofQwen('glob, mcp__docs__find, mcp__Docs__find, mcp__docs, "mcp__docs__*"'), [
    'glob',
    'mcp__docs__find',
  ]);
  const { tools } = await qwen.effective('disallowedTools: [mcp__docs, Shell]', withDocs);
  assert.ok(tools!.includes('edit') && !tools!.includes('run_shell_command'));
  assert.ok(!tools!.some(tool => tool.startsWith('mcp__')));
});

test('inspect shows what Qwen Code gives an agent', async () => {
  const tools = async (keys: string) => (await qwen.effective(keys)).tools;
  assert.equal(await tools('tools: []'), null);
  assert.equal(await tools('disallowedTools: ["*"]'), null);
  assert.deepEqual(await tools('tools: [Edit, SearchFiles, Task, read, todo_write]'), [
    'agent',
    'edit',
    'grep_search',
  ]);
  assert.equal((await qwen.effective('tools: [Read, Bash]')).reason, 'It starts without any tool');
  assert.equal((await qwen.effective('model: openai:qwen-max')).model, 'qwen-max');
  const short = inspecting('.qwen/agents/a.md', 'name: worker\ndescription: Works.\n', 'short');
  assert.equal((await short.effective('model: inherit')).starts, false);
});

const copilot = inspecting('.github/agents/a.agent.md', 'description: Works.\n');

test('inspect shows what each name in a list of Copilot CLI grants', async () => {
  const tools = async (keys: string) => (await copilot.effective(keys)).tools;
  assert.equal(await tools('model: gpt-5.4'), null);
  assert.deepEqual(await tools('tools: [search, Read]'), ['glob', 'grep', 'skill', 'sql', 'view']);
  assert.deepEqual(await tools('tools: [nope]'), ['skill', 'sql']);
  const own = 'mcp-servers:\n  own:\n    command: serve\n    args: []\n    tools: [find]';
  assert.deepEqual(await tools(`tools: ["own/*", own-drop]\n${own}`), ['own-find', 'skill', 'sql']);
  assert.deepEqual(await tools('tools: [docs/find, "docs/*"]'), ['docs-*', 'docs-find', 'skill', 'sql']);
  const { conditional } = await copilot.effective('tools: [web, docs-find, "github/*"]');
  assert.deepEqual(conditional, [
    { tool: 'web_fetch', where: 'while it is online' },
    { tool: 'docs-find', where: 'with an MCP server that has it' },
    { tool: 'github-*', where: 'while it is online' },
  ]);
  assert.equal((await copilot.effective('tools: ~')).starts, false);
  assert.match(await copilot.text('tools: [search]'), / {4}tools: search → glob, grep, skill, sql\n/);
});

test('inspect has a verdict for each reader of a Copilot agent', async () => {
  const readers = async (path: string, text: string) => {
    const { out } = await run(project({ [path]: text }), ['inspect', '--format', 'json', path]);
    const [{ loads, readers }] = JSON.parse(out).files as [
      {
        loads: boolean;
        readers: { tool: string; loads: boolean; outcome: string; tools: string[] | null }[];
      },
    ];
    return {
      loads,
      readers: readers.map(({ tool, loads, outcome }) => `${tool} ${loads} ${outcome}`),
      all: readers,
    };
  };
  const path = '.github/agents/a.agent.md';
  const undescribed = await readers(path, '---\nname: a\ntools: [read]\n---\nYou.\n');
  assert.deepEqual(undescribed.loads, false);
  assert.deepEqual(undescribed.readers, ['VS Code true loads', 'Copilot cloud agent false rejected']);
  const described = await readers(
    path,
    '---\ndescription: D.\ntools: [Bash, web, docs/find, nope]\n---\nYou.\n',
  );
  assert.deepEqual(described.readers, ['VS Code true loads', 'Copilot cloud agent true changed']);
  assert.deepEqual(described.all[1]!.tools, ['docs/find', 'execute']);
  const forVscode = await readers(path, '---\nname: a\ntarget: vscode\n---\nYou.\n');
  assert.deepEqual([forVscode.loads, forVscode.readers], [true, ['Copilot CLI false rejected']]);
  const forGithub = await readers(path, '---\ndescription: D.\ntarget: github-copilot\n---\nYou.\n');
  assert.deepEqual(forGithub.readers, ['Copilot cloud agent true loads']);
});

test('inspect shows what an agent for VS Code alone runs with', async () => {
  const { starts, tools } = await copilot.effective('target: vscode\ntools: [search, usages]');
  assert.deepEqual([starts, tools], [true, ['search', 'usages']]);
  assert.equal((await copilot.effective('target: vscode')).tools, null);
});

test('an error of VS Code does not count in the verdict of Copilot CLI', async () => {
  const text = await copilot.text('handoffs:\n  - label: Go');
  assert.match(text, /a\.agent\.md +yes /);
  assert.match(text, / {4}VS Code loads it with changes: `handoffs\[0\]\.agent` is missing/);
  assert.match(text, / {4}Copilot cloud agent loads it;/);
});
