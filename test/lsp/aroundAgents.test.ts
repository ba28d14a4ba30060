import { serverTest } from '../support/lspClient.ts';

const agent = '.claude/agents/worker.md';
const text = (keys: string) => `---\nname: worker\ndescription: Works.\n${keys}\n---\nYou work.\n`;
const skill = (keys: string) => `---\ndescription: Deploys.\n${keys}---\nDeploy.\n`;
const deploy = '.claude/skills/deploy/SKILL.md';

serverTest(
  'an agent is told anew when a skill that it preloads is withheld from models, or no longer',
  { files: { [agent]: text('skills: [deploy]'), [deploy]: skill('disable-model-invocation: true\n') } },
  async client => {
    await client.diagnostics(agent, ['noWithheldSkill']);
    await client.open(deploy, skill('disable-model-invocation: true\n'));
    await client.change(deploy, skill(''));
    await client.diagnostics(agent, []);
    await client.change(deploy, skill('disable-model-invocation: true\n'));
    await client.diagnostics(agent, ['noWithheldSkill']);
  },
);

serverTest(
  'an agent whose only tools are of a server in another case is told so until the server is renamed',
  {
    files: {
      [agent]: text('tools: mcp__docs__find'),
      '.mcp.json': '{"mcpServers": {"Docs": {"command": "serve"}}}',
    },
  },
  async client => {
    await client.diagnostics(agent, ['useServerName']);
    await client.writeFile('.mcp.json', '{"mcpServers": {"docs": {"command": "serve"}}}');
    await client.diagnostics(agent, []);
  },
);

serverTest(
  'the status of an agent follows the file that hides it',
  {
    files: { '.claude/agents/a.md': text(''), '.claude/agents/b.md': text('') },
    initializationOptions: { status: true },
  },
  async client => {
    await client.diagnostics('.claude/agents/a.md', ['noDuplicateName']);
    await client.open('.claude/agents/a.md', text(''));
    await client.status('.claude/agents/a.md', 'hidden by a duplicate name');
    await client.deleteFile('.claude/agents/b.md');
    await client.status('.claude/agents/a.md', 'loads as worker');
    await client.writeFile('.claude/agents/b.md', text(''));
    await client.status('.claude/agents/a.md', 'hidden by a duplicate name');
  },
);
