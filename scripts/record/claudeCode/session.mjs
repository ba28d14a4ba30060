// A session of Claude Code without a terminal, in which the recorder is the user and the stand-in the model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillPlaceholders, toPlaceholders } from '../placeholders.mjs';
import { RecordError } from '../recordError.mjs';
import { startProcess } from '../run.mjs';

/**
 * Starts a session and initializes it.
 * @param options.args further arguments of the program
 * @param options.cwd a folder in the project
 */
export async function startSession({ program, standIn, guard }, sandbox, { args = [], cwd = '' } = {}) {
  const debugFile = join(sandbox.root, 'debug.log');
  const asked = [];
  const messages = [];
  let settle;
  const tool = startProcess(
    program,
    [
      '-p',
      ...['--input-format', 'stream-json', '--output-format', 'stream-json', '--verbose'],
      ...['--permission-prompt-tool', 'stdio', '--debug-file', debugFile, ...args],
    ],
    {
      cwd: join(sandbox.folders.project, cwd),
      env: { ...sandbox.env, ...guard.env, ...claudeEnv(standIn.url) },
      received(message) {
        messages.push(message);
        if (message.type === 'control_request') answerPermission(message);
        else if (message.type === 'control_response' || message.type === 'result') settle(message);
      },
    },
  );

  /** A use of a skill is allowed, so that what comes of it is seen; everything else is denied. */
  function answerPermission({ request_id, request: { tool_name, input } }) {
    asked.push({ tool: tool_name, input });
    const response =
      tool_name === 'Skill'
        ? { behavior: 'allow', updatedInput: input }
        : { behavior: 'deny', message: 'Denied by the recorder.' };
    tool.send({ type: 'control_response', response: { subtype: 'success', request_id, response } });
  }

  function next(what) {
    const done = new Promise(resolve => {
      settle = resolve;
    });
    return tool.step(what, done);
  }

  const initialized = next('at its start');
  tool.send({ type: 'control_request', request_id: 'initialize', request: { subtype: 'initialize' } });
  try {
    const { response } = await initialized;
    return {
      /** The answer to `initialize`: commands, agents, output styles. */
      initialized: response.response,
      /**
       * Types a prompt. Returns what it led to. The stand-in makes the calls in turn, so that there are at least as
       * many requests and one more; `least` says otherwise.
       */
      async turn(text, calls = [], least = calls.length + 1) {
        const [request, message, permission] = [standIn.requests, messages, asked].map(list => list.length);
        standIn.calls.splice(0, standIn.calls.length, ...calls);
        const what = `in the turn ${JSON.stringify(text.slice(0, 60))}`;
        const ended = next(what);
        tool.send({ type: 'user', message: { role: 'user', content: text } });
        const result = await ended;
        const requests = standIn.requests.slice(request);
        if (requests.length < least)
          throw new RecordError(`There were ${requests.length} requests to the model ${what}, not ${least}.`);
        return {
          result,
          requests,
          messages: messages.slice(message),
          asked: asked.slice(permission),
        };
      },
      /** The lines of the debug log, each with its level and without its time. */
      log() {
        return readFileSync(debugFile, 'utf8')
          .split(/\n(?=\d{4}-\d\d-\d\dT[\d:.]+Z \[)/)
          .map(line => line.trimEnd().replace(/^\S+ \[(\w+)\] /, '$1: '));
      },
      /** Texts with the folders of the session as placeholders. */
      shown: value => toPlaceholders(value, sandbox.folders),
      /** Calls with the placeholders in them as folders. */
      filled: calls => JSON.parse(fillPlaceholders(JSON.stringify(calls), sandbox.folders)),
      end: () => tool.end(),
    };
  } catch (error) {
    await tool.end(0);
    throw error;
  }
}

/** The environment in which all requests to a model go to the stand-in, and nothing else is asked for. */
export function claudeEnv(url) {
  return {
    ANTHROPIC_BASE_URL: url,
    ANTHROPIC_API_KEY: 'not-a-key',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_TELEMETRY: '1',
    DISABLE_ERROR_REPORTING: '1',
  };
}

/** The texts of a message: its content is a text or a list of blocks. */
export function textsOf({ content }) {
  if (typeof content === 'string') return [content];
  return content.flatMap(block => (block.type === 'text' ? [block.text] : []));
}
