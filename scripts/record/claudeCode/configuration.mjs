// Settings, hooks of plugins, and lists of MCP servers: which hooks ran, what was denied, which servers there are.
import { existsSync, readFileSync } from 'node:fs';
import { eachCase, inSandbox } from '../eachCase.mjs';
import { fillPlaceholders } from '../placeholders.mjs';
import { startSession } from './session.mjs';

/** Hooks append their name to this file; each session reads `f.txt`, unless the case has calls of its own. */
const ran = '<ext>/ran';
const reading = [{ name: 'Read', input: { file_path: '<project>/f.txt' } }];
const longest = 160;

function kind(cases, columns, observe) {
  return {
    cases: `claudeCode/cases/${cases}.json`,
    columns,
    record: (all, environment) =>
      eachCase(all, one => inSandbox(sandbox => recordOne(environment, sandbox, one, observe))),
  };
}

async function recordOne(
  environment,
  sandbox,
  { path, input, layout = {}, args = [], calls, prompt },
  observe,
) {
  sandbox.write({ 'f.txt': 'x\n', [path]: input, ...layout });
  const filled = args.map(text => fillPlaceholders(text, sandbox.folders));
  const session = await startSession(environment, sandbox, { args: filled });
  try {
    const turn = await session.turn(prompt ?? 'hi', session.filled(calls ?? reading), 0);
    const init = turn.messages.find(({ subtype }) => subtype === 'init');
    const file = sandbox.path(ran);
    return session.shown(
      observe({
        init,
        tools: (turn.requests[0]?.tools ?? []).map(({ name }) => name),
        ran: existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').sort() : [],
        log: session.shown(session.log()),
      }),
    );
  } finally {
    await session.end();
  }
}

/** The lines of the log that start in one of the given ways, without that, each once. */
function told(log, starts) {
  const lines = log.flatMap(line => {
    const start = starts.find(one => line.startsWith(one));
    return start === undefined ? [] : [line.slice(start.length, start.length + longest)];
  });
  return [...new Set(lines)];
}

export const settings = kind('settings', ['ran', 'denied', 'log'], ({ tools, ran: names, log }) => ({
  ran: names,
  denied: !tools.includes('Bash'),
  log: told(log, [
    'ERROR: Invalid setting skipped without dialog (automated session): <project>/.claude/settings.json: ',
    'WARN: [permissions] ',
    'WARN: settings ',
  ]),
}));

export const pluginHooks = kind('pluginHooks', ['ran', 'loads', 'log'], ({ init, ran: names, log }) => ({
  ran: names,
  loads: init.plugins.some(({ name }) => name === 'plug'),
  log: told(log, [
    'WARN: Failed to load session plugin from <plugin>: ',
    'WARN: Plugin plug: ',
    'ERROR: Failed to load hooks for plug: ',
    'ERROR: "Failed to load hooks for plug: ',
  ]),
}));

export const mcp = kind('mcp', ['servers', 'log'], ({ init, log }) => ({
  servers: init.mcp_servers.map(({ name }) => name).sort(),
  log: told(log, [
    'ERROR: MCP config errors for <project>/.mcp.json: ',
    'ERROR: Failed to load MCP servers from ',
  ]),
}));
