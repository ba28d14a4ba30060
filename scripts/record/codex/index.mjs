// Codex: the roles that it offers to a model, and the skills that its app server lists. Neither needs an account.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eachCase, inSandbox, orError } from '../eachCase.mjs';
import { toPlaceholders } from '../placeholders.mjs';
import { RecordError } from '../recordError.mjs';
import { runProgram } from '../run.mjs';
import { startAppServer } from './appServer.mjs';
import { rolesIn } from './roles.mjs';

export const codex = {
  id: 'codex',
  title: 'Codex',
  packages: ['@openai/codex'],
  release: '0.169.0',
  /** The native program, in the package of the system. */
  program(folder) {
    const vendor = join(
      folder,
      ...['node_modules', '@openai', `codex-${process.platform}-${process.arch}`, 'vendor'],
    );
    const [target = 'none'] = existsSync(vendor) ? readdirSync(vendor) : [];
    return join(vendor, target, 'bin', 'codex');
  },
  kinds: {
    agents: {
      cases: 'codex/cases/agents.json',
      columns: ['loads', 'name', 'description', 'model', 'reasoning_effort', 'error', 'all_roles'],
      record: (cases, environment) =>
        eachCase(cases, one => inSandbox(sandbox => recordAgent(one, environment, sandbox))),
    },
    skills: {
      cases: 'codex/cases/skills.json',
      columns: ['loads', 'name', 'description'],
      record: recordSkills,
    },
  },
};

async function recordAgent(one, { program, guard }, sandbox) {
  const { path, input, files, cwd = '', notrust } = one;
  const layout = files ?? { [path]: input };
  sandbox.write(
    Object.fromEntries(
      Object.entries(layout).map(([name, text]) => [name.replace(/^HOME\//, '<home>/'), text]),
    ),
  );
  configure(sandbox, notrust ? [] : [sandbox.folders.project]);
  const options = { cwd: join(sandbox.folders.project, cwd), env: { ...sandbox.env, ...guard.env } };
  const server = await startAppServer(program, options);
  await server.request('thread/start', { cwd: options.cwd }).finally(() => server.end());
  const { stdout, stderr } = await runProgram(program, ['debug', 'prompt-input', 'hi'], options);
  if (stdout === '') throw new RecordError(`Codex did not print its prompt: ${stderr.trim()}`);
  const shown = value => toPlaceholders(value, sandbox.folders);
  return observedRole(one, rolesIn(JSON.parse(stdout)), shown(server.warnings()));
}

/** The settings of a new home: which projects are trusted, and that nothing is sent. */
function configure(sandbox, trusted) {
  const projects = trusted.map(folder => `[projects.${JSON.stringify(folder)}]\ntrust_level = "trusted"\n`);
  sandbox.write({ '<home>/.codex/config.toml': `[analytics]\nenabled = false\n${projects.join('')}` });
}

function observedRole({ path, input, name, all_roles }, roles, warnings) {
  const written = /^name = "(.+)"$/m.exec(input)?.[1] ?? name;
  const role = roles.find(one => one.name === written) ?? roles.find(one => path.includes(one.name));
  const error = warnings.find(text => role === undefined || text.includes(path));
  return {
    loads: role !== undefined,
    name: role?.name ?? null,
    description: role?.description ?? null,
    model: role?.model ?? null,
    reasoning_effort: role?.effort,
    error:
      error?.replaceAll('<home>/', '~/').replaceAll('<project>/', './').replaceAll('<project>', '.').trim() ??
      null,
    all_roles: all_roles && roles.map(one => one.name),
  };
}

/** Lists the skills of all cases in one process, each in a project of its own. */
async function* recordSkills(cases, { program, guard }) {
  const found = await orError(() =>
    inSandbox(async sandbox => {
      const projects = cases.map((_, index) => sandbox.path(`<ext>/${index}`));
      for (const [index, { path, input }] of cases.entries())
        sandbox.write({
          [`<ext>/${index}/${path}`]: input,
          [`<ext>/${index}/.git/HEAD`]: 'ref: refs/heads/main\n',
        });
      configure(sandbox, projects);
      const options = { cwd: sandbox.folders.project, env: { ...sandbox.env, ...guard.env } };
      const server = await startAppServer(program, options);
      const { data } = await server.request('skills/list', { cwds: projects }).finally(() => server.end());
      return projects.map(project => data.find(({ cwd }) => cwd === project)?.skills ?? []);
    }),
  );
  for (const [index, one] of cases.entries())
    yield [one.id, found instanceof RecordError ? found : observedSkill(one, found[index])];
}

function observedSkill({ name }, skills) {
  const skill = skills.find(({ scope }) => scope === 'repo');
  const observed = { loads: skill !== undefined };
  // Of some cases only loading was recorded.
  if (name === undefined) return observed;
  return { ...observed, name: skill?.name ?? null, description: skill?.description ?? null };
}
