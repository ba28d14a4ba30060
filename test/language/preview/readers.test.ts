import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
import { fileStatus } from '../../../server/src/language/features/fileStatus.ts';
import { summaryOf } from '../../../server/src/language/overview/fileSummary.ts';
import { renderPreview } from '../../../server/src/language/preview/index.ts';
import { snapshotOf } from '../../support/diagnostics.ts';
import { parseHtml, select, textOf } from '../../support/htmlTree.ts';

/** The texts of the elements that match, in the preview of a file. */
function shown(path: string, keys: string, selector: string): string[] {
  const snapshot = snapshotOf(`---\nname: worker\ndescription: Works.\n${keys}\n---\nYou work on files.\n`, {
    path,
  });
  const root = parseHtml(renderPreview(snapshot, diagnose(snapshot), snapshot.document.uri).html);
  return select(root, selector).map(textOf);
}

const openCode = '.opencode/agents/worker.md';
const copilot = '.github/agents/worker.agent.md';
const gemini = '.gemini/agents/worker.md';
const qwen = '.qwen/agents/worker.md';

test('the preview has a verdict for each reader of a Copilot agent', () => {
  assert.deepEqual(shown(copilot, 'tools: [read]', '.pill'), [
    'Copilot CLI loads',
    'VS Code loads',
    'Copilot cloud agent loads',
  ]);
  assert.deepEqual(shown(copilot, 'target: vscode', '.pill'), ['VS Code loads', 'Copilot CLI loads']);
  assert.deepEqual(shown(copilot, 'mcp-servers: {a: 1}', '.pill')[0], 'Copilot CLI does not load');
});

test('the preview says what an agent may do by the tools that it runs with', () => {
  const rights = (path: string, keys: string) => shown(path, keys, '.ability').join(', ');
  for (const [path, keys, expected] of [
    [
      openCode,
      'tools:\n  write: false',
      'Read files, Run commands, Use the web, Start agents, Use MCP servers',
    ],
    [
      openCode,
      'mode: subagent\npermission:\n  bash: deny',
      'Read files, Change files, Use the web, Use MCP servers, not: Run commands, not: Start agents',
    ],
    [
      copilot,
      'tools: [search, web]',
      'Read files, Use the web, not: Change files, not: Run commands, not: Start agents, not: Use MCP servers',
    ],
    [
      copilot,
      'tools: [read, docs/find]',
      'Read files, Use MCP servers, not: Change files, not: Run commands, not: Use the web, not: Start agents',
    ],
    [
      gemini,
      'tools: [glob, ask_user]\nmcp_servers:\n  a:\n    command: b',
      'Read files, Use MCP servers, not: Change files, not: Run commands, not: Use the web, not: Start agents',
    ],
    [
      qwen,
      'tools: [read_file, Shell]\ndisallowedTools: [Shell]',
      'Read files, not: Change files, not: Run commands, not: Use the web, not: Start agents, not: Use MCP servers',
    ],
  ] as const)
    assert.equal(rights(path, keys), expected, keys);
});

test('no surface shows an agent as fine that another file hides, or that cannot start', () => {
  const agent = (keys: string) => `---\nname: writer\ndescription: Writes.\n${keys}---\nYou write.\n`;
  const all = (path: string, keys: string, others: Readonly<Record<string, string>>) => {
    const snapshot = snapshotOf(agent(keys), { path, others });
    const problems = diagnose(snapshot);
    const page = parseHtml(renderPreview(snapshot, problems, snapshot.document.uri).html);
    const { text, severity } = fileStatus(snapshot, problems);
    return {
      pills: select(page, '.pill').map(textOf),
      verdict: select(page, '.verdict').map(textOf),
      status: `${severity} ${text}`,
      view: summaryOf(snapshot, problems).severity,
    };
  };
  const hidden = all('.claude/agents/a.md', '', { '.claude/agents/b.md': agent('') });
  assert.deepEqual(hidden, {
    pills: ['Claude Code hidden by a duplicate'],
    verdict: ['Claude Code does not use this file: agents/b.md has the same name.'],
    status: 'warning hidden by a duplicate name',
    view: 'warning',
  });
  const used = all('.claude/agents/b.md', '', { '.claude/agents/a.md': agent('') });
  assert.deepEqual([used.pills, used.status], [['Claude Code loads'], 'information loads as writer']);
  const unsure = all('.opencode/agents/a.md', '', { '.opencode/agents/b.md': agent('') });
  assert.deepEqual(
    [unsure.pills, unsure.status],
    [['OpenCode has a duplicate'], 'warning has a duplicate name'],
  );
  for (const [path, keys] of [
    ['.claude/agents/a.md', 'tools: [bash]\n'],
    ['.opencode/agents/a.md', 'model: sonnet\n'],
    ['.qwen/agents/a.md', 'tools: [Read]\n'],
    ['.claude/agents/a.md', 'tools: mcp__docs__find\n'],
  ] as const) {
    const failing = all(path, keys, { '.mcp.json': '{"mcpServers": {"Docs": {"command": "serve"}}}' });
    assert.match(failing.pills[0]!, /fails when used$/);
    assert.equal(failing.status, 'error loads, but fails when it is used');
    assert.equal(failing.view, 'error');
  }
});
