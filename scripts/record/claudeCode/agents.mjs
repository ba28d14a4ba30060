// Subagents: which ones a session has, of the project and of a plugin, and what it says of them.
import { caseDifferences } from '../compare.mjs';
import { inSandbox, orError } from '../eachCase.mjs';
import { RecordError } from '../recordError.mjs';
import { startSession } from './session.mjs';

const columns = ['loads', 'project', 'plugin'];
const batchSize = 40;

export const agents = {
  cases: 'claudeCode/cases/subagents.json',
  columns,
  /**
   * Cases of different names share a project. What differs there from the stored case is recorded again alone, since
   * only then it is certain which file an agent comes from. Each case has a plugin of its own.
   */
  async *record(cases, tool) {
    const builtIn = new Set((await allAgentsOf(tool)).map(agent => JSON.stringify(agent)));
    const environment = { ...tool, builtIn };
    const plugins = new Map();
    for (let from = 0; from < cases.length; from += batchSize) {
      const batch = cases.slice(from, from + batchSize);
      const found = await orError(() => inPlugins(batch, environment));
      for (const [index, { id }] of batch.entries())
        plugins.set(id, found instanceof RecordError ? found : found[index]);
    }
    for (const batch of distinctBatches(cases)) {
      const together = await orError(() => inProject(batch, environment));
      const stored = new Set(batch.map(one => one.project.name));
      const isClear =
        !(together instanceof RecordError) &&
        !batch.some(isOpen) &&
        together.every(({ name }) => stored.has(name));
      for (const one of batch) {
        const observed = isClear && observe(one, together, plugins.get(one.id));
        if (observed && caseDifferences(one, observed, columns).length === 0) yield [one.id, observed];
        else
          yield [
            one.id,
            await orError(async () => {
              const alone = await inProject([one], environment);
              if (plugins.get(one.id) instanceof RecordError) throw plugins.get(one.id);
              return observe(one, alone, plugins.get(one.id), true);
            }),
          ];
      }
    }
  },
};

/** Whether the stored case says that the agent loads, but not what it then is. */
function isOpen({ project }) {
  return project.loads && project.name === null;
}

/** Batches in which no file and no name that is expected occurs twice; cases that leave open the name are alone. */
export function distinctBatches(cases) {
  const batches = [];
  for (const one of cases) {
    const { path, project } = one;
    let batch = batches.find(
      ({ keys, members }) =>
        !isOpen(one) &&
        !isOpen(members[0]) &&
        members.length < batchSize &&
        !keys.has(path) &&
        !keys.has(`name ${project.name}`),
    );
    if (!batch) {
      batch = { keys: new Set(), members: [] };
      batches.push(batch);
    }
    batch.members.push(one);
    batch.keys.add(path);
    if (project.name !== null) batch.keys.add(`name ${project.name}`);
  }
  return batches.map(({ members }) => members);
}

/** The agents of a session with these files, without those that it has anyway. */
function inProject(cases, environment) {
  return inSandbox(async sandbox => {
    for (const { path, input } of cases) sandbox.write({ [path]: input });
    return agentsOf(environment, sandbox, []);
  });
}

/** The same with each file in a plugin of its own, for each case. */
function inPlugins(cases, environment) {
  return inSandbox(async sandbox => {
    const args = cases.flatMap(({ path, input }, index) => {
      const plugin = `<plugin>/${index}`;
      const manifest = { name: `plug-${index}-`, version: '1.0.0', description: 'd' };
      sandbox.write({
        [`${plugin}/.claude-plugin/plugin.json`]: JSON.stringify(manifest),
        [`${plugin}/${path.replace('.claude/', '')}`]: input,
      });
      return ['--plugin-dir', sandbox.path(plugin)];
    });
    const found = await agentsOf(environment, sandbox, args);
    return cases.map((_, index) =>
      found
        .filter(({ name }) => name.startsWith(`plug-${index}-:`))
        .map(({ name, description }) => ({
          name: name.replace(`plug-${index}-:`, 'plug:'),
          description: description?.replace(`plug-${index}-`, 'plug'),
        })),
    );
  });
}

async function agentsOf(environment, sandbox, args) {
  const session = await startSession(environment, sandbox, { args });
  await session.end();
  return session.initialized.agents.filter(agent => !environment.builtIn.has(JSON.stringify(agent)));
}

/** The agents of a session without any file. */
function allAgentsOf(tool) {
  return inSandbox(sandbox => agentsOf({ ...tool, builtIn: new Set() }, sandbox, []));
}

/** What a session says of the agent of a case: that with its stored name or, where it is alone, the only one. */
function observe({ input, project, plugin }, found, pluginAgents, isAlone = false) {
  const agent = isAlone ? found[0] : found.find(({ name }) => name === project.name);
  const verdict = { loads: agent !== undefined, name: null, description: null, model: null };
  if (agent && !isOpen({ project }))
    Object.assign(verdict, {
      name: agent.name,
      description: agent.description ?? null,
      model: agent.model ?? null,
    });
  return { loads: verdict.loads, project: verdict, plugin: observedPlugin(input, plugin, pluginAgents) };
}

function observedPlugin(input, stored, found) {
  if (Array.isArray(stored)) return found.map(({ name }) => name);
  if (stored.loads === null) return stored;
  const written = /^"?name"?[ \t]*:[ \t]*(\S+)[ \t]*$/m.exec(input)?.[1];
  const agent = found.find(({ name }) => name === `plug:${written}`);
  return { loads: agent !== undefined, description: agent?.description ?? null };
}
