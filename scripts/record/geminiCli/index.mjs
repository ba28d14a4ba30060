// Gemini CLI: agents and skills, as the loaders of its published core read them. Nothing of it needs an account.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inSandbox, orError } from '../eachCase.mjs';
import { toPlaceholders } from '../placeholders.mjs';
import { RecordError } from '../recordError.mjs';
import { runProgram } from '../run.mjs';

export const geminiCli = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  packages: ['@google/gemini-cli-core'],
  release: '0.61.0',
  program: folder => join(folder, 'node_modules', '@google', 'gemini-cli-core', 'package.json'),
  kinds: {
    agents: {
      cases: 'geminiCli/cases/agents.json',
      columns: ['loads', 'name', 'description', 'model', 'tools', 'error', 'fields', 'system_prompt_length'],
      record: (cases, environment) => recordAll('agents', '.gemini/agents', agentOf, cases, environment),
    },
    skills: {
      cases: 'geminiCli/cases/skills.json',
      columns: ['loads', 'name', 'description'],
      record: (cases, environment) => recordAll('skills', '.agents/skills', skillOf, cases, environment),
    },
  },
};

const script = fileURLToPath(new URL('load.mjs', import.meta.url));

/** Reads the folders of all cases in one process, each in a project and a home of its own. */
async function* recordAll(kind, place, observe, cases, { program, guard }) {
  const found = await orError(() =>
    inSandbox(async sandbox => {
      const roots = cases.map((_, index) => ({ project: `<ext>/${index}`, home: `<home>/${index}` }));
      for (const [index, { path, input, extra_files }] of cases.entries()) {
        const files = Object.entries({ [path]: input, ...extra_files });
        sandbox.write(
          Object.fromEntries(
            files.map(([name, text]) => [placed(name, roots[index]), text.replace(/^SYMLINK:/, 'LINK:')]),
          ),
        );
      }
      const folders = roots.flatMap(({ project, home }) =>
        [`${project}/${place}`, `${home}/${place}`].map(name => sandbox.path(name)),
      );
      const { stdout, stderr } = await runProgram(process.execPath, [script, join(program, '..')], {
        cwd: sandbox.folders.project,
        env: { ...sandbox.env, ...guard.env },
        input: JSON.stringify({ kind, folders }),
      });
      const last = stdout.split('\n').at(-1);
      if (last === '') throw new RecordError(`The loader of Gemini CLI did not run: ${stderr.trim()}`);
      const answers = JSON.parse(last);
      return cases.map((one, index) =>
        observe(
          one,
          toPlaceholders(answers.slice(2 * index, 2 * index + 2), {
            project: sandbox.path(roots[index].project),
            home: sandbox.path(roots[index].home),
          }),
        ),
      );
    }),
  );
  for (const [index, { id }] of cases.entries())
    yield [id, found instanceof RecordError ? found : found[index]];
}

/** A path of a case, in its project or its home. */
function placed(name, { project, home }) {
  return name.startsWith('~/') ? `${home}/${name.slice(2)}` : `${project}/${name}`;
}

function agentOf({ path }, folders) {
  const file = placed(path, { project: '<project>', home: '<home>' });
  const agent = folders.flatMap(({ agents }) => agents).find(({ metadata }) => metadata.filePath === file);
  const error = folders.flatMap(({ errors }) => errors).find(text => text.includes(file));
  return {
    loads: agent !== undefined,
    name: agent?.name ?? null,
    description: agent?.description ?? null,
    model: agent?.modelConfig?.model ?? null,
    tools: agent?.toolConfig?.tools ?? null,
    error: error?.replaceAll('<project>/', './') ?? null,
    fields: agent && fieldsOf(agent),
    system_prompt_length: agent && (agent.promptConfig?.systemPrompt.length ?? 0),
  };
}

function fieldsOf({
  kind,
  displayName,
  modelConfig,
  runConfig,
  mcpServers,
  auth,
  agentCardUrl,
  agentCardJson,
}) {
  return {
    kind,
    displayName,
    temperature: modelConfig?.generateContentConfig.temperature,
    max_turns: runConfig?.maxTurns,
    timeout_mins: runConfig?.maxTimeMinutes,
    mcpServers,
    agentCardUrl,
    agentCardJson,
    auth,
  };
}

function skillOf({ name }, folders) {
  const [skill] = folders.flat();
  const observed = { loads: skill !== undefined };
  // Of some cases only loading was recorded.
  if (name === undefined) return observed;
  return { ...observed, name: skill?.name ?? null, description: skill?.description ?? null };
}
