// OpenCode: agents, commands and skills, as its server lists them. Nothing of it needs an account.
import { join } from 'node:path';
import { inSandbox, orError } from '../eachCase.mjs';
import { toPlaceholders } from '../placeholders.mjs';
import { RecordError } from '../recordError.mjs';
import { agentOf, commandOf } from './observe.mjs';
import { startOpenCode } from './server.mjs';

export const openCode = {
  id: 'opencode',
  title: 'OpenCode',
  packages: ['opencode-ai'],
  release: '1.18.33',
  /** The native program, in the package of the system. */
  program: folder =>
    join(folder, 'node_modules', `opencode-${process.platform}-${process.arch}`, 'bin', 'opencode'),
  kinds: {
    agents: {
      cases: 'openCode/cases/configFiles.json',
      columns: [
        ...['loads', 'app_fails', 'name', 'description', 'model', 'mode', 'tools', 'permission', 'prompt'],
        ...['options', 'variant', 'temperature', 'topP', 'steps', 'hidden', 'color', 'rules_added'],
        ...['frontmatter_lost', 'all_agents', 'agent', 'subtask', 'template', 'error'],
      ],
      record: recordConfiguration,
    },
    skills: {
      cases: 'openCode/cases/skills.json',
      columns: ['loads', 'name', 'description'],
      record: recordSkills,
    },
  },
};

/** Cases with files in the home have a server each; all others share one. */
async function* recordConfiguration(cases, environment) {
  const ofHome = cases.filter(one => Object.keys(layoutOf(one)).some(name => name.startsWith('HOME/')));
  const groups = [cases.filter(one => !ofHome.includes(one)), ...ofHome.map(one => [one])];
  for (const group of groups)
    if (group.length > 0) yield* recordGroup(group, environment, ['config', 'agent', 'command'], observeFile);
}

async function* recordSkills(cases, environment) {
  yield* recordGroup(cases, environment, ['skill'], observeSkill);
}

/** Asks one server about all cases, each in a project of its own, and about a project without files. */
async function* recordGroup(cases, environment, endpoints, observe) {
  const found = await orError(() =>
    inSandbox(async sandbox => {
      const projects = cases.map((_, index) => sandbox.path(`<ext>/${index}`));
      for (const [index, one] of cases.entries()) {
        sandbox.write(filesOf(one, `<ext>/${index}`));
        if (!one.nogit) sandbox.initialize(projects[index]);
      }
      // What there is without the files of a case, and an agent that sets nothing.
      sandbox.write({ '.opencode/agents/baseline.md': '---\ndescription: d\n---\nx\n' });
      const server = await startOpenCode(environment, sandbox);
      try {
        const ask = async project => {
          const answers = {};
          for (const endpoint of endpoints) answers[endpoint] = await server.get(endpoint, project);
          return toPlaceholders(answers, { project, home: sandbox.folders.home });
        };
        const plain = await ask(sandbox.folders.project);
        const results = [];
        for (const [index, one] of cases.entries())
          results.push(observe(one, await ask(projects[index]), plain));
        return results;
      } finally {
        await server.end();
      }
    }),
  );
  for (const [index, { id }] of cases.entries())
    yield [id, found instanceof RecordError ? found : found[index]];
}

function layoutOf({ path, input, files }) {
  return files ?? { [path]: input };
}

function filesOf(one, project) {
  return Object.fromEntries(
    Object.entries(layoutOf(one)).map(([name, text]) => [
      name.startsWith('HOME/') ? name.replace('HOME/', '<home>/') : `${project}/${name}`,
      text.replace(/^symlink -> /, 'LINK:'),
    ]),
  );
}

function observeFile(one, answers, plain) {
  const failed = [answers.config, answers.agent, answers.command].find(({ isError }) => isError);
  if (failed) return { ...nothing(), loads: false, app_fails: true, error: errorText(failed.data) };
  const observed = /\/commands?\//.test(one.path)
    ? commandOf(one, answers, plain)
    : agentOf(one, answers, plain);
  if (!observed) return { ...nothing(), loads: false, app_fails: false };
  // What fails when it runs was recorded by hand, with fewer columns.
  return one.error?.startsWith('at first message: ')
    ? {
        ...Object.fromEntries(Object.entries(observed).filter(([column]) => column in one)),
        error: one.error,
      }
    : { ...nothing(), ...observed };
}

/** The columns that every case has. */
function nothing() {
  const columns = ['name', 'description', 'model', 'mode', 'tools', 'permission', 'error'];
  return Object.fromEntries(columns.map(column => [column, null]));
}

/** An error of the server in one text: its name, the file, and a line for each issue. */
function errorText({ name, data }) {
  const file = data.path?.replace('<project>/', './').replace('<home>/', '~/');
  const issues = data.issues?.map(
    ({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
  );
  return [file ? `${name}: ${file}` : name, ...(issues ?? [data.message])].filter(Boolean).join('\n');
}

function observeSkill({ name }, { skill }) {
  const found = skill.isError
    ? undefined
    : skill.data.find(({ location }) => location.startsWith('<project>'));
  const observed = { loads: found !== undefined };
  // Of some cases only loading was recorded.
  if (name === undefined) return observed;
  return { ...observed, name: found?.name ?? null, description: found?.description ?? null };
}
