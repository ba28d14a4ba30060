import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/language/features/diagnostics.ts';
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
  const abilities = (path: string, keys: string) => shown(path, keys, '.ability').join(', ');
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
    assert.equal(abilities(path, keys), expected, keys);
});
