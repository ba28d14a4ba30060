import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'agent-files-npm-')));
after(() => rmSync(scratch, { recursive: true, force: true }));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const env = { ...process.env, npm_config_cache: join(scratch, 'cache'), npm_config_update_notifier: 'false' };

/** Packs what is built, and installs it in an empty folder, without a network and with an empty cache. */
function install(): string {
  execFileSync(process.execPath, ['scripts/prepack.mjs'], { stdio: 'pipe' });
  const packed = execFileSync(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
    encoding: 'utf8',
    env,
  });
  const [{ filename }] = JSON.parse(packed);
  const folder = join(scratch, 'empty');
  mkdirSync(folder);
  const args = ['install', '--offline', '--no-audit', '--no-fund', join(scratch, filename)];
  execFileSync(npm, args, { cwd: folder, env, stdio: 'pipe' });
  return folder;
}
let installed: string | undefined;
const folder = () => {
  installed ??= install();
  return installed;
};

test('the npm package needs no other package, and runs nothing when it is installed', () => {
  assert.equal(manifest.dependencies, undefined, 'All packages are bundled: move them to devDependencies.');
  assert.ok(!manifest.private);
  for (const script of ['preinstall', 'install', 'postinstall'])
    assert.ok(!(script in manifest.scripts), script);
  assert.match(manifest.repository.url, /^git\+https:\/\//);
  assert.equal(manifest.publishConfig.provenance, true);
});

test('the command line runs from the packed package in an empty folder', { timeout: 120_000 }, () => {
  const cwd = folder();
  mkdirSync(join(cwd, '.claude/agents'), { recursive: true });
  const agent = '---\nname: a\ndescription: Use: it\ntools: Read, Grpe\n---\nYou.\n';
  writeFileSync(join(cwd, '.claude/agents/a.md'), agent);
  const npx = (...args: readonly string[]) =>
    spawnSync(npm, ['exec', '--offline', '--', 'agent-files', ...args], { cwd, env, encoding: 'utf8' });
  const { status, stdout, stderr } = npx('check');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /Unknown tool `Grpe`/);
  // What is loaded on demand, and what is read from the documentation.
  assert.match(npx('check', '--fix-dry-run').stdout, /^\+description: "Use: it"$/m);
  assert.match(npx('explain', 'useKnownTool').stdout, /\nSources:\n/);
  assert.equal(npx('--version').stdout, `${manifest.version}\n`);
});

test('the language server runs from the packed package', { timeout: 120_000 }, async t => {
  const message = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const server = join(folder(), 'node_modules/agent-files', manifest.bin['agent-files-language-server']);
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => child.kill());
  child.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes('"codeActionProvider"')) return;
  }
  assert.fail(output);
});

test('agent-files/core runs without anything of Node', { timeout: 120_000 }, () => {
  const core = join(folder(), 'node_modules/agent-files/dist/core.mjs');
  assert.doesNotMatch(readFileSync(core, 'utf8'), /\bimport\s*[{*"']|\bfrom\s*["']node:|["']node:/);
  const script = `
    for (const name of ['process', 'Buffer', 'require', 'setImmediate']) globalThis[name] = undefined;
    const { check, dialectOf, expand, fix, load, rules } = await import('agent-files/core');
    const text = '---\\nname: a\\ndescription: Use: it\\ntools: Read, Grpe\\n---\\nYou.\\n';
    const file = { path: '.claude/agents/a.md', text };
    const [first] = check(file, { rules: { useQuotedValue: 'off' } });
    console.log(JSON.stringify([
      dialectOf(file), first.rule, first.range, load(file).tools, fix(file) !== text, rules.length > 40,
      check(file).find(({ rule }) => rule === 'useQuotedValue').fixes()[0].isSafe,
      // TOML, and tools whose YAML is read in another way.
      dialectOf({ path: 'x/.opencode/agents/b.md', text }), load({ ...file, dialect: 'opencode-agent' }).loads,
      dialectOf({ path: 'notes.md', text: 'x' }) ?? null,
      expand({ path: '.claude/commands/c.md', text: 'Fix $0: !\`ls\`\\n' }, 'a b'), expand(file) ?? null,
    ]));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder(),
    encoding: 'utf8',
  });
  const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 17 } };
  assert.deepEqual(JSON.parse(output), [
    'claude-subagent',
    'useKnownTool',
    range,
    ['Read'],
    true,
    true,
    true,
    'opencode-agent',
    false,
    null,
    { text: 'Fix a: !`ls`\n', commands: ['ls'] },
    null,
  ]);
});

test('agent-files/core has types, and the schemas can be resolved', { timeout: 120_000 }, () => {
  const cwd = folder();
  writeFileSync(
    join(cwd, 'consumer.mts'),
    `import { check, type Finding, load } from 'agent-files/core';
const found: readonly Finding[] = check({ path: 'a.md', text: '' }, { rules: { useName: 'off' } });
export const texts: string[] = found.flatMap(({ fixes }) => fixes().map(({ text }) => text));
export const tools: readonly string[] | null | undefined = load({ path: 'a.md', text: '' })?.tools;
// @ts-expect-error There is no such severity.
check({ path: 'a.md', text: '' }, { rules: { useName: 'warn' } });
`,
  );
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, 'consumer.mts'], {
    cwd,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout);
  const script = `console.log(require.resolve('agent-files/schemas/agentfilesrc.schema.json'))`;
  const schema = execFileSync(process.execPath, ['--eval', script], { cwd, encoding: 'utf8' }).trim();
  assert.ok(existsSync(schema), schema);
});
