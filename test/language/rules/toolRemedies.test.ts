import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose, fixesOf } from '../../../server/src/language/features/diagnostics.ts';
import { type Place, snapshotOf } from '../../support/diagnostics.ts';

/** What is said and offered about the only wrong tool of an agent. */
function wrongTool(lines: string, place: Place): { advice: string | undefined; titles: string[] } {
  const text = `---\nname: graph\ndescription: Reads the graph.\n${lines}\n---\nYou help with this project.\n`;
  const found = diagnose(snapshotOf(text, place));
  assert.equal(found.length, 1, found.map(({ message }) => message).join('\n'));
  return { advice: found[0]!.finding.advice, titles: fixesOf(found[0]!).map(({ title }) => title) };
}

const gemini = { path: '.gemini/agents/graph.md' };
const claude = { path: '.claude/agents/graph.md' };

test('a bare name of an MCP tool gets the prefix of the only server that the agent has', () => {
  const servers = 'mcp_servers:\n  memory:\n    command: memory-server';
  const { advice, titles } = wrongTool(`tools:\n  - read_file\n  - read_graph\n${servers}`, gemini);
  assert.equal(advice, 'Did you mean `mcp_memory_read_graph`?');
  assert.deepEqual(titles, ['Change to `mcp_memory_read_graph`', 'Remove `read_graph`']);
});

test('without a server, or with several, the advice names the form of an MCP tool', () => {
  const servers = 'mcp_servers:\n  a:\n    command: a\n  b:\n    command: b';
  for (const further of ['', `\n${servers}`]) {
    const { advice } = wrongTool(`tools:\n  - read_file\n  - kubectl_get${further}`, gemini);
    assert.equal(advice, 'Write `mcp_<server>_<tool>` for a tool of an MCP server, and remove other names');
  }
  assert.equal(
    wrongTool('tools: Read, read_graph', claude).advice,
    'For a tool of an MCP server, write `mcp__<server>__read_graph`; otherwise remove the name',
  );
});

test('a tool of another product becomes the one of this tool', () => {
  const foreign: Readonly<Record<string, readonly [place: Place, tools: string]>> = {
    Grep: [claude, 'Read, grep_search'],
    WebSearch: [claude, 'Read, google_web_search'],
    Skill: [claude, 'Read, activate_skill'],
    read_file: [gemini, '[glob, Read]'],
    run_shell_command: [gemini, '[glob, Bash]'],
  };
  for (const [meant, [place, tools]] of Object.entries(foreign))
    assert.equal(wrongTool(`tools: ${tools}`, place).titles[0], `Change to \`${meant}\``);
});
