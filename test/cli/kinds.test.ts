import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';

const skill = (keys: string) => `---\ndescription: Helps.\n${keys}---\nHelp.\n`;
const around = {
  '.mcp.json': '{"mcpServers": {"Docs": {"command": "serve"}, "my db": {"command": "serve"}}}',
  '.claude/skills/deploy/SKILL.md': skill('disable-model-invocation: true\n'),
  '.claude/skills/sometimes/SKILL.md': skill('paths: "src/**"\n'),
  '.claude/skills/fine/SKILL.md': skill(''),
};

/** The findings on an agent of Claude Code with these keys, each as `severity rule: problem`. */
async function found(keys: string): Promise<string[]> {
  const text = `---\nname: worker\ndescription: Works.\n${keys}\n---\nYou work.\n`;
  const cwd = project({ ...around, '.claude/agents/worker.md': text });
  const { out } = await run(cwd, ['check', '--format', 'json']);
  const { files } = JSON.parse(out) as {
    files: { path: string; diagnostics: { severity: string; rule: string; problem: string }[] }[];
  };
  const { diagnostics = [] } = files.find(({ path }) => path === '.claude/agents/worker.md') ?? {};
  return diagnostics.map(({ severity, rule, problem }) => `${severity} ${rule}: ${problem}`);
}

test('check reports names of MCP servers in another case, as an error where a limit or the agent is lost', async () => {
  const no = (severity: string, name: string) => [
    `${severity} useServerName: No MCP server is named \`${name}\``,
  ];
  assert.deepEqual(await found('tools: Read, mcp__docs__find'), no('warning', 'docs'));
  assert.deepEqual(await found('tools: mcp__DOCS'), no('error', 'DOCS'));
  assert.deepEqual(await found('disallowedTools: mcp__docs__drop'), no('error', 'docs'));
  assert.deepEqual(await found('tools: Read\nmcpServers: [docs]'), no('warning', 'docs'));
  assert.deepEqual(await found('tools: Nope\nmcpServers: [DOCS]'), [
    'warning useKnownTool: Unknown tool `Nope`',
    ...no('error', 'DOCS'),
  ]);
  for (const fine of [
    'tools: mcp__Docs',
    'tools: mcp__elsewhere__find',
    'disallowedTools: mcp__my_db__drop',
    'mcpServers: [Docs]',
  ])
    assert.deepEqual(await found(fine), [], fine);
});

test('inspect, too, says that an agent with such names only does not start', async () => {
  const text = '---\nname: worker\ndescription: Works.\ntools: mcp__docs__find\n---\nYou work.\n';
  const cwd = project({ ...around, '.claude/agents/worker.md': text });
  const { out } = await run(cwd, ['inspect', '.claude/agents/worker.md']);
  assert.match(out, /worker\.md +fails /);
});

test('check reports skills that an agent is not given at its start', async () => {
  assert.deepEqual(await found('skills: [fine]'), []);
  assert.deepEqual(await found('skills: deploy, sometimes'), [
    'warning noWithheldSkill: The model cannot call the skill `deploy`',
    'warning noWithheldSkill: The model cannot call the skill `sometimes`',
  ]);
  assert.deepEqual(await found('skills: [/fine, "*", absent]'), [
    'warning useKnownValue: No skill is named `/fine`',
    'warning useKnownValue: No skill is named `*`',
    'information useExistingName: No skill is named `absent`',
  ]);
});

test('check reports tools that agents in the background do not have', async () => {
  assert.deepEqual(await found('tools: Read, CronCreate\nbackground: true'), [
    'warning noUnavailableTool: Tool `CronCreate` is not available here',
  ]);
  assert.deepEqual(await found('tools: Read, CronCreate'), []);
});

test('inspect shows the line by which models know of an agent, with the tools that the file lists', async () => {
  const line = async (keys: string) => {
    const text = `---\nname: worker\ndescription: Works.\n${keys}\n---\nYou work.\n`;
    const cwd = project({ '.claude/agents/worker.md': text });
    const { out } = await run(cwd, ['inspect', '--format', 'json']);
    return (JSON.parse(out) as { files: { listing: string }[] }).files[0]!.listing;
  };
  assert.equal(await line('tools: Read, Nope'), '- worker: Works. (Tools: Read, Nope)');
  assert.equal(await line('tools: ""'), '- worker: Works. (Tools: All tools)');
  assert.equal(await line('disallowedTools: Nope'), '- worker: Works. (Tools: All tools except Nope)');
});

test('inspect shows what has no effect as the main agent, and in a folder that is not trusted', async () => {
  const keys = 'skills: [fine]\nmaxTurns: 3\neffort: high\nmcpServers: [Docs]\ntools: Read';
  const text = `---\nname: worker\ndescription: Works.\n${keys}\n---\nYou work.\n`;
  const cwd = project({ ...around, '.claude/agents/worker.md': text });
  const inspect = async (...options: string[]) =>
    (await run(cwd, ['inspect', '.claude/agents/worker.md', ...options])).out;
  const usual = await inspect();
  assert.match(usual, / {4}tools: Read → Read, mcp__Docs\n/);
  assert.doesNotMatch(usual, /no effect/);
  const main = await inspect('--main');
  for (const key of ['skills', 'maxTurns', 'effort'])
    assert.match(main, new RegExp(` {4}${key}: no effect where the agent is the conversation`));
  assert.doesNotMatch(main, /effort: high →|mcpServers: no effect/);
  const untrusted = await inspect('--untrusted');
  assert.match(untrusted, / {4}mcpServers: no effect in a folder that is not trusted\n/);
  assert.doesNotMatch(untrusted, /mcp__Docs|maxTurns/);
});
