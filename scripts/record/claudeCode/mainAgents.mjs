// Subagents as the main thread: the tools that a session has with `--agent`.
import { eachCase, inSandbox } from '../eachCase.mjs';
import { RecordError } from '../recordError.mjs';
import { runProgram } from '../run.mjs';
import { claudeEnv } from './session.mjs';

export const mainAgents = {
  cases: 'claudeCode/cases/subagents.json',
  columns: ['as_main'],
  record: (cases, environment) =>
    eachCase(
      cases.filter(one => one.as_main),
      one => inSandbox(sandbox => recordOne(environment, sandbox, one)),
    ),
};

async function recordOne({ program, standIn, guard }, sandbox, { path, input, project }) {
  sandbox.write({ [path]: input });
  const { code, stdout, stderr } = await runProgram(
    program,
    ['-p', 'hi', '--agent', project.name, '--output-format', 'stream-json', '--verbose'],
    { cwd: sandbox.folders.project, env: { ...sandbox.env, ...guard.env, ...claudeEnv(standIn.url) } },
  );
  const tools = toolsIn(stdout);
  if (!tools) throw new RecordError(`The session did not start (exit code ${code}). ${stderr.trim()}`);
  return { as_main: { tools } };
}

/** The tools in the message with which a session starts. */
export function toolsIn(output) {
  const line = output.split('\n').find(one => one.startsWith('{"type":"system","subtype":"init"'));
  return line && JSON.parse(line).tools;
}
