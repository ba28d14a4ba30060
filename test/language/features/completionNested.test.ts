import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCodeAgent } from '../../../server/src/language/tools/openCode/agent.ts';
import { checkApplied, checkCompletions, completions } from '../../support/completions.ts';

const labels = (marked: string) => completions(marked).items.map(({ label }) => label);

test('completion lists hook events below their key', () => {
  checkCompletions('---\nhooks:\n  ¦\n---\n', 'PreToolUse | Before a tool call runs.\nPostToolUse\n…');
  assert.equal(labels('---\nhooks:\n  ¦\n---\n').length, 34);
  assert.equal(labels('---\nhooks:\n  Stop:\n  ¦\n  Setup:\n---\n').length, 32);
});

test('a hook event is inserted with a handler, and with a matcher if it has one', () => {
  const hooks = '---\nhooks:\n  ';
  const handler = (indent: string) => `${indent}- type: command\n${indent}  command: ./check.sh\n---\n`;
  checkApplied(
    `${hooks}Pre¦\n---\n`,
    'PreToolUse',
    `${hooks}PreToolUse:\n    - matcher: Bash\n      hooks:\n${handler('        ')}`,
  );
  checkApplied(`${hooks}St¦\n---\n`, 'Stop', `${hooks}Stop:\n    - hooks:\n${handler('        ')}`);
  checkApplied(`---\nhooks: ¦\n---\n`, 'Stop', `---\nhooks: \n  Stop:\n    - hooks:\n${handler('        ')}`);
});

test('a group of handlers is inserted with its dash, or without it after a dash', () => {
  checkCompletions('---\nhooks:\n  Stop:\n    - ¦\n---\n', 'hooks | required, list of mappings\nmatcher');
  checkApplied(
    '---\nhooks:\n  Stop:\n    ¦\n---\n',
    'hooks',
    '---\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\n',
  );
  checkCompletions('---\nhooks:\n  Stop:\n    - matcher: a\n      ¦\n---\n', 'hooks');
});

test('completion lists the keys of a handler by its type', () => {
  const handler = '---\nhooks:\n  Stop:\n    - hooks:\n        - ';
  checkCompletions(
    `${handler}type: http\n          ¦\n---\n`,
    'url | required, string\nheaders\nallowedEnvVars\nif\ntimeout\nstatusMessage\nonce',
  );
  checkCompletions(`${handler}¦\n---\n`, 'type | required, string\n…');
  checkCompletions(`${handler}type: ¦\n---\n`, 'command\nhttp\nmcp_tool\nprompt\nagent');
  checkCompletions(`${handler}type: command\n          shell: ¦\n---\n`, 'bash\npowershell');
  checkApplied(`${handler}ty¦\n---\n`, 'type', `${handler}type: command\n---\n`);
});

test('completion in a matcher lists the values for its event', () => {
  const matcher = (event: string, value: string) =>
    `---\nhooks:\n  ${event}:\n    - matcher: ${value}\n---\n`;
  checkApplied(matcher('PreToolUse', '"Edit|W¦"'), 'Write', matcher('PreToolUse', '"Edit|Write"'));
  assert.ok(!labels(matcher('PreToolUse', '"Edit|¦"')).includes('Edit'));
  checkCompletions(matcher('SubagentStop', '¦'), 'general-purpose\nExplore\nPlan');
  checkCompletions(matcher('PreCompact', '¦'), 'manual\nauto');
  checkCompletions(matcher('Stop', '¦'), '');
});

test('completion lists two forms of an MCP server, and the keys of its type', () => {
  const servers = '---\nmcpServers:\n  - ';
  checkCompletions(`${servers}¦\n---\n`, 'name: { command }\nname: { url }');
  checkApplied(
    `${servers}¦\n---\n`,
    'name: { command }',
    `${servers}name:\n      type: stdio\n      command: npx\n      args: []\n---\n`,
  );
  checkCompletions(`${servers}github:\n      ¦\n---\n`, 'command\ntype\nargs\nenv');
  checkCompletions(`${servers}github:\n      type: http\n      ¦\n---\n`, 'url\nheaders');
  checkCompletions(`${servers}github:\n      type: ¦\n---\n`, 'stdio\nhttp\nsse\nws');
});

test('keys in a flow mapping are inserted without line breaks', () => {
  checkApplied('---\nexperimental: { ¦ }\n---\n', 'cacheTtl', '---\nexperimental: { cacheTtl: 5m }\n---\n');
  checkApplied(
    '---\nhooks: { Stop: [{ hooks: [{ type: command, ¦ }] }] }\n---\n',
    'args',
    '---\nhooks: { Stop: [{ hooks: [{ type: command, args: [] }] }] }\n---\n',
  );
});

test('completion lists the nested fields of another dialect', () => {
  const options = { dialect: openCodeAgent };
  checkCompletions('---\nmode: ¦\n---\n', 'subagent\nprimary\nall', options);
  checkCompletions('---\npermission:\n  bash: ¦\n---\n', 'allow\nask\ndeny', options);
  checkApplied('---\npermission:\n  ba¦\n---\n', 'bash', '---\npermission:\n  bash: allow\n---\n', options);
});

test('completion lists placeholders in the body if the dialect has them', () => {
  const placeholders = [
    { value: '$ARGUMENTS', description: 'All arguments.' },
    { value: '${file}', description: 'The file.' },
  ];
  const options = { dialect: { ...openCodeAgent, body: { placeholders } } };
  checkCompletions('---\nmode: all\n---\nUse $¦\n', '$ARGUMENTS | All arguments.\n${file}', options);
  checkApplied(
    '---\nmode: all\n---\n($ARG¦)\n',
    '$ARGUMENTS',
    '---\nmode: all\n---\n($ARGUMENTS)\n',
    options,
  );
  checkApplied('---\nmode: all\n---\n${f¦\n', '${file}', '---\nmode: all\n---\n${file}\n', options);
  checkCompletions('---\nmode: all\n---\nUse ¦\n', '', options);
});

test('a list of mappings inserted after its key is indented correctly', () => {
  checkApplied(
    '---\nmcpServers:¦\n---\n',
    'name: { command }',
    '---\nmcpServers:\n  - name:\n      type: stdio\n      command: npx\n      args: []\n---\n',
  );
  checkApplied(
    '---\nhooks:\n  Stop: ¦\n---\n',
    'hooks',
    '---\nhooks:\n  Stop: \n    - hooks:\n        - type: command\n          command: ./check.sh\n---\n',
  );
});
