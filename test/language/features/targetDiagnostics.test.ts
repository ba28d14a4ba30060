import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleSettings } from '../../../server/src/language/features/diagnostics.ts';
import { diagnoseForAll } from '../../../server/src/language/features/targetDiagnostics.ts';
import { readForTargets } from '../../../server/src/language/features/targets.ts';
import { snapshotOf } from '../../support/diagnostics.ts';

const header = '---\nname: writer\ndescription: Writes.\n';
const path = '.claude/agents/writer.md';

/** Diagnostics as lines `text under the squiggle: severity rule (targets) message`. */
function held(text: string, targets: readonly string[], rules: RuleSettings = {}): string[] {
  const snapshot = snapshotOf(text, { path });
  return diagnoseForAll(snapshot, readForTargets(snapshot, targets), rules).map(
    ({ range, severity, rule, targets: about, message }) =>
      `${text.slice(range.start, range.end)}: ${severity} ${rule.id} (${about ?? 'own'}) ${message}`,
  );
}

test('a file without targets has only the diagnostics of its own tool', () => {
  assert.deepEqual(held(`${header}color: green\n---\nYou write.\n`, []), []);
  assert.equal(held(`${header}colour: green\n---\nYou write.\n`, []).length, 1);
});

test('a problem that only other tools reject is one warning that names them', () => {
  const [only, ...others] = held(`${header}color: green\n---\nYou write.\n`, ['kilo', 'opencode']);
  assert.deepEqual(others, []);
  assert.match(
    only!,
    /^green: warning useKnownColor \(opencode,kilo\) Unknown color `green`\. OpenCode 1\.\d+ does not start with this file; Kilo 7\.\d+ does not load this file\./,
  );
});

test('a diagnostic about one target has its consequence, and says once that it does not load the file', () => {
  const [only, ...others] = held('---\nname: writer\ndescription: Writes.\n', ['continue']).filter(line =>
    line.includes('(continue)'),
  );
  assert.deepEqual(others, []);
  assert.match(only!, /Front matter is not closed\. Continue /);
  assert.equal(only!.match(/Continue/g)?.length, 1);
});

test('tools with the same problem are named in one diagnostic', () => {
  const text = '---\ndescription: Writes.\nmode: agent\n---\nYou write.\n';
  const snapshot = snapshotOf(text, { path: '.kilo/agents/writer.md' });
  const readings = readForTargets(snapshot, ['opencode', 'claude']);
  const about = diagnoseForAll(snapshot, readings).map(({ rule, targets, severity }) => [
    rule.id,
    targets?.join() ?? 'own',
    severity,
  ]);
  assert.ok(about.some(([rule, tools]) => rule === 'useKnownValue' && tools === 'own'));
  assert.ok(about.some(([rule, tools]) => rule === 'useKnownValue' && tools === 'opencode'));
  assert.ok(about.some(([rule, tools]) => rule === 'useName' && tools === 'claude'));
  for (const [, tools, severity] of about) if (tools !== 'own') assert.notEqual(severity, 'error');
});

test('a key that another tool passes on or ignores is reported as information', () => {
  const found = held(`${header}memory: user\n---\nYou write.\n`, ['opencode']);
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^memory: information noUnknownKey \(opencode\) .*OpenCode/);
});

test('a target does not repeat a diagnostic of the same severity', () => {
  const colon = `---\nname: writer\ndescription: Use: this\n---\nYou write.\n`;
  assert.deepEqual(
    held(colon, ['opencode', 'kilo']).map(line => line.split(' ').slice(2, 5).join(' ')),
    ['information useQuotedValue (own)'],
  );
});

test('a rule that is off reports nothing for any tool, and no setting makes a target’s problem an error', () => {
  const text = `${header}color: green\n---\nYou write.\n`;
  assert.deepEqual(held(text, ['opencode'], { useKnownColor: 'off' }), []);
  assert.match(held(text, ['opencode'], { useKnownColor: 'error' })[0]!, /^green: warning /);
  assert.match(held(text, ['opencode'], { useKnownColor: 'hint' })[0]!, /^green: hint /);
});

test('the message starts with the problem and names the consequence once', () => {
  const bare = held('---\nname: a\n---\nYou write.\n', ['gemini']).filter(line => line.includes('(gemini)'));
  assert.ok(bare.length > 0);
  for (const line of bare) assert.match(line, /\(gemini\) `\w+` is missing\. Gemini CLI /);
  const marked = held(`\uFEFF${header}---\nYou write.\n`, ['gemini']);
  assert.match(marked[0]!, /\(gemini\) .*byte order mark.*\. Gemini CLI /i);
});

test('a diagnostic of the own tool says which targets it is also about', () => {
  const several = held(`${header}memory: user\n---\nYou write.\n`, ['cursor', 'goose']);
  assert.match(
    several[0]!,
    /\(cursor,goose\) Unknown key `memory`\. Cursor 2\.\d+ and Goose do not document it/,
  );
});

test('a suppression comment applies to targets too', () => {
  const text = `${header}# agent-files-disable-next-line useKnownColor\ncolor: green\n---\nYou write.\n`;
  assert.deepEqual(held(text, ['opencode']), []);
});

const tools = 'tools: Read, Grep, Bash, NotebookEdit, Write';

test('names in a list with the same problem are one diagnostic, at the first of them', () => {
  const text = `${header}${tools}\n---\nYou write.\n`;
  const found = held(text, ['qwen']).filter(line => !line.includes('(own)'));
  assert.deepEqual(found, [
    'Read: information useKnownTool (qwen) Unknown tools `Read`, `Bash`, and `Write`. Qwen Code does not give the agent the tools that were meant. Use `read_file` for `Read`; `run_shell_command` for `Bash`; `write_file` for `Write`.',
  ]);
  const snapshot = snapshotOf(text, { path });
  const [diagnostic] = diagnoseForAll(snapshot, readForTargets(snapshot, ['qwen'])).filter(
    ({ targets }) => targets,
  );
  assert.deepEqual(
    diagnostic!.finding.related?.map(({ uri, range, message }) => {
      assert.equal(uri, snapshot.document.uri);
      const [start, end] = [range.start, range.end].map(position => snapshot.document.offsetAt(position));
      return `${text.slice(start, end)}: ${message}`;
    }),
    ['Bash: Unknown tool `Bash`', 'Write: Unknown tool `Write`'],
  );
});

test('ten unknown names and three targets are one diagnostic per target', () => {
  const text = `${header}tools:\n  - Read\n  - Grep\n  - Glob\n  - Bash\n  - Edit\n  - Write\n  - WebFetch\n  - WebSearch\n  - "NotebookEdit"\n  - LSP\n---\nYou write.\n`;
  const found = held(text, ['kiro', 'antigravity', 'factory']).filter(line =>
    line.includes(' useKnownTool '),
  );
  const about = (target: string) => found.filter(line => line.includes(`(${target})`));
  assert.equal(about('kiro').length, 1, about('kiro').join('\n'));
  assert.match(
    about('kiro')[0]!,
    /^Read: .* Use `read` for `Read`, `Grep`, and `Glob`; .* `web` for `WebFetch` and `WebSearch`\./,
  );
  assert.equal(about('antigravity').length, 1, about('antigravity').join('\n'));
  assert.equal(about('factory').length, 1, about('factory').join('\n'));
  assert.match(
    about('factory')[0]!,
    /^Bash: information useKnownTool \(factory\) Unknown tools `Bash`, .*\. Factory .*`Create` for `Write`/,
  );
});

test('suppressed names, and names with a diagnostic of the same severity, are not listed', () => {
  const silenced = `${header}tools:\n  - Read\n  # agent-files-disable-next-line useKnownTool\n  - Bash\n  - Write\n  - WebFetch\n---\nYou write texts.\n`;
  const [only, ...others] = held(silenced, ['qwen']).filter(line => line.includes('(qwen)'));
  assert.deepEqual(others, []);
  assert.match(only!, /Use `read_file` for `Read`; `write_file` for `Write`\.$/);
  const unknown = `${header}tools: Read, Frob, Bash\n---\nYou write texts.\n`;
  const found = held(unknown, ['qwen']);
  assert.equal(found.filter(line => line.startsWith('Frob:')).length, 1, found.join('\n'));
  assert.ok(!found.some(line => line.includes('(qwen)') && line.includes('Frob')), found.join('\n'));
});

test('the message lists some of very many names', () => {
  const names = Array.from({ length: 40 }, (_, at) => `Tool${at}`).join(', ');
  const found = held(`${header}tools: [${names}]\n---\nYou write.\n`, ['gemini']);
  const [only, ...others] = found.filter(line => line.includes('useKnownTool (gemini)'));
  assert.deepEqual(others, []);
  assert.match(only!, /^Tool0: .*`Tool12`, and 27 more\.$/);
});

test('targets with different requirements for a value have separate diagnostics', () => {
  const found = held(`${header}tools: Read, Grep\n---\nYou write.\n`, ['gemini', 'opencode']);
  assert.deepEqual(
    found.filter(line => line.includes(' must be ')).map(line => /\((\w+)\) (.*?)\. /.exec(line)?.slice(1)),
    [
      ['gemini', '`tools` must be a list'],
      ['opencode', '`tools` must be a mapping'],
    ],
  );
});

test('different problems of one field are separate diagnostics', () => {
  const servers = 'mcp_servers:\n  a:\n    command: 5\n    args: x\n';
  const found = held(`${header}${servers}---\nYou write.\n`, ['gemini']).filter(line =>
    line.includes('(gemini)'),
  );
  const about = found.filter(line => line.includes('mcp_servers.a'));
  assert.equal(about.length, 2, found.join('\n'));
  assert.ok(!about.some(line => line.includes('The same applies')), about.join('\n'));
});
