import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project, run } from '../support/cli.ts';
import { recordedCases } from '../support/conformance.ts';

const good = '---\nname: writer\ndescription: Writes.\n---\nYou write.\n';

async function checked(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string[]> {
  const { out } = await run(project(files), ['check', '--format', 'json', ...args]);
  const { files: found } = JSON.parse(out) as {
    files: readonly {
      path: string;
      diagnostics: readonly { rule: string; severity: string; message: string }[];
    }[];
  };
  return found.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ rule, severity, message }) => `${path} ${severity} ${rule}: ${message}`),
  );
}

test('`inspect` shows what Cline loads, as it was recorded', async () => {
  const cases = recordedCases('cline/agents').filter(({ path }) =>
    /^\.cline\/agents\/[^/]+\.ya?ml$/.test(path),
  );
  assert.ok(cases.length > 80);
  const files = Object.fromEntries(
    cases.map(({ id, input, path }) => [`${id.replace(/\W/g, '-')}/${path}`, input]),
  );
  const { out } = await run(project(files), ['inspect', '--format', 'json']);
  const loads = new Map(
    (JSON.parse(out) as { files: readonly { path: string; loads: boolean }[] }).files.map(file => [
      file.path.split('/')[0],
      file.loads,
    ]),
  );
  for (const { id, loads: recorded } of cases) assert.equal(loads.get(id.replace(/\W/g, '-')), recorded, id);
});

test('agents of Cline are found by their place, and files that it does not read are reported', async () => {
  assert.deepEqual(
    await checked({ '.cline/agents/a.yaml': good, 'b.yaml': good, '.github/c.yml': 'on: x' }),
    [],
  );
  const notRead = 'warning useReadableFile: File is not read here. Cline';
  assert.deepEqual(await checked({ '.cline/agents/a.md': good }), [
    `.cline/agents/a.md ${notRead} reads only files that end in \`.yaml\` or \`.yml\`. Rename it to \`a.yaml\`.`,
  ]);
  assert.deepEqual(await checked({ '.cline/agents/x/a.yml': good }), [
    `.cline/agents/x/a.yml ${notRead} does not read subfolders of \`.cline/agents\`. Move it to \`.cline/agents/a.yml\`.`,
  ]);
});

test('agents of other tools can be checked for Cline', async () => {
  const text = '---\nname: writer\ndescription: Writes.\nmaxTurns: 5\n---\nYou write.\n';
  assert.deepEqual(await checked({ '.claude/agents/a.md': text }, '--for', 'cline'), [
    '.claude/agents/a.md warning noIneffectiveLimit: `maxTurns` does not limit this agent. Cline ignores it. Use `maxIterations` instead.',
  ]);
});
